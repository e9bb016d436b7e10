import type { Text } from '../../lib/say.ts'
import { dueBefore, overdueBefore } from '../verification/due.ts'

/** Conditions that must all hold, in the form of the admin UI's query strings. */
type Conditions = [path: string, operator: string, value: string][]

type Filter = { conditions: () => Conditions; label: Text }

const withDraft: Filter = {
  conditions: () => [['_status', 'equals', 'draft']],
  label: { de: 'Mit unveröffentlichtem Entwurf', en: 'With an unpublished draft' },
}

/** The filters that the office needs most often, by collection. */
export const filters: Record<string, Filter[] | undefined> = {
  media: [
    {
      conditions: () => [['alt', 'exists', 'false']],
      label: {
        de: 'Ohne Alternativtext in dieser Sprache',
        en: 'Without alternative text in this language',
      },
    },
  ],
  news: [withDraft],
  pages: [withDraft],
  partners: [
    {
      conditions: () => [['review.state', 'equals', 'submitted']],
      label: { de: 'Zur Prüfung eingereicht', en: 'Handed in for review' },
    },
    {
      conditions: () => [['reviewDue', 'less_than', dueBefore()]],
      label: { de: 'Bestätigung fällig', en: 'Confirmation due' },
    },
    {
      conditions: () => [['reviewDue', 'less_than', overdueBefore()]],
      label: { de: 'Bestätigung überfällig', en: 'Confirmation overdue' },
    },
    {
      conditions: () => [['verifiedAt', 'exists', 'false']],
      label: { de: 'Noch nie bestätigt', en: 'Never confirmed' },
    },
    withDraft,
    {
      conditions: () => [['kind', 'equals', 'womens-shelter']],
      label: { de: 'Frauenhäuser', en: "Women's shelters" },
    },
    {
      conditions: () => [['address.visibility', 'equals', 'public']],
      label: { de: 'Anschrift öffentlich', en: 'Address public' },
    },
  ],
  standards: [withDraft],
  users: [
    {
      conditions: () => [['role', 'equals', 'coordinator']],
      label: { de: 'Koordination', en: 'Coordinators' },
    },
    {
      conditions: () => [['role', 'equals', 'partner-editor']],
      label: { de: 'Redaktionen der Partner', en: 'Partner editors' },
    },
  ],
}

/** The list of a collection with a filter on, as a path. */
export const filteredList = (collection: string, { conditions }: Filter): string =>
  `/admin/collections/${collection}?${new URLSearchParams(
    conditions().map(([path, operator, value], index) => [
      `where[or][0][and][${index}][${path}][${operator}]`,
      value,
    ]),
  )}`
