import type { Endpoint, GraphQLExtension, PayloadRequest } from 'payload'

import { NotFound } from 'payload'

import { isCoordinator, partnersOf } from '../../access/people.ts'
import { pathOf } from '../../addresses/paths.ts'
import type { Stored } from '../../hooks/publicState.ts'
import { isPublic, readStored, storedState } from '../../hooks/publicState.ts'
import { inTransaction } from '../../lib/inTransaction.ts'
import { rewriteVersion, storedVersions } from '../../lib/rewriteVersion.ts'
import { say } from '../../lib/say.ts'
import type { Partner } from '../../payload-types.ts'
import { record } from '../audit/recordInAuditLog.ts'
import { commonTextOf } from '../search/searchText.ts'
import { mentionsOf } from '../secretPlaces/mentions.ts'
import { streetsIn } from '../secretPlaces/streets.ts'
import { tellWebhooks } from '../webhooks/deliver.ts'
import { moveToInternal } from './address.ts'

type Hidden = {
  /** The streets that were public before. */
  streets: string[]
  updatedAt: string
}

type Data = Record<string, unknown>
type HidingVisibility = 'secret' | 'town-only'

/** The change that hides the address in one state of a partner. */
const changeToHide = (req: PayloadRequest, partner: Data, visibility: HidingVisibility): Data => {
  const { searched } = req.payload.collections.partners.config.custom as {
    searched: { common: string[] }
  }
  const moved = moveToInternal(partner, visibility)
  return { ...moved, searchCommon: commonTextOf({ ...partner, ...moved }, searched.common) }
}

/** Hides a public address in a stored partner, and moves it to the internal fields. */
export const hideInDocument = async (
  req: PayloadRequest,
  stored: Stored,
  visibility: HidingVisibility,
  updatedAt = stored.updatedAt,
): Promise<void> => {
  await req.payload.db.updateOne({
    id: stored.id,
    collection: 'partners',
    data: { ...changeToHide(req, stored, visibility), updatedAt },
    req,
    returning: false,
  })
}

/** Hides a public address in all versions of a partner, and moves it to their internal fields. */
export const hideInVersions = async (
  req: PayloadRequest,
  { changedAt, id, visibility }: { changedAt?: string; id: string; visibility: HidingVisibility },
): Promise<void> => {
  const versions = await storedVersions(req, 'partners', {
    and: [{ parent: { equals: id } }, { 'version.address.visibility': { equals: 'public' } }],
  })
  for (const version of versions) {
    const isNewest = version.latest === true
    await rewriteVersion(
      req,
      'partners',
      version,
      {
        ...changeToHide(req, version.version, visibility),
        ...(isNewest && changedAt && { updatedAt: changedAt }),
      },
      isNewest ? changedAt : undefined,
    )
  }
}

/**
 * Hides the address of a partner at once, in what is published, in the newest draft and in all earlier
 * versions. It is moved to the internal fields. A second call changes nothing.
 *
 * @throws 404 unless the person may publish the partner: coordinators, and editors of a trusted one.
 */
const hideAddress = ({ id, req }: { id: string; req: PayloadRequest }): Promise<Hidden> =>
  inTransaction(req, async () => {
    const stored = await readStored(req, 'partners', id)
    const partner = stored as Partial<Partner> | undefined
    const isOwn = partner?.trusted === true && partnersOf(req.user).includes(id)
    if (!stored || !(isCoordinator({ req }) || isOwn)) {
      throw new NotFound(req.t)
    }
    const now = new Date().toISOString()
    const wasPublic = partner?.address?.visibility === 'public'
    if (wasPublic) {
      await hideInDocument(req, stored, 'secret', now)
    }
    await hideInVersions(req, { changedAt: now, id, visibility: 'secret' })
    if (wasPublic) {
      await record({ action: 'hide-address', documentId: id, entity: 'partners', req })
      if (isPublic(stored)) {
        const { slug } = stored
        const path = pathOf('partners', stored)
        await tellWebhooks({ action: 'hide-address', entity: 'partners', id, path, req, slug })
      }
    }
    const newest = await storedState(req, 'partners', id, true)
    return {
      streets: streetsIn(partner?.address?.street ?? ''),
      updatedAt: newest?.updatedAt ?? now,
    }
  })

/**
 * `POST /api/partners/:id/hide-address` answers `{ mentions: [{ entity, id, title }], updatedAt }`.
 * `mentions` are public texts that still name the street, which people have to rewrite.
 */
export const hideAddressEndpoint: Endpoint = {
  handler: async (req) => {
    const { streets, updatedAt } = await hideAddress({ id: String(req.routeParams?.id), req })
    // After the transaction, since this reads all public texts.
    const mentions = isCoordinator({ req }) ? await mentionsOf(req, streets) : []
    const message = say(req, {
      de: 'Die Anschrift ist nicht mehr öffentlich. Sie steht unter „Intern“.',
      en: 'The address is no longer public. It is kept under "Internal".',
    })
    return Response.json({ mentions, message, updatedAt })
  },
  method: 'post',
  path: '/:id/hide-address',
}

type Context = { req: PayloadRequest }

/** `hidePartnerAddress(id)` answers the new `updatedAt` of the partner. */
export const hideAddressMutation: GraphQLExtension = ({ GraphQLNonNull, GraphQLString }) => ({
  hidePartnerAddress: {
    args: { id: { type: new GraphQLNonNull(GraphQLString) } },
    resolve: async (_: unknown, { id }: { id: string }, { req }: Context) =>
      (await hideAddress({ id, req })).updatedAt,
    type: new GraphQLNonNull(GraphQLString),
  },
})
