import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

import autocannon from 'autocannon'

import type { Server } from './servers.ts'
import { cpuTimeOf } from './servers.ts'

/** What is asked. `*` in the path, the body or a header stands for a number that is never the same. */
export type Question = {
  body?: string
  headers?: Record<string, string>
  path: string
  /** The status of every reply; any may come where a client is to be refused. */
  status?: 'any' | number
}

export type Measured = {
  /** CPU time of the server for each request, in milliseconds. */
  cpu: number
  /** Milliseconds in which 99 of 100 requests are answered. */
  p99: number
  /** Requests a second. */
  rate: number
}

const hasWrk = spawnSync('wrk', ['--version']).error === undefined

/** What asks. */
export const client = hasWrk ? 'wrk' : 'autocannon'

if (!hasWrk) {
  console.warn(
    '!!! wrk is not installed: autocannon asks, which is itself the limit at some 10,000 requests a second.',
  )
}

const folder = mkdtempSync(path.join(tmpdir(), 'ikost-wrk-'))
process.on('exit', () => rmSync(folder, { force: true, recursive: true }))

/** Numbers of one measurement start where no other one's are. */
let measurements = 0

const quoted = (text: string): string => `[==[${text}]==]`

const scriptOf = ({ body, headers, path: asked, status = 200 }: Question): string => `
wrk.method = ${quoted(body === undefined ? 'GET' : 'POST')}
${Object.entries({ ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers })
  .map(([name, value]) => `wrk.headers[ ${quoted(name)} ] = ${quoted(value)}`)
  .join('\n')}
local number = ${measurements * 10_000_000}
local path, body = ${quoted(asked)}, ${body === undefined ? 'nil' : quoted(body)}
request = function()
  number = number + 1
  local now = tostring(number)
  local headers = ${JSON.stringify(headers ?? {}).includes('*') ? '{}' : 'nil'}
  for name, value in pairs(headers and wrk.headers or {}) do headers[name] = value:gsub("%*", now) end
  return wrk.format(nil, (path:gsub("%*", now)), headers, body and (body:gsub("%*", now)))
end
wrong = 0
local threads = {}
setup = function(thread) table.insert(threads, thread) end
response = ${typeof status === 'string' || status === 200 ? 'nil' : `function(status) if status ~= ${status} then wrong = wrong + 1 end end`}
done = function(summary, latency)
  local errors = summary.errors
  local bad = errors.connect + errors.read + errors.write + errors.timeout
  local other = ${{ 200: 'errors.status', any: '0' }[status] ?? 'threads[1]:get("wrong")'}
  io.write(string.format('JSON{"requests":%d,"duration":%d,"p99":%f,"bad":%d}\\n',
    summary.requests, summary.duration, latency:percentile(99), bad + other))
end
`

type Asked = { bad: number; p99: number; requests: number; seconds: number }

const askByWrk = async (
  { origin }: Server,
  question: Question,
  connections: number,
  seconds: number,
): Promise<Asked> => {
  const script = path.join(folder, `${measurements}.lua`)
  writeFileSync(script, scriptOf(question))
  const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '30s', '-s', script]
  const { stdout } = await promisify(execFile)('wrk', [...args, origin])
  const { duration, p99, ...rest } = JSON.parse(/JSON(\{.*\})/.exec(stdout)?.[1] ?? '{}') as {
    bad: number
    duration: number
    p99: number
    requests: number
  }
  return { ...rest, p99: p99 / 1_000, seconds: duration / 1_000_000 }
}

const askByAutocannon = async (
  { origin }: Server,
  { body, headers, path: asked, status = 200 }: Question,
  connections: number,
  seconds: number,
): Promise<Asked> => {
  let number = measurements * 10_000_000
  const { latency, requests, statusCodeStats } = await autocannon({
    connections,
    duration: seconds,
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    method: body === undefined ? 'GET' : 'POST',
    requests: [
      {
        setupRequest: (request) => {
          number += 1
          return {
            ...request,
            body: body?.replaceAll('*', String(number)),
            headers: Object.fromEntries(
              Object.entries(request.headers ?? {}).map(([name, value]) => [
                name,
                String(value).replaceAll('*', String(number)),
              ]),
            ),
            path: asked.replaceAll('*', String(number)),
          }
        },
      },
    ],
    url: origin,
  })
  const counts: Record<string, { count?: number }> | undefined = statusCodeStats
  const good = status === 'any' ? requests.total : (counts?.[String(status)]?.count ?? 0)
  return { bad: requests.total - good, p99: latency.p99, requests: requests.total, seconds }
}

/**
 * Asks one question as fast as a server answers.
 *
 * @throws Error if a reply has not the status that it should have.
 */
export const measure = async (
  server: Server,
  question: Question,
  connections: number,
  seconds: number,
): Promise<Measured> => {
  measurements += 1
  const before = cpuTimeOf(server)
  const ask = hasWrk ? askByWrk : askByAutocannon
  const asked = await ask(server, question, connections, seconds)
  const spent = cpuTimeOf(server) - before
  if (!(asked.requests > 0) || asked.bad > 0) {
    throw new Error(`${question.path}: ${asked.bad} of ${asked.requests} replies are wrong.`)
  }
  return { cpu: spent / asked.requests, p99: asked.p99, rate: asked.requests / asked.seconds }
}
