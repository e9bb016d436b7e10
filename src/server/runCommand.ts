import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { OperatorError } from '../lib/OperatorError.ts'

/** The top of the repository. */
const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs a command of this project: reads `.env` (which never overrides what is set), and tells what
 * went wrong in plain sentences. A mistake in a setting needs no stack trace.
 */
export const runCommand = async (command: () => Promise<void>): Promise<void> => {
  try {
    // tsx switches them on. Node would keep those of all packages: 75 MB, and a second of the start.
    process.setSourceMapsEnabled(false)
    if (path.resolve(root) !== process.cwd()) {
      // Settings would name other places, and tsx would miss its own.
      throw new OperatorError(
        `Commands are run at the top of the repository: cd ${root}, or npm --prefix ${root}.`,
      )
    }
    loadEnvFile()
    await command()
  } catch (error) {
    console.error(`\n${messageOf(error)}\n`)
    process.exit(1)
  }
}

const loadEnvFile = (): void => {
  try {
    process.loadEnvFile()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
      throw error
    }
  }
}

const messageOf = (error: unknown): string => {
  if (!(error instanceof Error)) {
    return String(error)
  }
  return error instanceof OperatorError ? error.message : (error.stack ?? error.message)
}
