import { environment } from '../environment.ts'

/** The form of ids in each database. */
const pattern = {
  // Documents of older installations have UUIDs.
  embedded: /^(?:[0-9a-f]{24}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/i,
  mongodb: /^[0-9a-f]{24}$/i,
}[environment.database.kind]

/** Whether a value has the form of an id. The MongoDB adapter fails on anything else. */
export const looksLikeID = (value: unknown): boolean =>
  typeof value === 'string' && pattern.test(value)
