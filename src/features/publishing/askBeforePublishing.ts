import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  GlobalBeforeChangeHook,
  PayloadRequest,
} from 'payload'

import { isCoordinator } from '../../access/people.ts'
import { sourceOfCopy } from '../../hooks/copies.ts'
import { isPublishing, stateBefore, storedState } from '../../hooks/publicState.ts'
import { ownValue } from '../../lib/ownValue.ts'
import { refusal } from '../../lib/refusal.ts'
import { requestNotes } from '../../lib/requestNotes.ts'
import type { Text } from '../../lib/say.ts'
import { say } from '../../lib/say.ts'
import type { AuditLog } from '../../payload-types.ts'
import { addressToConfirm, hidesAddress } from '../address/confirmation.ts'
import { record } from '../audit/recordInAuditLog.ts'
import { titleOf } from '../links/references.ts'
import type { Warning } from '../secretPlaces/warnings.ts'
import { findWarnings, notAccepted, storedGlobal } from '../secretPlaces/warnings.ts'

type Questions = {
  /** The address that would become public and that nobody has confirmed. */
  address: string | undefined
  warnings: Warning[]
}

/**
 * Refuses to publish while questions are unanswered. A coordinator answers them by sending the address
 * as `confirmAddress` and the ids as `acceptedWarnings`.
 *
 * @throws 409 with `data: { confirmAddress, warnings: [{ id, message }] }`.
 */
const refuseUnlessAnswered = (
  req: PayloadRequest,
  { address, warnings }: Questions,
  title: string,
): void => {
  if (address === undefined && warnings.length === 0) {
    return
  }
  const messages = warnings.map(({ id, message }) => ({ id, message: say(req, message) }))
  const text: Text = {
    de: [
      title ? `„${title}“ wurde nicht veröffentlicht.` : 'Es wurde nichts veröffentlicht.',
      ...(address === undefined
        ? []
        : [
            `Damit würde die Anschrift „${address}“ öffentlich, das muss die Koordinierungsstelle ausdrücklich bestätigen.`,
          ]),
      ...warnings.map(({ message }) => message.de),
      ...(warnings.length > 0 ? ['Die Koordinierungsstelle kann trotzdem veröffentlichen.'] : []),
    ].join(' '),
    en: [
      title ? `"${title}" was not published.` : 'Nothing was published.',
      ...(address === undefined
        ? []
        : [
            `It would make the address "${address}" public, which the office has to confirm explicitly.`,
          ]),
      ...warnings.map(({ message }) => message.en),
      ...(warnings.length > 0 ? ['The office can publish it anyway.'] : []),
    ].join(' '),
  }
  // The admin UI shows a dialog when these fields are refused.
  const errors = [
    ...(address === undefined ? [] : [{ message: address, path: 'confirmAddress' }]),
    ...(messages.length === 0
      ? []
      : [
          { message: messages.map(({ message }) => message).join('\n'), path: 'warnings' },
          { message: messages.map(({ id }) => id).join(' '), path: 'acceptedWarnings' },
        ]),
  ]
  throw refusal(
    req,
    409,
    { ...text, code: 'confirmation-needed' },
    { confirmAddress: address, errors, warnings: messages },
  )
}

/** Whether the request may answer the questions: only a coordinator's, or the server's own. */
const mayAnswer = (req: PayloadRequest): boolean =>
  isCoordinator({ req }) || (!req.user && req.payloadAPI === 'local')

/** The warnings that nobody has accepted. Editors accept none; what the office accepted before still holds. */
const unanswered = (
  req: PayloadRequest,
  warnings: Warning[],
  sent: unknown,
  before: unknown,
): Warning[] => notAccepted(warnings, mayAnswer(req) ? sent : before)

/**
 * Asks before a document becomes public, if it would reveal something: an address that is secret by
 * default, or texts that name a secret place. Collections without drafts (files, redirects) are asked
 * about whenever they are saved.
 *
 * @throws 409 while questions are unanswered.
 */
export const askBeforePublishing: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const { confirmAddress, ...content } = data as Record<string, unknown>
  if (collection.versions && !isPublishing({ collection, data, req })) {
    return content
  }
  const { flattenedFields: fields, slug } = collection
  const id = originalDoc?.id as string | undefined
  // A copy takes its texts in the other languages from its source.
  const source = id ?? sourceOfCopy(req, slug)
  const stored = source ? await storedState(req, slug, source, true) : undefined
  const warnings = await findWarnings(
    req,
    { data: content, fields, id, locale: req.locale ?? '', slug, stored },
    // Hiding an address must succeed at once, so only new texts are checked; the dashboard shows the others.
    id && hidesAddress(req, id, content) ? stateBefore(req, id) : undefined,
  )
  const address = slug === 'partners' ? addressToConfirm(req, id, content) : undefined
  const isConfirmed = address?.isConfirmedBy(confirmAddress) && mayAnswer(req)
  refuseUnlessAnswered(
    req,
    {
      address: isConfirmed ? undefined : address?.text,
      warnings: unanswered(req, warnings, content.acceptedWarnings, stored?.acceptedWarnings),
    },
    titleOf(content),
  )
  answers.set(req, id, [
    ...(address ? (['confirm-address'] as const) : []),
    ...(warnings.length > 0 ? (['publish-anyway'] as const) : []),
  ])
  return content
}

/** The answers for a document that is being published, until its id is known and they can be recorded. */
const answers = requestNotes<AuditLog['action'][]>('answers')

/** Records that somebody has answered a question and published. */
export const recordAnswers: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  req,
}) => {
  const documentId = String(doc.id)
  const id = operation === 'create' ? undefined : documentId
  for (const action of answers.get(req, id) ?? []) {
    await record({ action, documentId, entity: collection.slug, req })
  }
  answers.set(req, id, undefined)
  return doc
}

/** What `askBeforePublishing` does, for a global. */
export const askBeforePublishingGlobal: GlobalBeforeChangeHook = async ({ data, global, req }) => {
  if (data._status !== 'published') {
    return data
  }
  const stored = await storedGlobal(req, global.slug, true)
  const warnings = await findWarnings(req, {
    data,
    fields: global.flattenedFields,
    id: undefined,
    locale: req.locale ?? '',
    slug: global.slug,
    stored,
  })
  refuseUnlessAnswered(
    req,
    {
      address: undefined,
      warnings: unanswered(req, warnings, data.acceptedWarnings, stored.acceptedWarnings),
    },
    '',
  )
  if (warnings.length > 0) {
    await record({ action: 'publish-anyway', entity: global.slug, req })
  }
  return data
}

/** The questions that publishing the newest draft would raise, as a sentence; undefined: none. */
export const questionBefore = async (
  req: PayloadRequest,
  { relationTo, value: id }: { relationTo: string; value: string },
): Promise<string | undefined> => {
  const fields = ownValue(req.payload.collections, relationTo)?.config.flattenedFields
  const data = fields && (await storedState(req, relationTo, id, true))
  if (!data) {
    return undefined
  }
  const warnings = notAccepted(
    await findWarnings(req, { data, fields, id, locale: 'all', slug: relationTo, stored: data }),
    data.acceptedWarnings,
  )
  return warnings.length === 0
    ? undefined
    : say(req, {
        de: `${warnings.map(({ message }) => message.de).join(' ')} Bitte den Text ändern oder selbst veröffentlichen.`,
        en: `${warnings.map(({ message }) => message.en).join(' ')} Please change the text, or publish it yourself.`,
      })
}
