import type { PayloadRequest } from 'payload'

import { asPerson } from '../../access/asPerson.ts'
import { partnersOf } from '../../access/people.ts'
import { dayInWords } from '../../lib/days.ts'
import type { Text } from '../../lib/say.ts'
import type { Partner } from '../../payload-types.ts'
import { isOverdue } from '../verification/due.ts'

/** A partner on the dashboard of its editors. */
export type OwnPartner = { draft: Partner; isPublished: boolean }

/** The partners that an editor looks after. */
export const ownPartners = async (req: PayloadRequest): Promise<OwnPartner[]> => {
  const read = async (id: string, draft: boolean): Promise<null | Partner> =>
    req.payload.findByID({
      ...asPerson(req),
      id,
      collection: 'partners',
      depth: 0,
      disableErrors: true,
      draft,
    })
  const found = await Promise.all(
    partnersOf(req.user).map(async (id) => {
      const [draft, main] = await Promise.all([read(id, true), read(id, false)])
      return draft && { draft, isPublished: main?._status === 'published' }
    }),
  )
  return found.filter((each) => each !== null)
}

/** The state of a partner's profile, in one or two sentences. */
export const stateOf = ({ draft, isPublished }: OwnPartner): Text => {
  const { review, updatedAt } = draft
  const since = review?.submittedAt ?? updatedAt
  const day = { de: dayInWords(since, 'de'), en: dayInWords(since, 'en') }
  const publication = isPublished
    ? { de: 'Veröffentlicht.', en: 'Published.' }
    : { de: 'Noch nicht veröffentlicht.', en: 'Not published yet.' }
  const reviewState =
    review?.state === 'submitted'
      ? {
          de: `Ihre Änderungen vom ${day.de} warten auf Prüfung.`,
          en: `Your changes of ${day.en} are waiting for review.`,
        }
      : review?.state === 'returned'
        ? {
            de: 'Die Koordinierungsstelle bittet Sie um eine Änderung, bevor sie veröffentlicht.',
            en: 'The office asks you to change something before it publishes your profile.',
          }
        : draft._status === 'published'
          ? { de: 'Es gibt keine offenen Änderungen.', en: 'There are no pending changes.' }
          : {
              de: `Ihre Änderungen vom ${day.de} sind gespeichert, aber noch nicht eingereicht.`,
              en: `Your changes of ${day.en} are saved, but have not been handed in yet.`,
            }
  return { de: `${publication.de} ${reviewState.de}`, en: `${publication.en} ${reviewState.en}` }
}

/** When a published profile must be confirmed again; undefined for one that is not published. */
export const confirmationOf = ({
  draft: { reviewDue },
  isPublished,
}: OwnPartner): Text | undefined => {
  if (!isPublished) {
    return undefined
  }
  if (!reviewDue) {
    return {
      de: 'Noch nie bestätigt: Bitte sehen Sie nach, ob alles stimmt.',
      en: 'Never confirmed: please check that everything is correct.',
    }
  }
  const day = { de: dayInWords(reviewDue, 'de'), en: dayInWords(reviewDue, 'en') }
  return isOverdue(reviewDue)
    ? {
        de: `Die Bestätigung ist seit dem ${day.de} überfällig. Bitte sehen Sie nach, ob alles stimmt.`,
        en: `The confirmation has been overdue since ${day.en}. Please check that everything is correct.`,
      }
    : {
        de: `Bestätigt. Die nächste Bestätigung ist am ${day.de} fällig.`,
        en: `Confirmed. The next confirmation is due on ${day.en}.`,
      }
}
