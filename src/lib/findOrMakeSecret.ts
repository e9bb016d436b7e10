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
 * The secret of an installation without `PAYLOAD_SECRET`. It is made once and kept in the file `secret`
 * in the data folder, readable by its owner only. Processes that start at the same time get the same one.
 *
 * @returns 64 hexadecimal digits.
 * @throws OperatorError if the folder is not writable, or the file is empty.
 */
export const findOrMakeSecret = (dataDirectory: string): string => {
  const file = path.join(dataDirectory, 'secret')
  const found = read(file)
  if (found) {
    return found
  }
  makeWritable(dataDirectory, 'DATA_DIR')
  const temporaryFile = `${file}.${process.pid}`
  writeFileSync(temporaryFile, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 })
  try {
    // Making a link is atomic, and fails for all processes but the first.
    linkSync(temporaryFile, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error
    }
  } finally {
    unlinkSync(temporaryFile)
  }
  const made = read(file)
  if (!made) {
    throw new OperatorError(
      `The secret in ${file} is empty: delete the file to have a new one made.`,
    )
  }
  return made
}
