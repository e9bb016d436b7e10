import { environment } from '../environment.ts'

/** The form of ids in each database. */
const pattern = {
  // Documents of older installations have UUIDs.
  embedded: /^(?:[0-9a-f]{24}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/i,
  mongodb: /^[0-9a-f]{24}$/i,
}[environment.database.kind]

/**
 * Whether a value can be the id of a document.
 *
 * Workaround (no issue known): Payload's adapters fail on any other value. Can go when they refuse it;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const looksLikeID = (value: unknown): boolean =>
  typeof value === 'string' && pattern.test(value)
