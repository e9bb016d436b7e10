import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { OperatorError } from '../lib/OperatorError.ts'

/** The top of the repository. */
const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs a command of this project: reads `.env` (which never overrides the environment), and reports
 * errors. An `OperatorError` is shown without a stack trace.
 */
export const runCommand = async (command: () => Promise<void>): Promise<void> => {
  try {
    // tsx switches source maps on. Those of all packages would take 75 MB, and a second at the start.
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
