import type { PayloadRequest } from 'payload'

import { asPerson } from '../../access/asPerson.ts'
import { partnersOf } from '../../access/people.ts'
import { dayInWords } from '../../lib/days.ts'
import type { Text } from '../../lib/say.ts'
import type { Partner } from '../../payload-types.ts'
import { isOverdue } from '../verification/due.ts'

/** A partner as its editors find it on their dashboard. */
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

/** Where a partner's profile stands, in one sentence or two. */
export const stateOf = ({ draft, isPublished }: OwnPartner): Text => {
  const { review, updatedAt } = draft
  const since = review?.submittedAt ?? updatedAt
  const day = { de: dayInWords(since, 'de'), en: dayInWords(since, 'en') }
  const begin = isPublished
    ? { de: 'Veröffentlicht.', en: 'Published.' }
    : { de: 'Noch nicht veröffentlicht.', en: 'Not published yet.' }
  const rest =
    review?.state === 'submitted'
      ? {
          de: `Ihre Änderungen vom ${day.de} warten auf Prüfung.`,
          en: `Your changes of ${day.en} wait for review.`,
        }
      : review?.state === 'returned'
        ? {
            de: 'Die Koordinierungsstelle bittet Sie um eine Änderung, bevor sie veröffentlicht.',
            en: 'The office asks you for a change before it publishes.',
          }
        : draft._status === 'published'
          ? { de: 'Es gibt keine offenen Änderungen.', en: 'There are no open changes.' }
          : {
              de: `Ihre Änderungen vom ${day.de} sind gespeichert, aber noch nicht eingereicht.`,
              en: `Your changes of ${day.en} are saved, but not handed in yet.`,
            }
  return { de: `${begin.de} ${rest.de}`, en: `${begin.en} ${rest.en}` }
}

/** Until when a published profile is to be confirmed; undefined where nobody has said. */
export const dueOf = ({ draft: { reviewDue }, isPublished }: OwnPartner): Text | undefined => {
  if (!isPublished) {
    return undefined
  }
  if (!reviewDue) {
    return {
      de: 'Noch nie bestätigt: Bitte sehen Sie nach, ob alles stimmt.',
      en: 'Never confirmed yet: please check whether everything is true.',
    }
  }
  const day = { de: dayInWords(reviewDue, 'de'), en: dayInWords(reviewDue, 'en') }
  return isOverdue(reviewDue)
    ? {
        de: `Die Bestätigung ist seit dem ${day.de} überfällig. Bitte sehen Sie nach, ob alles stimmt.`,
        en: `The confirmation is overdue since ${day.en}. Please check whether everything is true.`,
      }
    : {
        de: `Bestätigt. Die nächste Bestätigung ist am ${day.de} fällig.`,
        en: `Confirmed. The next confirmation is due on ${day.en}.`,
      }
}
