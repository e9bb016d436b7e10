import type { PayloadRequest } from 'payload'

import { isolateObjectProperty } from 'payload'

import { faultOfNames } from '../../http/parameters.ts'
import { isTime } from '../../lib/isTime.ts'
import { refusal } from '../../lib/refusal.ts'

/**
 * A question that is sent as a POST, which keeps words that are searched for out of addresses: the request with the
 * parameters of its body among those of its address.
 *
 * @throws 400 for parameters that a GET would not take, either.
 */
export const withBody = async (req: PayloadRequest): Promise<PayloadRequest> => {
  if (req.method !== 'POST') {
    return req
  }
  const own = isolateObjectProperty(req, 'searchParams')
  Object.assign(own, { searchParams: new URLSearchParams(req.searchParams) })
  for (const [name, value] of Object.entries(await bodyOf(req))) {
    // What is no single value gets a name that is refused as a list is in an address.
    const isValue = ['boolean', 'number', 'string'].includes(typeof value)
    own.searchParams.append(isValue ? name : `${name}[]`, String(value))
  }
  const fault = faultOfNames(req.payload.config, {
    method: 'GET',
    path: new URL(req.url ?? '').pathname,
    parameters: own.searchParams,
  })
  if (fault) {
    throw refusal(req, 400, fault)
  }
  return own
}

const bodyOf = async (req: PayloadRequest): Promise<object> => {
  const text = (await req.text?.()) ?? ''
  try {
    return text === '' ? {} : (JSON.parse(text) as object)
  } catch {
    throw refusal(req, 400, {
      de: 'Der Inhalt muss ein JSON-Objekt sein.',
      en: 'The body must be a JSON object.',
    })
  }
}

/** Whether a parameter that is true or false is true. */
export const isAsked = ({ searchParams }: PayloadRequest, name: string): boolean =>
  searchParams.get(name) === 'true'

/** A parameter that is sent, and not empty. */
export const valueOf = ({ searchParams }: PayloadRequest, name: string): string | undefined =>
  searchParams.get(name) ?? undefined

/** What an id gets that is none of a list that everybody can read. */
export const unknownID = (req: PayloadRequest, name: string, list: string): Error =>
  refusal(req, 400, {
    de: `„${name}“ ist keine bekannte Kennung; GET /api/hsds/${list} nennt sie alle.`,
    en: `"${name}" is no known id; GET /api/hsds/${list} lists them all.`,
  })

/** The time since which something is to have changed. @throws 400 for what is no time, or one in no time zone. */
export const timeAsked = (req: PayloadRequest, name: string): string | undefined => {
  const text = valueOf(req, name)
  if (text === undefined) {
    return undefined
  }
  if (!isTime(text) || !/^.{10}(?:T.*(?:Z|[+-]\d\d:\d\d))?$/.test(text)) {
    throw refusal(req, 400, {
      de: `„${name}“ ist ein Tag oder eine Zeit mit Zeitzone, zum Beispiel 2026-11-25T09:00:00Z; ein + heißt in einer Adresse %2B.`,
      en: `"${name}" is a day, or a time with its time zone, for example 2026-11-25T09:00:00Z; a + is %2B in an address.`,
    })
  }
  return new Date(text).toISOString()
}
