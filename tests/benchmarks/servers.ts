import type { ChildProcess } from 'node:child_process'

import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

import { freePort } from '../support/freePort.ts'
import { folders } from './alternatives.ts'

export type Server = {
  child: ChildProcess
  origin: string
  /** From the start of the process to its first answer, in seconds. */
  startedIn: number
}

/** How long a server may take until it answers, in milliseconds. */
const longestStart = 120_000

type Settings = Record<string, string>

/** No client is to be refused. Two questions of one are computed at a time, whatever the settings say. */
const unlimited = { RATE_LIMIT_GRAPHQL: '1000000', RATE_LIMIT_READS: '1000000' }

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
    if (child.exitCode !== null || performance.now() - begin > longestStart) {
      child.kill('SIGKILL')
      throw new Error(`A server does not answer ${probe} (exit code ${child.exitCode}).`)
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

const next = fileURLToPath(new URL('../../node_modules/next/dist/bin/next', import.meta.url))

/** One of the alternatives, served by `next start`. */
const startNext = (cwd: string, probe: string, env: Settings): Promise<Server> =>
  launch((port) => ['--conditions=production', next, 'start', '-p', String(port)], {
    cwd,
    env,
    probe,
  })

/** Payload as it comes. */
export const startPlain = (env: Settings): Promise<Server> =>
  startNext(folders.plain, '/api/news?limit=1', env)

/** The config of this project, under Next as it comes. */
export const startUnderNext = (env: Settings): Promise<Server> =>
  startNext(folders.underNext, '/api/globals/site', env)

/** A bare server with the bytes of another one. */
export const startBare = (origin: string): Promise<Server> =>
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

/** Linux counts CPU time in hundredths of a second. */
const tick = 10

/** The CPU time that the process has taken, in milliseconds; NaN where the system does not tell. */
export const cpuTimeOf = ({ child }: Server): number => {
  try {
    const fields = readFileSync(path.join('/proc', String(child.pid), 'stat'), 'utf8')
      .split(') ')
      .at(-1)
      ?.split(' ')
    return (Number(fields?.[11]) + Number(fields?.[12])) * tick
  } catch {
    return NaN
  }
}

/** What the process holds in memory, in MB. */
export const memoryOf = ({ child }: Server): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024
