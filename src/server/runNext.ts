import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

import { OperatorError } from '../lib/OperatorError.ts'

const environments = { build: 'production', dev: 'development' } as const

/**
 * Runs a command of Next to its end, without its telemetry and, for all processes that it starts,
 * with the export condition that Lexical needs on Node 20.
 *
 * @throws OperatorError if the command fails.
 */
export const runNext = (command: keyof typeof environments): Promise<void> =>
  new Promise((resolve, reject) => {
    const environment = environments[command]
    const child = spawn(
      process.execPath,
      [createRequire(import.meta.url).resolve('next/dist/bin/next'), command],
      {
        cwd: fileURLToPath(new URL('../..', import.meta.url)),
        env: {
          ...process.env,
          NEXT_TELEMETRY_DISABLED: '1',
          NODE_ENV: environment,
          NODE_OPTIONS: [process.env.NODE_OPTIONS, `--conditions=${environment}`].join(' ').trim(),
        },
        stdio: 'inherit',
      },
    )
    // Ctrl-C reaches the child, too; this process must end after it.
    process.on('SIGINT', () => undefined)
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (code === 0 || command === 'dev') {
        resolve()
      } else {
        reject(new OperatorError(`next ${command} failed (${signal ?? `exit code ${code}`}).`))
      }
    })
  })
