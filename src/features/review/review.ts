import type { PayloadRequest } from 'payload'

import { NotFound } from 'payload'

import { asPerson } from '../../access/asPerson.ts'
import { isCoordinator, isPartnerEditor, partnersOf } from '../../access/people.ts'
import { inTransaction } from '../../lib/inTransaction.ts'
import { refusal } from '../../lib/refusal.ts'
import type { Partner } from '../../payload-types.ts'
import { record } from '../audit/recordInAuditLog.ts'
import { coordinators, editorsOf } from '../mail/recipients.ts'
import { queueMail } from '../mail/sendMail.ts'
import { refuseIfChangedSince } from '../staleWrites/refuseStaleWrite.ts'

/** A step that a person takes with a partner: hand in, hand back, confirm. */
export type Step = {
  id: string
  req: PayloadRequest
  /** The state that the person saw; a newer one is refused with 409. */
  updatedAt?: string
}

/** Longest note, in characters. */
const maxNoteLength = 2000

/**
 * Hands in the newest draft of a partner: coordinators get a mail, and see it in their queue. The editors
 * may go on editing; the newest draft is what is reviewed. Handing in twice changes nothing and sends no
 * second mail.
 *
 * @returns the newest draft, as far as the person may read it.
 * @throws 404 unless the person looks after the partner; 409 if there is nothing to hand in.
 */
export const submitForReview = ({ id, req, updatedAt }: Step): Promise<Partner> =>
  inTransaction(req, async () => {
    if (!isPartnerEditor({ req }) || !partnersOf(req.user).includes(id)) {
      throw new NotFound(req.t)
    }
    const draft = await newestDraft({ id, req, updatedAt })
    if (draft.review?.state === 'submitted') {
      return draft
    }
    if (draft._status === 'published') {
      throw refusal(req, 409, {
        de: 'Es gibt keine Änderungen, die eingereicht werden könnten. Bitte zuerst etwas ändern und speichern.',
        en: 'There are no changes to hand in. Please change and save something first.',
      })
    }
    const partner = await setReview({
      id,
      req,
      review: { note: null, state: 'submitted', submittedAt: new Date().toISOString() },
    })
    for (const coordinator of await coordinators(req)) {
      await queueMail({ kind: 'submitted', partner: id, req, to: coordinator.id })
    }
    await record({ action: 'submit', documentId: id, entity: 'partners', req })
    return partner
  })

/**
 * Hands a partner's changes back to its editors, with a note; they get a mail.
 *
 * @returns the newest draft, as far as the person may read it.
 * @throws 403 unless the person is a coordinator; 400 without a note; 409 if nothing is handed in.
 */
export const returnToEditors = ({
  id,
  note,
  req,
  updatedAt,
}: Step & { note?: unknown }): Promise<Partner> =>
  inTransaction(req, async () => {
    if (!isCoordinator({ req })) {
      throw refusal(req, 403, {
        de: 'Nur die Koordination kann Änderungen zurückgeben.',
        en: 'Only coordinators can hand changes back.',
      })
    }
    const text = typeof note === 'string' ? note.trim() : ''
    if (text === '' || text.length > maxNoteLength) {
      throw refusal(req, 400, {
        de: `Bitte einen Hinweis von höchstens ${maxNoteLength} Zeichen schreiben: Was soll die Redaktion ändern?`,
        en: `Please write a note of at most ${maxNoteLength} characters: what should the editors change?`,
      })
    }
    const draft = await newestDraft({ id, req, updatedAt })
    if (draft.review?.state !== 'submitted') {
      throw refusal(req, 409, {
        de: 'Hier ist nichts zur Prüfung eingereicht.',
        en: 'Nothing has been handed in for review here.',
      })
    }
    const partner = await setReview({ id, req, review: { note: text, state: 'returned' } })
    for (const editor of await editorsOf(id, req)) {
      await queueMail({ kind: 'returned', partner: id, req, to: editor.id })
    }
    await record({ action: 'return', documentId: id, entity: 'partners', req })
    return partner
  })

const newestDraft = async ({ id, req, updatedAt }: Step): Promise<Partner> => {
  const draft = await draftAsSeenBy({ id, req })
  refuseIfChangedSince(updatedAt, draft.updatedAt, req)
  return draft
}

/** The newest draft, as far as the person may read it. */
export const draftAsSeenBy = ({ id, req }: Pick<Step, 'id' | 'req'>): Promise<Partner> =>
  req.payload.findByID({
    ...asPerson(req),
    id,
    collection: 'partners',
    depth: 0,
    draft: true,
  })

const setReview = async ({
  id,
  req,
  review,
}: { review: Partial<Partner['review']> } & Step): Promise<Partner> => {
  await req.payload.update({
    id,
    collection: 'partners',
    data: { _status: 'draft', review },
    depth: 0,
    draft: true,
    locale: 'de',
    req,
  })
  return draftAsSeenBy({ id, req })
}
