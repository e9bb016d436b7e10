import {
  toE164,
  validateEmail,
  validatePhone,
  validatePostalCode,
  validateWebAddress,
} from '../fields/validators.ts'
import type { Partner } from '../payload-types.ts'
import type { Text } from '../say.ts'
import { accessibility } from '../vocabularies/accessibility.ts'
import { addressVisibility } from '../vocabularies/addressVisibility.ts'
import { districts } from '../vocabularies/districts.ts'
import { languages } from '../vocabularies/languages.ts'
import { membershipStatus } from '../vocabularies/membershipStatus.ts'
import { organisationKinds } from '../vocabularies/organisationKinds.ts'
import { reach } from '../vocabularies/reach.ts'
import { services } from '../vocabularies/services.ts'
import { targetGroups } from '../vocabularies/targetGroups.ts'
import type { Vocabulary } from '../vocabularies/vocabulary.ts'
import { dayOf, noonOf } from '../verification/days.ts'

/** A part of a partner as the forms of the admin UI know it. */
type Data = Record<string, unknown>

type Validate = (value: never, options: never) => string | true | Promise<string | true>

/** A column of the file: a field of a partner as one cell of text. */
export type Column = {
  /** Only in exports with internal fields. */
  isInternal?: boolean
  /** The heading; a file may also use the English one, or the name of the field in the API. */
  label: Text
  name: string
  /** The cell for a partner. */
  read: (partner: Data) => string
  /** The validator of the field, whose sentence is the error of the cell. */
  validate?: Validate
  /**
   * What a cell says, to be stored at the path `name`.
   *
   * @returns undefined where the cell cannot be understood; `hint` says what it should look like.
   */
  write: (cell: string, partner: Data) => unknown
  hint?: Text
}

/** Between the values of a list in one cell. */
const separator = ' | '

const valueAt = (data: Data, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Data)[key] : undefined,
      data,
    )

type Basics = Pick<Column, 'isInternal' | 'label' | 'name' | 'validate'>

const text = (basics: Basics): Column => ({
  ...basics,
  read: (partner) => {
    const value = valueAt(partner, basics.name)
    return typeof value === 'string' ? value : ''
  },
  write: (cell) => cell || null,
})

/** The code of a term that a cell names by code or by label, in any case. */
const codeOf = (vocabulary: Vocabulary, cell: string): string | undefined => {
  const wanted = cell.trim().toLowerCase()
  return vocabulary.find(({ label, value }) =>
    [value, label.de, label.en].some((name) => name.toLowerCase() === wanted),
  )?.value
}

const labelOf = (vocabulary: Vocabulary, code: unknown): string =>
  vocabulary.find(({ value }) => value === code)?.label.de ?? ''

const termsOf = (vocabulary: Vocabulary): Text => ({
  de: `Möglich ist: ${vocabulary.map(({ label }) => label.de).join(', ')}.`,
  en: `Possible: ${vocabulary.map(({ label }) => label.en).join(', ')}.`,
})

const term = (basics: Basics, vocabulary: Vocabulary): Column => ({
  ...basics,
  hint: termsOf(vocabulary),
  read: (partner) => labelOf(vocabulary, valueAt(partner, basics.name)),
  write: (cell) => (cell ? codeOf(vocabulary, cell) : null),
})

const terms = (basics: Basics, vocabulary: Vocabulary): Column => ({
  ...basics,
  hint: termsOf(vocabulary),
  read: (partner) => {
    const codes = valueAt(partner, basics.name)
    return Array.isArray(codes)
      ? codes.map((code) => labelOf(vocabulary, code)).join(separator)
      : ''
  },
  write: (cell) => {
    const codes = cell
      .split('|')
      .filter((part) => part.trim())
      .map((part) => codeOf(vocabulary, part))
    return codes.includes(undefined) ? undefined : codes
  },
})

const date = (basics: Basics): Column => ({
  ...basics,
  hint: { de: 'Ein Datum sieht so aus: 17.08.2018.', en: 'A date looks like this: 17.08.2018.' },
  read: (partner) => {
    const value = valueAt(partner, basics.name)
    return typeof value === 'string' ? dayOf(value).split('-').reverse().join('.') : ''
  },
  write: (cell) => {
    if (!cell) {
      return null
    }
    const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(cell) ?? []
    const iso = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : cell
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(Date.parse(noonOf(iso)))
    return isDay && dayOf(noonOf(iso)) === iso ? noonOf(iso) : undefined
  },
})

