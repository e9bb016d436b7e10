import type { ChildProcess } from 'node:child_process'

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

import { freePort } from '../support/freePort.ts'
import { stockFolder } from './stock.ts'

export type Server = {
  child: ChildProcess
  origin: string
  /** From the start of the process to its first answer, in seconds. */
  startedIn: number
}

type Settings = Record<string, string>

/** No client is to wait for another. */
const unlimited = { RATE_LIMIT_GRAPHQL: '1000000000', RATE_LIMIT_READS: '1000000000' }

const launch = async (
  args: (port: number) => string[],
  { cwd, env, probe }: { cwd?: string; env: Settings; probe: string },
): Promise<Server> => {
  const port = await freePort()
  const begin = performance.now()
  const child = spawn(process.execPath, args(port), {
    cwd,
    env: { ...process.env, ...unlimited, NODE_ENV: 'production', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const origin = `http://127.0.0.1:${port}`
  while (
    !(await fetch(`${origin}${probe}`).then(
      ({ ok }) => ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) {
      throw new Error(`A server has ended with ${child.exitCode}.`)
    }
    await pause(20)
  }
  return { child, origin, startedIn: (performance.now() - begin) / 1000 }
}

/** This project, as `npm start` starts it. */
export const startOurs = (env: Settings): Promise<Server> =>
  launch(
    () => [
      '--max-semi-space-size=8',
      '--conditions=production',
      '--import',
      'tsx',
      'src/server/start.ts',
    ],
    { env, probe: '/api/globals/site' },
  )

/** The same config, served by `next start`. */
export const startStock = (env: Settings): Promise<Server> =>
  launch(
    (port) => [
      '--conditions=production',
      '../../node_modules/next/dist/bin/next',
      'start',
      '-p',
      String(port),
    ],
    { cwd: stockFolder, env, probe: '/api/globals/site' },
  )

/** A bare server with the bytes of another one. */
export const startBare = async (origin: string): Promise<Server> =>
  launch((port) => ['--import', 'tsx', 'tests/benchmarks/bare.ts', String(port), origin], {
    env: {},
    probe: '/',
  })

export const stop = async ({ child }: Server): Promise<void> => {
  const ended = new Promise((resolve) => {
    child.once('close', resolve)
  })
  child.kill('SIGTERM')
  await ended
}

/** What the process holds in memory, in MB. */
export const memoryOf = ({ child }: Server): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024
