import type { Payload, PayloadRequest } from 'payload'

import { createLocalReq, getPayload } from 'payload'

import config from '../../payload.config.ts'
import { seed } from '../../seed/seed.ts'
import { mailQueue } from '../../src/features/mail/sendMail.ts'
import { answerAPI } from '../../src/http/api.ts'
import { watchDatabase } from '../../src/http/retryWriteConflicts.ts'
import { receiveMails } from './mails.ts'

let started: Promise<Payload> | undefined

/** The Payload of this worker, seeded with the original content. */
export const instance = (): Promise<Payload> => {
  started ??= (async () => {
    const payload = await getPayload({ config })
    watchDatabase(payload)
    await receiveMails()
    await seed(payload, undefined)
    return payload
  })()
  return started
}

type Options = {
  as?: Client
  body?: unknown
  /** Parameters that a POST carries in its body. */
  form?: string
  /** The address that the request counts for. */
  from?: string
  headers?: Record<string, string>
  method?: string
}

/** Somebody who sends requests: the headers that say who it is. */
export type Client = { headers: Record<string, string>; id?: string }

/** Sends a real request into the handlers, without a socket. */
export const request = async (
  path: string,
  { as, body, form, from = '192.0.2.1', headers, method = 'GET' }: Options = {},
): Promise<Response> => {
  await instance()
  const isForm = body instanceof FormData
  return answerAPI({
    client: from,
    config,
    request: new Request(`http://localhost:3000${path}`, {
      body: form ?? (isForm ? body : body === undefined ? undefined : JSON.stringify(body)),
      headers: {
        ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
        ...(form === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
        ...as?.headers,
        ...headers,
      },
      method,
    }),
  })
}

/** As `request`, and reads the JSON of the reply. */
export const requestJSON = async (
  path: string,
  options?: Options,
  // Replies are read field by field; a type for each would repeat the config.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
): Promise<{ json: any; status: number }> => {
  const response = await request(path, options)
  return { json: await response.json(), status: response.status }
}

export const graphQL = (query: string, options: Omit<Options, 'body' | 'method'> = {}) =>
  requestJSON('/api/graphql', { ...options, body: { query }, method: 'POST' })

/** Sends all mails that wait, those that other tests have left behind as well. */
export const sendMails = async (): Promise<void> => {
  const payload = await instance()
  await payload.jobs.run({ limit: 10_000, queue: mailQueue })
}

let serial = 0

/** The password of everybody who signs in. */
export const password = 'correct horse battery'

/** Makes a user and signs in through the API. */
export const signIn = async (data: {
  partners?: string[]
  role: 'coordinator' | 'partner-editor'
}): Promise<{ email: string; id: string } & Client> => {
  const payload = await instance()
  serial += 1
  const login = { email: `person-${serial}@example.org`, password }
  const user = await payload.create({
    collection: 'users',
    data: { ...data, ...login, name: `Person ${serial}` },
  })
  const { json } = await requestJSON('/api/users/login', {
    body: login,
    from: `person ${serial}`,
    method: 'POST',
  })
  return { email: login.email, headers: { Authorization: `JWT ${json.token}` }, id: user.id }
}

/** A request of a person, as the admin UI makes it. */
export const requestOf = async ({ id }: { id: string }): Promise<PayloadRequest> => {
  const payload = await instance()
  const user = await payload.findByID({ id, collection: 'users', depth: 0 })
  return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
}

/** Makes a frontend with an API key. */
export const frontendKey = async (): Promise<Client> => {
  const payload = await instance()
  serial += 1
  const apiKey = `00000000-0000-4000-8000-${String(serial).padStart(12, '0')}`
  const { id } = await payload.create({
    collection: 'frontends',
    data: { apiKey, enableAPIKey: true, name: `Frontend ${serial}` },
  })
  return { headers: { Authorization: `frontends API-Key ${apiKey}` }, id }
}
