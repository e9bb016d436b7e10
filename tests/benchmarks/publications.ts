import type { Server } from './servers.ts'
import { cpuTimeOf } from './servers.ts'

/** Who publishes, here and in plain Payload. */
export const publisher = { email: 'messung@example.org', password: 'correct horse battery' }

/** Linux counts CPU time in hundredths of a second, so one alone says little. */
const times = 20

type Change = 'news' | 'partners'

/** What is published, and asked after that. */
export type Publication = {
  change: Change
  /** A list of the API; its first document is changed. */
  list: string
  /** What is asked; undefined: the list. */
  page?: string
}

/** Milliseconds, by the clock (median), and of CPU time of the server (mean). */
export type FirstRead = { clock: number; cpu: number }

type Reply = { docs: { id: number | string; slug: string }[]; token: string }

/** @throws Error if the reply is a refusal. */
export const askJSON = async (url: string, init?: RequestInit): Promise<Reply> => {
  const response = await fetch(url, init)
  if (!response.ok) {
    throw new Error(`${url}: ${response.status} ${await response.text()}`)
  }
  return (await response.json()) as Reply
}

const contentType = { 'Content-Type': 'application/json' }

const changes: Record<Change, (number: number) => object> = {
  news: (number) => ({ teaser: `Fassung ${number}` }),
  partners: (number) => ({ website: `https://www.example.org/${number}` }),
}

const tokens = new Map<string, string>()

/** Signs in, once for each server. @returns the headers of whoever has. */
export const signIn = async ({ origin }: Server): Promise<Record<string, string>> => {
  const login = { body: JSON.stringify(publisher), headers: contentType, method: 'POST' }
  const token = tokens.get(origin) ?? (await askJSON(`${origin}/api/users/login`, login)).token
  tokens.set(origin, token)
  return { Authorization: `JWT ${token}` }
}

/** Publishes a document anew. @param number tells one time from another. */
export const publish = async (
  server: Server,
  change: Change,
  id: number | string | undefined,
  number: number,
): Promise<void> => {
  await askJSON(`${server.origin}/api/${change}/${id}`, {
    body: JSON.stringify({ ...changes[change](number), _status: 'published' }),
    headers: { ...contentType, ...(await signIn(server)) },
    method: 'PATCH',
  })
}

/** Asks for something after each of several publications, one after the other. */
export const measureFirstReads = async (
  server: Server,
  { change, list, page = `/api/${list}` }: Publication,
): Promise<FirstRead> => {
  const { origin } = server
  const { docs } = await askJSON(`${origin}/api/${list}`)
  const clock: number[] = []
  let cpu = 0
  for (let number = 0; number < times; number += 1) {
    await publish(server, change, docs[0]?.id, number)
    const before = cpuTimeOf(server)
    const begin = performance.now()
    const response = await fetch(`${origin}${page}`)
    await response.arrayBuffer()
    clock.push(performance.now() - begin)
    cpu += cpuTimeOf(server) - before
    if (!response.ok) {
      throw new Error(`${page}: ${response.status}`)
    }
  }
  clock.sort((one, other) => one - other)
  return { clock: clock[times / 2] ?? NaN, cpu: cpu / times }
}
