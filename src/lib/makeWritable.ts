import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

import { OperatorError } from './OperatorError.ts'

/**
 * Makes sure that a folder exists and is writable.
 *
 * @param setting the setting that names the folder, for the error.
 * @param file in the folder, which must be writable, too, if it exists.
 * @throws OperatorError if something cannot be written.
 */
export const makeWritable = (folder: string, setting: string, file = ''): void => {
  const target = path.join(folder, file)
  try {
    mkdirSync(folder, { recursive: true })
    for (const name of new Set([folder, target].filter((name) => existsSync(name)))) {
      accessSync(name, constants.W_OK)
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new OperatorError(
      `${setting}: nothing can be written to ${target} (${code}). Give the user that runs the server write access, or set another path.`,
      { cause: error },
    )
  }
}