type Phone = NonNullable<Partner['phones']>[number]

const phonesOf = (partner: Data): Phone[] => (partner.phones ?? []) as Phone[]

/** "Beratung: +493023125000"; the label may be missing. */
const phone = (index: number): Column => ({
  hint: {
    de: 'Eine Rufnummer sieht so aus: „Beratung: 030 23125000“ oder „030 23125000“.',
    en: 'A phone number looks like this: "Counselling: 030 23125000" or "030 23125000".',
  },
  label: { de: `Telefon ${index + 1}`, en: `Phone ${index + 1}` },
  name: `phones.${index}`,
  read: (partner) => {
    const { label, number = '' } = phonesOf(partner)[index] ?? {}
    return label ? `${label}: ${number}` : number
  },
  validate: (value: null | Phone, options: never) => !value || validatePhone(value.number, options),
  write: (cell, partner) => {
    if (!cell) {
      return null
    }
    const [, label, number = cell] = /^(.*?):\s*([^:]+)$/.exec(cell) ?? []
    // Hours and charges of the number at this place stay as they are.
    return { ...phonesOf(partner)[index], label: label || null, number: toE164(number.trim()) }
  },
})

/** How many phone numbers the file has room for; others stay as they are. */
const phonesInFile = 3

/** The columns of the file, in their order. A closed list: a new field is not exported by itself. */
export const columns: readonly Column[] = [
  text({ name: 'slug', label: { de: 'Kurzadresse', en: 'Slug' } }),
  text({ name: 'name', label: { de: 'Name', en: 'Name' } }),
  text({ name: 'shortName', label: { de: 'Kurzname', en: 'Short name' } }),
  term({ name: 'kind', label: { de: 'Art', en: 'Kind' } }, organisationKinds),
  text({ name: 'description', label: { de: 'Kurzbeschreibung', en: 'Description' } }),
  terms({ name: 'services', label: { de: 'Angebote', en: 'Services' } }, services),
  terms({ name: 'targetGroups', label: { de: 'Zielgruppen', en: 'Target groups' } }, targetGroups),
  terms({ name: 'languages', label: { de: 'Sprachen', en: 'Languages' } }, languages),
  terms(
    { name: 'accessibility', label: { de: 'Barrierefreiheit', en: 'Accessibility' } },
    accessibility,
  ),
  term({ name: 'reach', label: { de: 'Zuständigkeit', en: 'Reach' } }, reach),
  terms({ name: 'districts', label: { de: 'Landkreise und Städte', en: 'Districts' } }, districts),
  ...Array.from({ length: phonesInFile }, (_, index) => phone(index)),
  text({
    name: 'email',
    label: { de: 'E-Mail', en: 'E-mail' },
    validate: validateEmail,
  }),
  text({
    name: 'website',
    label: { de: 'Internetseite', en: 'Website' },
    validate: validateWebAddress,
  }),
  term(
    { name: 'address.visibility', label: { de: 'Anschrift sichtbar', en: 'Address visibility' } },
    addressVisibility,
  ),
  text({ name: 'address.street', label: { de: 'Straße', en: 'Street' } }),
  text({
    name: 'address.postalCode',
    label: { de: 'Postleitzahl', en: 'Postal code' },
    validate: validatePostalCode,
  }),
  text({ name: 'address.town', label: { de: 'Ort', en: 'Town' } }),
  date({ name: 'membership.since', label: { de: 'Unterzeichnet am', en: 'Signatory since' } }),
  term(
    { name: 'membership.status', label: { de: 'Mitgliedschaft', en: 'Membership' } },
    membershipStatus,
  ),
  date({ name: 'verifiedAt', label: { de: 'Zuletzt bestätigt', en: 'Verified at' } }),
  date({ name: 'reviewDue', label: { de: 'Bestätigung fällig', en: 'Review due' } }),
  text({
    name: 'internal.postalAddress',
    isInternal: true,
    label: { de: 'Postanschrift (intern)', en: 'Postal address (internal)' },
  }),
  text({
    name: 'internal.notes',
    isInternal: true,
    label: { de: 'Notizen (intern)', en: 'Notes (internal)' },
  }),
  text({
    name: 'internal.officeNotes',
    isInternal: true,
    label: { de: 'Notizen der Koordinierungsstelle', en: 'Notes of the office' },
  }),
]

/** Says which state a row of an export is of; a row of an older one is not imported. */
export const stateColumn = { label: { de: 'Stand', en: 'State' }, name: 'updatedAt' } as const
