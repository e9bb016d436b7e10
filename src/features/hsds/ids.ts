import type { Payload } from 'payload'

import { published } from '../../access/content.ts'
import { readPlainFields } from '../../database/plainFields.ts'
import { uuidOfName } from '../../lib/uuidOfName.ts'

/** The namespace of all ids. It never changes: directories know by their ids what they have taken before. */
const namespace = 'be7b6ecf-3568-4967-8763-c3ae9da8e2af'

/** The id of something, the same for as long as its name is: MongoDB has no UUIDs for documents. */
export const uuidOf = (...name: string[]): string => uuidOfName(namespace, name.join('/'))

/** What directories ask for of a partner. */
export type What = 'organization' | 'service' | 'service_at_location'

/** The id of what is made of a partner: by its own id, which outlives every edit and every new name. */
export const uuidOfPartner = (
  partner: string,
  ...what: [What | (string & {}), ...string[]]
): string => uuidOf('partners', partner, ...what)

/** The id of the published partner of which something is made; undefined if there is none. */
export const partnerOf = async (
  payload: Payload,
  what: What,
  uuid: string,
): Promise<string | undefined> => {
  const asked = uuid.toLowerCase()
  const partners = await readPlainFields(payload, ['slug'], {
    collection: 'partners',
    where: published,
  })
  return partners.find(({ id }) => uuidOfPartner(id, what) === asked)?.id
}
