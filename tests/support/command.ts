import type { ChildProcess } from 'node:child_process'

import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export type Command = {
  child: ChildProcess
  /** Resolves with the exit code, and with what was printed, when the command has ended. */
  ended: Promise<{ code: null | number; output: string }>
  output: () => string
  /** Resolves as soon as the output has the text; rejects when the command ends before. */
  printed: (text: string) => Promise<void>
}

/** Starts a script of this project as `package.json` does. */
export const start = (
  script: string,
  args: string[],
  env: Record<string, string | undefined>,
): Command =>
  startProgram(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', script, ...args],
    env,
  )

/** Starts one of the scripts that are compiled (`compileScripts.ts`): the same, but sooner. */
export const startCompiled = (
  script: string,
  args: string[],
  env: Record<string, string | undefined>,
): Command => {
  const compiled = path.join(process.env.COMPILED_SCRIPTS ?? '', script.replace(/\.ts$/, '.mjs'))
  return startProgram(process.execPath, ['--conditions=production', compiled, ...args], env)
}

/** Starts a program, at the top of the repository or elsewhere. */
export const startProgram = (
  program: string,
  args: string[],
  env: Record<string, string | undefined>,
  cwd = root,
): Command => {
  const child = spawn(program, args, {
    cwd,
    // Vitest's own variables would change what the command does.
    env: { ...process.env, NODE_ENV: undefined, VITEST: undefined, ...env } as never,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      listeners.forEach((listener) => listener())
    })
  }
  const ended = new Promise<{ code: null | number; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }))
  })
  const printed = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (output.includes(text)) {
          listeners.delete(look)
          resolve()
        }
      }
      listeners.add(look)
      look()
      void ended.then(() => reject(new Error(`It ended without printing "${text}":\n${output}`)))
    })
  return { child, ended, output: () => output, printed }
}

/** Runs a script to its end. */
export const run = (
  script: string,
  args: string[],
  env: Record<string, string | undefined>,
): Promise<{ code: null | number; output: string }> => start(script, args, env).ended

/** Runs one of the scripts that are compiled to its end. */
export const runCompiled = (
  script: string,
  args: string[],
  env: Record<string, string | undefined>,
): Promise<{ code: null | number; output: string }> => startCompiled(script, args, env).ended
