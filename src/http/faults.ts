import type { SanitizedConfig } from 'payload'

import { isObject } from '../lib/isObject.ts'
import type { Fault } from '../lib/problems.ts'
import { decoded } from '../lib/urlPath.ts'
import { faultOfNames } from './parameters.ts'

/** In characters. */
const maxURLLength = 12_000

/** Headers that send a GET as a POST, for conditions that are too long for a URL. */
const overrideHeaders = ['x-payload-http-method-override', 'x-http-method-override']

/** Whether a POST stands for a GET, whose parameters are its body. */
export const isOverridden = ({ headers, method }: Request): boolean =>
  method === 'POST' && overrideHeaders.some((name) => headers.has(name))

/** The GET that a POST stands for (`isOverridden`). @param form the parameters in its body. */
export const overridden = (request: Request, form: string): Request => {
  const url = new URL(request.url)
  url.search = [url.search.slice(1), form].filter((part) => part !== '').join('&')
  const headers = new Headers(request.headers)
  for (const name of [...overrideHeaders, 'content-length', 'content-type']) {
    headers.delete(name)
  }
  return new Request(url, { headers, signal: request.signal })
}

/**
 * What is wrong with the URL of a request whatever it asks, or undefined.
 *
 * Workaround (no issue known): Payload answers such a URL with 500. Can go when it refuses it;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const faultOfURL = ({ url }: Request): Fault | undefined => {
  const { pathname } = new URL(url)
  if (url.length > maxURLLength) {
    return {
      code: 'invalid-address',
      de: `Die Adresse ist zu lang: höchstens ${maxURLLength} Zeichen. Lange Bedingungen bitte als POST mit X-Payload-HTTP-Method-Override: GET senden.`,
      en: `The URL is too long: at most ${maxURLLength} characters. Please send long conditions as a POST with X-Payload-HTTP-Method-Override: GET.`,
    }
  }
  const segment = pathname.split('/')[2] ?? ''
  if (!isDecodable(pathname) || segment in Object.prototype) {
    return {
      code: 'invalid-address',
      de: 'Die Adresse enthält ungültige Zeichen.',
      en: 'The URL contains invalid characters.',
    }
  }
  return undefined
}

/**
 * What is wrong with the body of a request, or undefined. A body may be a JSON object, a form with a
 * file and `_payload`, or the parameters of a GET that is sent as a POST.
 */
export const faultOfBody = async (request: Request, body: Blob): Promise<Fault | undefined> => {
  const type = request.headers.get('content-type') ?? ''
  if (isOverridden(request)) {
    const isGet = overrideHeaders.every((name) => (request.headers.get(name) ?? 'GET') === 'GET')
    return isGet && type.startsWith('application/x-www-form-urlencoded')
      ? undefined
      : {
          code: 'invalid-body',
          de: 'Ein POST mit X-Payload-HTTP-Method-Override: GET braucht application/x-www-form-urlencoded.',
          en: 'A POST with X-Payload-HTTP-Method-Override: GET needs application/x-www-form-urlencoded.',
        }
  }
  if (body.size === 0) {
    return undefined
  }
  if (type.startsWith('multipart/form-data')) {
    const isForm = await isReadableForm(type, body)
    return isForm
      ? undefined
      : {
          code: 'invalid-body',
          de: 'Das Formular ist unvollständig.',
          en: 'The form is incomplete.',
        }
  }
  return isJSONObject(await body.text())
    ? undefined
    : {
        code: 'invalid-body',
        de: 'Der Inhalt muss ein JSON-Objekt sein.',
        en: 'The body must be a JSON object.',
      }
}

const isDecodable = (text: string): boolean => decoded(text)?.includes('\0') === false

/**
 * What is wrong with the parameters of a request, or undefined. None of them is JSON (`expandJSON`).
 *
 * Workaround (no issue known): where there is `data`, Payload sends that back in place of the document, for
 * its own live preview; it fails on names that every object has. Can go when it refuses both;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const faultOfParameters = (
  config: SanitizedConfig,
  method: string,
  { pathname, searchParams }: URL,
): Fault | undefined => {
  for (const [name, value] of searchParams) {
    if (/^data(?:\[|$)/.test(name)) {
      return {
        code: 'unknown-parameter',
        de: 'Den Parameter „data“ gibt es hier nicht.',
        en: 'There is no parameter "data" here.',
      }
    }
    const inherited = name.split(/[[\].]/).find((part) => part in Object.prototype)
    if (inherited !== undefined) {
      // Payload's parser of queries drops them.
      return {
        code: 'unknown-field',
        de: `„${inherited}“ gibt es hier nicht.`,
        en: `There is no "${inherited}" here.`,
      }
    }
    const isShape =
      /^(?:select\[|populate\[[^\]]*\]\[)/.test(name) && /^(?:true|false)$/.test(value)
    if (/^(?:select|populate)(?:\[|$)/.test(name) && !isShape) {
      return {
        code: 'invalid-value',
        de: '„select“ und „populate“ nennen Felder, zum Beispiel select[title]=true.',
        en: '"select" and "populate" name fields, for example select[title]=true.',
      }
    }
  }
  return faultOfNames(config, { method, parameters: searchParams, path: pathname })
}

const isJSONObject = (text: string): boolean => {
  try {
    return isObject(JSON.parse(text))
  } catch {
    return false
  }
}

const hasControlCharacter = (text: string): boolean => /\p{Cc}/u.test(text)

const isReadableForm = async (type: string, body: Blob): Promise<boolean> => {
  try {
    const form = await new Response(body, { headers: { 'Content-Type': type } }).formData()
    const data = form.get('_payload')
    const isFile = [...form.entries()].every(([name, value]) =>
      typeof value === 'string' ? name === '_payload' : !hasControlCharacter(value.name),
    )
    return isFile && (data === null || (typeof data === 'string' && isJSONObject(data)))
  } catch {
    return false
  }
}
