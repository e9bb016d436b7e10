import { environment } from '../../environment.ts'
import type { ProblemCode } from '../../lib/problems.ts'
import { problems } from '../../lib/problems.ts'
import { problemAnchor, problemType } from '../problem.ts'
import type { Reply, Schema } from './openAPI.ts'
import { arrayOf, ref } from './openAPI.ts'

/** The two forms of a refusal. */
export const refusalSchemas: Record<string, Schema> = {
  Errors: {
    description: `A refusal, in Payload's form. With \`Accept: ${problemType}\` it is a \`Problem\`.`,
    properties: {
      errors: arrayOf(
        {
          properties: {
            code: ref('ProblemCode'),
            data: { description: 'What a tool for people needs.' },
            message: {
              description: 'What is wrong, in German, or in English with `Accept-Language: en`.',
              type: 'string',
            },
            name: { type: 'string' },
          },
          required: ['code', 'message'],
          type: 'object',
        },
        { minItems: 1 },
      ),
    },
    required: ['errors'],
    type: 'object',
  },
  Problem: {
    description: 'A refusal as RFC 9457 has it.',
    properties: {
      code: ref('ProblemCode'),
      data: { description: 'What a tool for people needs.' },
      detail: {
        description: 'What is wrong, in German, or in English with `Accept-Language: en`.',
        type: 'string',
      },
      status: { maximum: 599, minimum: 400, type: 'integer' },
      title: { type: 'string' },
      type: { description: 'Where the code is explained.', format: 'uri', type: 'string' },
    },
    required: ['type', 'title', 'status', 'detail', 'code'],
    type: 'object',
  },
  ProblemCode: {
    description: 'What was refused, for programs. Codes are added, and never renamed.',
    enum: Object.keys(problems),
    type: 'string',
  },
}

/** The reply to what is refused, with a sentence such as it may say. */
export const refused = (description: string, code: ProblemCode, message: string): Reply => ({
  content: {
    'application/json': { example: { errors: [{ code, message }] }, schema: ref('Errors') },
    [problemType]: {
      example: {
        type: `${environment.publicURL}/api/docs#${problemAnchor(code)}`,
        title: problems[code].title,
        status: problems[code].status,
        detail: message,
        code,
      },
      schema: ref('Problem'),
    },
  },
  description,
})

/** What every question may get. */
export const refusals = {
  '400': refused(
    'The question is not understood; the message says why.',
    'unknown-parameter',
    'There is no parameter "distrct" here. Did you mean "district"?',
  ),
  '429': refused(
    'Too many questions; see Retry-After.',
    'too-many-requests',
    'Too many requests. Please try again in 30 seconds.',
  ),
  '503': refused(
    'The database is not responding, is full or is busy; see Retry-After.',
    'unavailable',
    'The database is not responding at the moment. Please try again in a minute.',
  ),
}

export const notFound = {
  '404': refused('There is no such document.', 'not-found', 'Not Found'),
}

export const forbidden = {
  '403': refused('Not allowed.', 'forbidden', 'You are not allowed to perform this action.'),
}
