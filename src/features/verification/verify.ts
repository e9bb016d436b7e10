import type { PayloadRequest, Where } from 'payload'

import { NotFound } from 'payload'

import { isCoordinator, partnersOf } from '../../access/people.ts'
import { pathOf } from '../../addresses/paths.ts'
import { dayOf, noonOf, yearAfter } from '../../lib/days.ts'
import { inTransaction } from '../../lib/inTransaction.ts'
import { refusal } from '../../lib/refusal.ts'
import { rewriteVersion, storedVersions } from '../../lib/rewriteVersion.ts'
import type { Partner } from '../../payload-types.ts'
import { record } from '../audit/recordInAuditLog.ts'
import type { Step } from '../review/review.ts'
import { draftAsSeenBy } from '../review/review.ts'
import { refuseIfChangedSince } from '../staleWrites/refuseStaleWrite.ts'
import { tellWebhooks } from '../webhooks/deliver.ts'

type Verification = Required<Pick<Partner, 'reviewDue' | 'verifiedAt'>>

/**
 * Confirms that a partner's published profile is correct: verified today, due again in a year. A newer
 * draft gets the same dates and stays a draft. Confirming again on the same day changes nothing.
 *
 * @returns the newest draft, as far as the person may read it.
 * @throws 404 unless the person looks after the partner or is a coordinator; 409 if nothing is
 * published, or if the document has changed since `updatedAt`.
 */
export const verify = ({ id, req, updatedAt }: Step): Promise<Partner> =>
  inTransaction(req, async () => {
    if (!isCoordinator({ req }) && !partnersOf(req.user).includes(id)) {
      throw new NotFound(req.t)
    }
    const draft = await draftAsSeenBy({ id, req })
    const published = await req.payload.findByID({ id, collection: 'partners', depth: 0, req })
    if (published._status !== 'published') {
      throw refusal(req, 409, {
        de: 'Dieses Profil ist noch nicht veröffentlicht. Bestätigt wird, was öffentlich ist: Bitte zuerst zur Prüfung einreichen und veröffentlichen lassen.',
        en: 'This profile is not published yet. Only what is public can be confirmed: please hand it in for review and have it published first.',
      })
    }
    const today = dayOf(new Date())
    const verification = { reviewDue: noonOf(yearAfter(today)), verifiedAt: noonOf(today) }
    if (isVerified(draft, verification) && isVerified(published, verification)) {
      return draft
    }
    refuseIfChangedSince(updatedAt, draft.updatedAt, req)
    await writeToPublishedAndDraft({ id, req, verification })
    await record({ action: 'verify', documentId: id, entity: 'partners', req })
    const path = pathOf('partners', published)
    await tellWebhooks({
      action: 'verify',
      entity: 'partners',
      id,
      path,
      req,
      slug: published.slug,
    })
    return draftAsSeenBy({ id, req })
  })

const isVerified = (partner: Partner, { reviewDue, verifiedAt }: Verification): boolean =>
  partner.reviewDue === reviewDue && partner.verifiedAt === verifiedAt

/**
 * Writes the dates directly to the database: to the main document, its published version and its newest
 * one. Payload's own update would publish the newest draft.
 */
const writeToPublishedAndDraft = async ({
  id,
  req,
  verification,
}: {
  id: string
  req: PayloadRequest
  verification: Verification
}): Promise<void> => {
  const { db } = req.payload
  const now = new Date().toISOString()
  await db.updateOne({
    id,
    collection: 'partners',
    data: { ...verification, updatedAt: now },
    req,
    returning: false,
  })
  const newest = await newestVersion(id, req, { latest: { equals: true } })
  const published = await newestVersion(id, req, { 'version._status': { equals: 'published' } })
  const older = published?.id === newest?.id ? undefined : published
  for (const version of [older, newest]) {
    if (version) {
      await rewriteVersion(
        req,
        'partners',
        version,
        { ...verification, updatedAt: now },
        version === newest ? now : undefined,
      )
    }
  }
}

const newestVersion = async (id: string, req: PayloadRequest, which: Where) =>
  (await storedVersions(req, 'partners', { and: [{ parent: { equals: id } }, which] }, 1))[0]
