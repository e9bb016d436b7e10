import type { AfterErrorHook } from 'payload'

import { environment } from '../environment.ts'
import { isObject } from '../lib/isObject.ts'
import type { ProblemCode } from '../lib/problems.ts'
import { problemCodeOf, problems } from '../lib/problems.ts'
import { accepts } from './cache/reply.ts'

/** Of problems (RFC 9457). */
export const problemType = 'application/problem+json'

/** Whether a client names the media type of problems; one that takes anything gets Payload's shape. */
export const asksForProblem = (accept: unknown): boolean =>
  typeof accept === 'string' && accept.includes(problemType) && accepts(accept, problemType)

/** Where a code is explained. */
export const problemAnchor = (code: ProblemCode): string => `problem-${code}`

type APIError = { code?: unknown; data?: unknown; message?: unknown }

/**
 * A reply in the one form of refusals, in Payload's shape with a code of each error (`src/lib/problems.ts`), or as a
 * problem (RFC 9457), for who asks for that. GraphQL has the code in `extensions`. What is no refusal stays as it is.
 */
export const withProblem = async (request: Request, response: Response): Promise<Response> => {
  const { status } = response
  const isGraphQL = new URL(request.url).pathname === '/api/graphql'
  const isJSON = /^application\/(?:\w[\w-]*\+)?json\b/.test(
    response.headers.get('content-type') ?? '',
  )
  if (!isJSON || (status < 400 && !isGraphQL)) {
    return response
  }
  const text = await response.text()
  // The errors of GraphQL come first.
  const body = status < 400 && !text.startsWith('{"errors":') ? undefined : bodyIn(text)
  const errors = body && errorsIn(body)
  if (!errors) {
    return remade(response, text)
  }
  if (isGraphQL) {
    return remade(
      response,
      JSON.stringify({ ...body, errors: errors.map((error) => withExtension(error, status)) }),
    )
  }
  const coded = errors.map((error) => ({ ...error, code: problemCodeOf(error.code, status) }))
  const [first] = coded
  return first && asksForProblem(request.headers.get('accept'))
    ? remade(response, JSON.stringify(problemOf(first, status)), problemType)
    : remade(response, JSON.stringify({ ...body, errors: coded }))
}

const bodyIn = (text: string): Record<string, unknown> | undefined => {
  const body: unknown = text === '' ? undefined : JSON.parse(text)
  return isObject(body) ? body : undefined
}

/** Payload tells of a route that does not exist without a list of errors. */
const errorsIn = ({ errors, message }: Record<string, unknown>): APIError[] | undefined =>
  Array.isArray(errors)
    ? (errors as APIError[])
    : typeof message === 'string'
      ? [{ message }]
      : undefined

const withExtension = (
  error: { extensions?: Record<string, unknown> } & APIError,
  status: number,
) => {
  const { code, statusCode } = error.extensions ?? {}
  const own = typeof statusCode === 'number' ? statusCode : Math.max(status, 400)
  return { ...error, extensions: { ...error.extensions, code: problemCodeOf(code, own) } }
}

const problemOf = ({ code, data, message }: { code: ProblemCode } & APIError, status: number) => ({
  type: `${environment.publicURL}/api/docs#${problemAnchor(code)}`,
  title: problems[code].title,
  status,
  detail: message,
  code,
  ...(data !== undefined && data !== null && { data }),
})

const remade = ({ headers, status }: Response, body: string, type?: string): Response => {
  const response = new Response(body, { headers, status })
  response.headers.delete('content-length')
  if (type) {
    response.headers.set('Content-Type', type)
  }
  return response
}

/** Adds the code of an error, which Payload leaves out, to the reply about it. */
export const tellCode: AfterErrorHook = ({ error, graphqlResult, result }) => {
  const thrown = ((error as { originalError?: Error }).originalError ?? error) as {
    problem?: ProblemCode
  } & Error
  const code = thrown.problem ?? codeOfName[thrown.name]
  if (!code) {
    return
  }
  return {
    ...(graphqlResult && {
      graphqlResult: { ...graphqlResult, extensions: { ...graphqlResult.extensions, code } },
    }),
    ...(result && {
      response: { ...result, errors: result.errors.map((each) => ({ ...each, code })) },
    }),
  }
}

/** Errors of Payload's own that say more than their status. */
const codeOfName: Record<string, ProblemCode | undefined> = {
  QueryError: 'unknown-field',
  ValidationError: 'invalid-data',
}
