import type { Text } from './say.ts'

/**
 * Every code that a refusal may have, with its status and its title, which is the same whatever it was about. Clients
 * rely on the codes: add, never rename.
 */
export const problems = {
  'unknown-parameter': { status: 400, title: 'There is no such parameter here.' },
  'unknown-field': { status: 400, title: 'There is no such field here.' },
  'unknown-operator': { status: 400, title: 'The field does not support this operator.' },
  'invalid-value': { status: 400, title: 'A parameter or a condition does not take this value.' },
  'too-complex': { status: 400, title: 'The question is longer than the limits allow.' },
  'invalid-address': { status: 400, title: 'The URL is too long, or has invalid characters.' },
  'invalid-body': { status: 400, title: 'The body is not what the request needs.' },
  'invalid-data': { status: 400, title: 'Fields of the document are missing or invalid.' },
  'invalid-request': { status: 400, title: 'The request is not understood.' },
  unauthorised: { status: 401, title: 'The credentials are missing or wrong.' },
  forbidden: { status: 403, title: 'This is not allowed.' },
  'not-found': { status: 404, title: 'There is no such thing, or it is not public.' },
  conflict: { status: 409, title: 'This contradicts what is stored.' },
  'stale-write': { status: 409, title: 'The document has changed since it was read.' },
  'confirmation-needed': { status: 409, title: 'This must be confirmed before it is published.' },
  'in-use': { status: 409, title: 'Published content refers to this.' },
  gone: { status: 410, title: 'This is not known any more.' },
  'too-large': { status: 413, title: 'The request is too large.' },
  locked: { status: 423, title: 'Somebody else is editing this.' },
  'too-many-requests': { status: 429, title: 'There were too many requests.' },
  'internal-error': { status: 500, title: 'Something went wrong.' },
  unavailable: { status: 503, title: 'The server cannot answer at the moment.' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

/** What is wrong with a request, in both languages. */
export type Fault = { code: ProblemCode } & Text

/** The code of a refusal of which nothing but the status is known. */
const codeOfStatus: Record<number, ProblemCode> = {
  400: 'invalid-request',
  401: 'unauthorised',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  410: 'gone',
  413: 'too-large',
  423: 'locked',
  429: 'too-many-requests',
  503: 'unavailable',
}

/** The code of a refusal: its own, if it has one, or that of its status. */
export const problemCodeOf = (code: unknown, status: number): ProblemCode =>
  typeof code === 'string' && Object.hasOwn(problems, code)
    ? (code as ProblemCode)
    : (codeOfStatus[status] ?? (status < 500 ? 'invalid-request' : 'internal-error'))
