import {
  parsePostalCode,
  validateEmail,
  validatePostalCode,
  validateWebAddress,
} from '../../fields/validators.ts'
import { dayOf, noonOf } from '../../lib/days.ts'
import { bare, withoutInvisible } from '../../lib/fold.ts'
import { isTime } from '../../lib/isTime.ts'
import { parsePhone } from '../../lib/phone.ts'
import type { Text } from '../../lib/say.ts'
import { parseEmail, parseWebAddress } from '../../lib/webAddress.ts'
import type { Partner } from '../../payload-types.ts'
import { accessibility } from '../../vocabularies/accessibility.ts'
import { addressVisibility } from '../../vocabularies/addressVisibility.ts'
import { districts } from '../../vocabularies/districts.ts'
import { languages } from '../../vocabularies/languages.ts'
import { membershipStatus } from '../../vocabularies/membershipStatus.ts'
import { organisationKinds } from '../../vocabularies/organisationKinds.ts'
import { reach } from '../../vocabularies/reach.ts'
import { services } from '../../vocabularies/services.ts'
import { targetGroups } from '../../vocabularies/targetGroups.ts'
import type { Vocabulary } from '../../vocabularies/vocabulary.ts'

/** A part of a partner as the forms of the admin UI know it. */
type Data = Record<string, unknown>

type Validate = (value: never, options: never) => string | true | Promise<string | true>

/** A column of the file: a field of a partner as one cell of text. */
export type Column = {
  /** Whether it is part of exports with internal fields only. */
  isInternal?: boolean
  /** The heading; a file may also use the English one, or the name of the field in the API. */
  label: Text
  name: string
  /** The cell for a partner. */
  read: (partner: Data) => string
  /** The validator of the field, whose sentence is the error of the cell. */
  validate?: Validate
  /**
   * The value of a cell, to be stored at the path `name`.
   *
   * @returns undefined if the cell cannot be parsed; `hint` says what it should look like.
   */
  write: (cell: string, partner: Data) => unknown
  hint?: Text
}

const valueAt = (data: Data, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Data)[key] : undefined,
      data,
    )

type ColumnBasics = Pick<Column, 'isInternal' | 'label' | 'name' | 'validate'>

/** @param parse normalises a text; one that it cannot parse is left for the validator to refuse. */
const text = (
  basics: ColumnBasics,
  parse: (cell: string) => string | undefined = (cell) => cell,
): Column => ({
  ...basics,
  read: (partner) => {
    const value = valueAt(partner, basics.name)
    return typeof value === 'string' ? value : ''
  },
  write: (cell) => (cell ? (parse(cell) ?? cell) : null),
})

/** A text in one line, with ordinary spaces; spreadsheets may have wrapped it. */
const inOneLine = (cell: string): string => withoutInvisible(cell).replace(/\s+/g, ' ').trim()

/** The codes of terms by each of their names (code and labels), spelled as `bare` does. */
type Codes = Map<string, string>

const codesOf = (vocabulary: Vocabulary): Codes =>
  new Map(
    vocabulary.flatMap(({ label, value }) =>
      [value, label.de, label.en].map((name) => [bare(name), value]),
    ),
  )

const labelOf = (vocabulary: Vocabulary, code: unknown): string =>
  vocabulary.find(({ value }) => value === code)?.label.de ?? ''

const termsOf = (vocabulary: Vocabulary): Text => ({
  de: `Möglich ist: ${vocabulary.map(({ label }) => label.de).join(', ')}.`,
  en: `Possible values: ${vocabulary.map(({ label }) => label.en).join(', ')}.`,
})

const term = (basics: ColumnBasics, vocabulary: Vocabulary): Column => {
  const codes = codesOf(vocabulary)
  return {
    ...basics,
    hint: termsOf(vocabulary),
    read: (partner) => labelOf(vocabulary, valueAt(partner, basics.name)),
    write: (cell) => (cell ? codes.get(bare(cell)) : null),
  }
}

const terms = (basics: ColumnBasics, vocabulary: Vocabulary): Column => {
  const codes = codesOf(vocabulary)
  return {
    ...basics,
    hint: termsOf(vocabulary),
    read: (partner) => {
      const stored = valueAt(partner, basics.name)
      return Array.isArray(stored)
        ? stored.map((code) => labelOf(vocabulary, code)).join(' | ')
        : ''
    },
    write: (cell) => codesIn(codes, cell, separators),
  }
}

/** Separators between the values of a list. Where a part is not a term, the next one is tried. */
const separators = [/[|\n]/, /[,;]/, /\s(?:und|and|\+|&|\/)\s/]

const codesIn = (
  codes: Codes,
  cell: string,
  [separator, ...others]: RegExp[],
): string[] | undefined => {
  const code = codes.get(bare(cell))
  if (code || !separator) {
    return code ? [code] : undefined
  }
  const parts = cell.split(separator).filter((part) => part.trim())
  const found = parts.map((part) => codesIn(codes, part, others))
  return found.includes(undefined) ? undefined : [...new Set(found.flatMap((each) => each ?? []))]
}

