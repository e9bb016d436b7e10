import type { CollectionSlug, PayloadRequest, Where } from 'payload'

import { asPerson } from '../../access/asPerson.ts'
import { isPerson } from '../../access/people.ts'
import type { BeforeOperation } from '../../lib/beforeOperation.ts'
import { refusal } from '../../lib/refusal.ts'
import { say } from '../../lib/say.ts'
import { labelOf } from './references.ts'
import type { Use } from './uses.ts'
import { publishedUses } from './uses.ts'

type Args = {
  data?: { deletedAt?: unknown }
  id?: number | string
  overrideAccess?: boolean
  where?: Where
}

/** How many places a refusal names. */
const maxNamed = 5

/**
 * Refuses to delete or trash documents to which published content refers: links would be broken, and
 * lists would have gaps. Also in bulk. The server itself may delete them.
 *
 * @throws 409 with the places where they are used.
 */
export const refuseDeletionInUse =
  (collection: CollectionSlug): BeforeOperation =>
  async ({ args, operation, req }) => {
    const { data, id, overrideAccess, where } = args as Args
    const isDeletion = operation === 'delete' || (operation === 'update' && data?.deletedAt)
    // Others are refused by the access rules, and must not learn from this where something is used.
    if (!isDeletion || overrideAccess || !isPerson({ req })) {
      return args
    }
    const ids = id === undefined ? await idsOf(req, collection, where ?? {}) : [String(id)]
    // A redirect that leads nowhere does no harm; it is reported as broken.
    const uses = (await publishedUses(req, collection, ids)).filter(
      ({ entity }) => entity !== 'redirects',
    )
    if (uses.length > 0) {
      throw refusal(req, 409, {
        code: 'in-use',
        de: `Das wird noch verwendet: ${placesIn(req, uses)}. Bitte zuerst dort entfernen.`,
        en: `This is still in use: ${placesIn(req, uses)}. Please remove it there first.`,
      })
    }
    return args
  }

const idsOf = async (
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
): Promise<string[]> => {
  const { docs } = await req.payload.find({
    ...asPerson(req),
    collection: collection as 'pages',
    depth: 0,
    pagination: false,
    select: {},
    trash: true,
    where,
  })
  return docs.map(({ id }) => id)
}

const placesIn = (req: PayloadRequest, uses: Use[]): string => {
  const named = uses
    .slice(0, maxNamed)
    .map(({ entity, id, title }) =>
      id ? `„${title}“ (${say(req, labelOf(req.payload.config, entity))})` : title,
    )
  const rest = uses.length - named.length
  return [
    ...named,
    ...(rest > 0 ? [say(req, { de: `${rest} weitere`, en: `${rest} more` })] : []),
  ].join(', ')
}
