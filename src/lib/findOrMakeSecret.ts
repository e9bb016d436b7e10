import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { makeWritable } from './makeWritable.ts'
import { OperatorError } from './OperatorError.ts'

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) {
      return undefined
    }
    throw error
  }
}

/**
 * The secret of an installation without `PAYLOAD_SECRET`: made once, kept in `secret` in the data
 * folder, readable by its owner only. Processes that start at the same time get the same one.
 *
 * @returns 64 hexadecimal digits.
 */
export const findOrMakeSecret = (dataDirectory: string): string => {
  const file = path.join(dataDirectory, 'secret')
  const found = read(file)
  if (found) {
    return found
  }
  makeWritable(dataDirectory, 'DATA_DIR')
  const own = `${file}.${process.pid}`
  writeFileSync(own, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  try {
    // A link appears whole or not at all, and only for the first who makes it.
    linkSync(own, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error
    }
  } finally {
    unlinkSync(own)
  }
  const made = read(file)
  if (!made) {
    throw new OperatorError(
      `The secret in ${file} is empty: delete the file to have a new one made.`,
    )
  }
  return made
}