const date = (basics: ColumnBasics): Column => ({
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
    const [, day, month, year] =
      /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(cell.replace(midnightSuffix, '')) ?? []
    const iso = year
      ? `${fullYear(year)}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
      : cell.replace(midnightSuffix, '')
    return /^(?:19|20)\d\d-\d\d-\d\d$/.test(iso) && isTime(iso) ? noonOf(iso) : undefined
  },
})

/** The time that databases append to a day. */
const midnightSuffix = /[T ]00:00(?::00(?:\.0+)?)?Z?$/

/** A year in four digits: 00 to 79 are of this century, since none of the office's dates is that old. */
const fullYear = (year: string): string =>
  year.length === 4 ? year : `${Number(year) < 80 ? '20' : '19'}${year}`

type Phone = NonNullable<Partner['phones']>[number]

const phonesOf = (partner: Data): Phone[] => (partner.phones ?? []) as Phone[]

/** Words and digits that show that a text is about hours. */
const timePattern =
  /\d\s*(?:h|uhr)\b|\d{1,2}[:.]\d\d|\d\s*[-–]\s*\d|\b(?:mo|di|mi|do|fr|sa|so|(?:mon|diens|donners|frei|sams|sonn)tags?|mittwochs?|werktags?|tags|nachts|abends|täglich|24|rund um die uhr)\b/i

const secondNumber = /(?<!\d)0\d{2,4}[\s/-]*\d{2}/

/** What a cell says in addition to the number. */
type Remarks = { hours?: string; label?: string }

/**
 * Parses "Beratung: 0531 4700 (Mo 9-12 Uhr)": label, number and hours. Only the number is required, and
 * label and hours may change places: "Mo 9-12: 0531 4700", "0531 4700 (Beratung)".
 *
 * @returns undefined if the cell is ambiguous.
 */
const parsePhoneCell = (cell: string): ({ number: string } & Remarks) | undefined => {
  const [, rest = cell, behind] = /^(.*[^\s(])\s*\(([^()]*)\)$/s.exec(cell) ?? []
  const [, before = '', written = rest] = /^(.*):\s*([^:]+)$/s.exec(rest) ?? []
  const [, label = before, inLabel] = /^(.*?)\s*\(([^()]*)\)$/s.exec(before) ?? []
  const number = parsePhone(written)
  const remarks = [label.replace(/^tel(?:efon)?\.?$/i, ''), inLabel, behind]
    .map((remark) => remark?.trim() ?? '')
    .filter((remark) => remark !== '')
  const hours = remarks.filter((remark) => timePattern.test(remark))
  const labels = remarks.filter((remark) => !timePattern.test(remark))
  return number === undefined ||
    hours.length > 1 ||
    labels.length > 1 ||
    remarks.some((remark) => secondNumber.test(remark))
    ? undefined
    : { hours: hours[0], label: labels[0], number }
}

/** "Beratung: +493023125000 (nachts)"; the label and the hours may be missing. */
const phone = (index: number): Column => ({
  hint: {
    de: 'In eine Zelle gehört genau eine Rufnummer mit Vorwahl, Sprechzeiten in Klammern: „Beratung: 030 23125000 (Mo 9–12 Uhr)“ oder „030 23125000“.',
    en: 'A cell takes exactly one phone number with its area code, with hours in brackets: "Counselling: 030 23125000 (Mo 9–12)" or "030 23125000".',
  },
  label: { de: `Telefon ${index + 1}`, en: `Phone ${index + 1}` },
  name: `phones.${index}`,
  read: (partner) => {
    const { hours, label, number = '' } = phonesOf(partner)[index] ?? {}
    return `${label ? `${label}: ` : ''}${number}${hours ? ` (${hours})` : ''}`
  },
  write: (cell, partner) => {
    if (!cell) {
      return null
    }
    const { hours, label = null, number } = parsePhoneCell(cell) ?? {}
    if (!number) {
      return undefined
    }
    const phones = phonesOf(partner)
    const atThisPlace = phones[index]
    // What the file does not say about a number is kept, unless it is another number now.
    const existing =
      phones.find((each) => each.number === number) ??
      (label !== null && atThisPlace?.label === label ? atThisPlace : undefined)
    return { ...existing, label, number, ...(hours && { hours }) }
  },
})

/** How many columns there are for phone numbers; further numbers stay as they are. */
const phoneColumns = 3

/** The columns of the file, in order. It is a closed list: a new field is not exported until it is added. */
export const columns: readonly Column[] = [
  text({ name: 'slug', label: { de: 'Kurzadresse', en: 'Slug' } }),
  text({ name: 'name', label: { de: 'Name', en: 'Name' } }, inOneLine),
  text({ name: 'shortName', label: { de: 'Kurzname', en: 'Short name' } }, inOneLine),
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
  ...Array.from({ length: phoneColumns }, (_, index) => phone(index)),
  text(
    { name: 'email', label: { de: 'E-Mail', en: 'E-mail' }, validate: validateEmail },
    parseEmail,
  ),
  text(
    {
      name: 'website',
      label: { de: 'Internetseite', en: 'Website' },
      validate: validateWebAddress,
    },
    parseWebAddress,
  ),
  term(
    { name: 'address.visibility', label: { de: 'Anschrift sichtbar', en: 'Address visibility' } },
    addressVisibility,
  ),
  text({ name: 'address.street', label: { de: 'Straße', en: 'Street' } }, inOneLine),
  text(
    {
      name: 'address.postalCode',
      label: { de: 'Postleitzahl', en: 'Postal code' },
      validate: validatePostalCode,
    },
    parsePostalCode,
  ),
  text({ name: 'address.town', label: { de: 'Ort', en: 'Town' } }, inOneLine),
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

/** The column with the `updatedAt` of each partner. A row is not imported once the partner has changed since. */
export const stateColumn = { label: { de: 'Stand', en: 'State' }, name: 'updatedAt' } as const
