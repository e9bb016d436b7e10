import type { Reply } from './openAPI.ts'
import { json, ref } from './openAPI.ts'

/** The reply to what is refused, with a sentence such as it may say. */
export const refused = (description: string, message: string): Reply =>
  json(description, ref('Errors'), { errors: [{ message, name: 'APIError' }] })

/** What every question may get. */
export const refusals = {
  '400': refused(
    'The question is not understood; the message says why.',
    'There is no parameter "distrct" here. Did you mean "district"?',
  ),
  '429': refused(
    'Too many questions; see Retry-After.',
    'Too many requests. Please try again in 30 seconds.',
  ),
}

export const notFound = { '404': refused('There is no such document.', 'Not Found') }

export const forbidden = {
  '403': refused('Not allowed.', 'You are not allowed to perform this action.'),
}
