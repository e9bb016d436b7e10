import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

import { OperatorError } from './OperatorError.ts'

/**
 * Makes a folder where there is none.
 *
 * @param setting what says where it lies.
 * @param file one in it that must be writable, too, if it is there.
 * @throws OperatorError where nothing can be written.
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
      `${setting}: nothing can be written to ${target} (${code}). Let the user that runs the server write there, or name another place.`,
      { cause: error },
    )
  }
}
