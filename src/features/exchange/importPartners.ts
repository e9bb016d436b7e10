import type { PayloadRequest } from 'payload'

import { ValidationError } from 'payload'

import { asPerson } from '../../access/asPerson.ts'
import { isPublic, readStored } from '../../hooks/publicState.ts'
import { bare, fold, isSameName } from '../../lib/fold.ts'
import { inTransaction } from '../../lib/inTransaction.ts'
import type { Text } from '../../lib/say.ts'
import { say } from '../../lib/say.ts'
import type { Partner } from '../../payload-types.ts'
import { isSecretByDefault } from '../../vocabularies/organisationKinds.ts'
import { shownAddress } from '../address/confirmation.ts'
import { checkPartner } from './checkPartner.ts'
import type { Column } from './columns.ts'
import { columns, stateColumn } from './columns.ts'
import type { Cell, Row } from './csv.ts'
import { readCSV } from './csv.ts'

/** An error in the file; without `line` and `column` if it concerns the file as a whole. */
type Fault = { column?: string; line?: number; message: string }

/** What a row does. `changes` are the cells that differ, as text. */
type Outcome = {
  action: 'change' | 'create' | 'unchanged'
  changes: { column: string; from: string; to: string }[]
  id?: string
  line: number
  name: string
}

/** An address that is not public yet and would be, once the partner of the row is published. */
type NewAddress = { address: string; line: number; name: string; needsConfirmation: boolean }

export type Report = { addresses: NewAddress[]; errors: Fault[]; rows: Outcome[] }

type Data = Record<string, unknown>

/** A row that will be written. */
type Write = { data: Data; id?: string; outcome: Outcome }

/** Thrown to roll back what was written; the report says why. */
class Refused extends Error {}

/**
 * Imports partners from a CSV file: all rows, or none. New partners and changes become drafts; what is
 * published stays as it is. A missing column leaves its values alone, an empty cell clears them. All
 * rows are checked before the first is written; the first that is refused stops the import.
 *
 * @param isTrial whether to check the file without writing anything.
 * @param onProgress is called after each row that is checked (in a trial) or written.
 * @returns what each row does, or the errors.
 */
export const importPartners = async ({
  bytes,
  isTrial,
  onProgress,
  req,
}: {
  bytes: Buffer
  isTrial: boolean
  onProgress?: (done: number, of: number) => void
  req: PayloadRequest
}): Promise<Report> => {
  const file = readCSV(bytes, isHeading)
  if ('fault' in file) {
    return { addresses: [], errors: [{ message: say(req, file.fault) }], rows: [] }
  }
  const { headings, rows } = file
  const found = columnsOf(headings, req)
  if (found.errors.length > 0) {
    return { addresses: [], errors: found.errors, rows: [] }
  }
  const report: Report = { addresses: [], errors: [], rows: [] }
  try {
    await inTransaction(req, async () => {
      const writes: Write[] = []
      const partners = await listPartners(req)
      const seen = new Map<string, number>()
      for (const [index, row] of rows.entries()) {
        const write = await planRow({ found, partners, report, req, row, seen })
        if (write) {
          writes.push(write)
        }
        if (isTrial) {
          onProgress?.(index + 1, rows.length)
        }
      }
      if (isTrial || report.errors.length > 0) {
        return
      }
      for (const [index, write] of writes.entries()) {
        await saveOrRefuse({ report, req, write })
        onProgress?.(index + 1, writes.length)
      }
    })
  } catch (error) {
    if (!(error instanceof Refused)) {
      throw error
    }
  }
  return report
}

type FileColumns = { columns: (Column | undefined)[]; isNameless: boolean[]; state: number }

const nameOf = (column: Pick<Column, 'label'>, req: PayloadRequest): string =>
  say(req, column.label)

const isNamed = (heading: string, { label, name }: Pick<Column, 'label' | 'name'>): boolean =>
  [name, label.de, label.en].some((each) => isSameName(each, heading))

const isHeading = (text: string): boolean =>
  [...columns, stateColumn].some((column) => isNamed(text, column))

/** Assigns the columns of the file to those that are known. */
const columnsOf = (
  { cells, line }: Row,
  req: PayloadRequest,
): { errors: Fault[] } & FileColumns => {
  const errors: Fault[] = []
  const addError = (text: Text, column?: string) =>
    errors.push({ column, line, message: say(req, text) })
  const headings = cells.map(({ text }) => text)
  const found = headings.map((heading, index) => {
    if (heading === '' || isNamed(heading, stateColumn)) {
      return undefined
    }
    const column = columns.find((each) => isNamed(heading, each))
    if (!column) {
      addError(
        {
          de: `Die Spalte „${heading}“ gibt es nicht. Möglich ist: ${columns.map(({ label }) => label.de).join(', ')}.`,
          en: `There is no column "${heading}". Possible columns: ${columns.map(({ label }) => label.en).join(', ')}.`,
        },
        heading,
      )
    } else if (headings.findIndex((each) => isNamed(each, column)) < index) {
      addError(
        {
          de: `Die Spalte „${heading}“ steht zweimal da. Bitte eine davon löschen.`,
          en: `The column "${heading}" occurs twice. Please delete one of them.`,
        },
        heading,
      )
    }
    return column
  })
  if (!found.some((column) => column?.name === 'name' || column?.name === 'slug')) {
    addError({
      de: 'Es fehlt eine Spalte „Name“ oder „Kurzadresse“, an der die Partner zu erkennen sind.',
      en: 'The column "Name" or "Slug", by which partners are recognised, is missing.',
    })
  }
  return {
    columns: found,
    errors,
    isNameless: headings.map((heading) => heading === ''),
    state: headings.findIndex((heading) => isNamed(heading, stateColumn)),
  }
}

/** A row, and what is known of the partner that it is about. */
type RowContext = {
  cells: Cell[]
  found: FileColumns
  /** The partners with its slug, or else with its name. */
  matches: PartnerKey[]
  name: string
  partner: Partner | undefined
  /** An earlier line about the same partner. */
  sameAs: number | undefined
  slug: string
}

/** What is wrong with a row as a whole; its cells are checked later. */
const faultOfRow = ({
  cells,
  found,
  matches,
  name,
  partner,
  sameAs,
  slug,
}: RowContext): { column?: Pick<Column, 'label'>; text: Text } | undefined => {
  // Without that column, partners are recognised by their slug and keep their name.
  if (!name && (!partner || found.columns.some((column) => column?.name === 'name'))) {
    return { text: { de: 'Der Name fehlt.', en: 'The name is missing.' } }
  }
  if (matches.length > 1) {
    return {
      text: {
        de: `„${name}“ gibt es ${matches.length}-mal. Bitte die Kurzadresse dazuschreiben.`,
        en: `There are ${matches.length} partners called "${name}". Please add the slug.`,
      },
    }
  }
  if (sameAs !== undefined) {
    return {
      text: {
        de: `„${name || slug}“ steht schon in Zeile ${sameAs}. Bitte eine der beiden löschen.`,
        en: `"${name || slug}" is already in line ${sameAs}. Please delete one of the two.`,
      },
    }
  }
  const surplus = cells.find(({ text }, index) => text !== '' && (found.isNameless[index] ?? true))
  if (surplus) {
    return {
      text: {
        de: `Über „${surplus.text}“ steht keine Spaltenüberschrift. Ein Text mit einem Semikolon oder Komma gehört in Anführungszeichen.`,
        en: `There is no heading above "${surplus.text}". A text with a semicolon or comma belongs in quotation marks.`,
      },
    }
  }
  const state = cells[found.state]?.text
  return partner && state && Date.parse(state) !== Date.parse(partner.updatedAt)
    ? {
        column: stateColumn,
        text: {
          de: 'Dieser Partner wurde seit dem Export geändert. Bitte neu exportieren und die Änderungen dort eintragen.',
          en: 'This partner has been changed since the export. Please export again and enter the changes there.',
        },
      }
    : undefined
}

/** Notes the line of a partner. @returns an earlier line about the same partner. */
const noteLine = (seen: Map<string, number>, line: number, keys: string[]): number | undefined => {
  const before = keys.map((key) => seen.get(key)).find((each) => each !== undefined)
  keys.forEach((key) => seen.set(key, line))
  return before
}

/** Adds what a row does, or what is wrong with it, to the report. @returns what to write, if anything. */
const planRow = async ({
  found,
  partners,
  report,
  req,
  row: { cells, line },
  seen,
}: {
  found: FileColumns
  partners: PartnerKey[]
  report: Report
  req: PayloadRequest
  row: Row
  seen: Map<string, number>
}): Promise<undefined | Write> => {
  const fail = (text: string | Text, column?: Pick<Column, 'label'>): void => {
    report.errors.push({
      column: column && nameOf(column, req),
      line,
      message: typeof text === 'string' ? text : say(req, text),
    })
  }
  const cellOf = (name: string): string =>
    cells[found.columns.findIndex((column) => column?.name === name)]?.text ?? ''
  const [name, slug] = [cellOf('name'), cellOf('slug')]
  const matches = partnersCalled({ name, partners, slug })
  const partner = matches[0] && (await readPartner(req, matches[0].id))
  const keys = partner ? [partner.id] : [bare(name), slug].filter((key) => key !== '')
  const sameAs = noteLine(seen, line, keys)
  const fault = faultOfRow({ cells, found, matches, name, partner, sameAs, slug })
  if (fault) {
    fail(fault.text, fault.column)
    return undefined
  }
  const errorsBefore = report.errors.length
  const { changes, data } = await changesOf({
    cells,
    current: (partner ?? {}) as unknown as Data,
    fail,
    found,
    isBySlug: slug !== '' && partner?.slug === slug,
    req,
  })
  if (report.errors.length > errorsBefore) {
    return undefined
  }
  const action = !partner ? 'create' : changes.length > 0 ? 'change' : 'unchanged'
  const id = partner?.id
  const outcome: Outcome = { action, changes, id, line, name: name || partner?.name || slug }
  report.rows.push(outcome)
  if (action === 'unchanged') {
    return undefined
  }
  for (const { message, path } of await checkPartner({ data, partner, req })) {
    fail(message, columnAt(path))
  }
  const shown = await newAddressOf({ data, partner, req })
  if (shown) {
    report.addresses.push({ ...shown, line, name: outcome.name })
  }
  return { data, id, outcome }
}

const newAddressOf = async ({
  data,
  partner,
  req,
}: {
  data: Data
  partner: Partner | undefined
  req: PayloadRequest
}): Promise<Pick<NewAddress, 'address' | 'needsConfirmation'> | undefined> => {
  const row: Partial<Partner> = { ...partner, ...data }
  const stored = partner && (await readStored(req, 'partners', partner.id))
  const address = shownAddress(row)
  return address === '' || (isPublic(stored) && fold(shownAddress(stored)) === fold(address))
    ? undefined
    : { address, needsConfirmation: isSecretByDefault(row.kind) }
}

/** The column of a field, or of its group if it has none of its own. */
const columnAt = (path: string): Column | undefined => {
  const [first = '', second = ''] = path.split('.')
  return (
    columns.find(({ name }) => name === path || name === `${first}.${second}`) ??
    columns.find(({ name }) => name.startsWith(`${first}.`))
  )
}

/** Writes a row. If it is refused, everything that was written before is rolled back. */
const saveOrRefuse = async ({
  report,
  req,
  write: { data, id, outcome },
}: {
  report: Report
  req: PayloadRequest
  write: Write
}): Promise<void> => {
  try {
    outcome.id = await save({ data, id, req })
  } catch (error) {
    if (!(error instanceof ValidationError)) {
      throw error
    }
    for (const { message, path } of error.data.errors) {
      const column = columnAt(path)
      report.errors.push({ column: column && nameOf(column, req), line: outcome.line, message })
    }
    throw new Refused()
  }
}

/** By what rows recognise a partner. */
type PartnerKey = { bareName: string } & Pick<Partner, 'id' | 'slug'>

/** All partners, with the German names of their newest drafts. */
const listPartners = async (req: PayloadRequest): Promise<PartnerKey[]> => {
  const { docs } = await req.payload.find({
    ...asPerson(req),
    collection: 'partners',
    depth: 0,
    draft: true,
    fallbackLocale: false,
    locale: 'de',
    pagination: false,
    select: { name: true, slug: true },
  })
  return docs.map(({ id, name, slug }) => ({ bareName: bare(name ?? ''), id, slug }))
}

const readPartner = (req: PayloadRequest, id: string): Promise<Partner> =>
  req.payload.findByID({
    ...asPerson(req),
    id,
    collection: 'partners',
    depth: 0,
    draft: true,
    fallbackLocale: false,
    locale: 'de',
  })

/** The partner with the slug or, if there is none, all with the name, however it is spelled. */
const partnersCalled = ({
  name,
  partners,
  slug,
}: {
  name: string
  partners: PartnerKey[]
  slug: string
}): PartnerKey[] => {
  const bySlug = slug === '' ? [] : partners.filter((each) => each.slug === slug)
  return bySlug.length > 0 || name === ''
    ? bySlug
    : partners.filter(({ bareName }) => bareName === bare(name))
}

/** Whether a cell has the value that is stored already. */
const isUnchanged = (
  cell: string,
  { column, from, isBySlug }: { column: Column; from: string | undefined; isBySlug: boolean },
): boolean =>
  cell === from?.replaceAll('\r\n', '\n').trim() ||
  // Another spelling of the name changes it only if the partner was recognised by its slug.
  (column.name === 'name' && !isBySlug && isSameName(cell, from ?? ''))

/** The value of a cell, or what is wrong with it. */
const valueOf = async (
  { fault, text }: Cell,
  column: Column,
  current: Data,
  req: PayloadRequest,
): Promise<{ fault: string | Text } | { value: unknown }> => {
  if (fault) {
    return { fault }
  }
  const value = column.write(text, current)
  if (value === undefined) {
    return {
      fault: {
        de: `„${text}“ ist hier nicht zu verstehen. ${column.hint?.de ?? ''}`,
        en: `"${text}" is not a valid value here. ${column.hint?.en ?? ''}`,
      },
    }
  }
  const verdict = await column.validate?.(value as never, { req } as never)
  return typeof verdict === 'string' ? { fault: verdict } : { value }
}

/** The cells that differ from what is stored, and the data to save. */
const changesOf = async ({
  cells,
  current,
  fail,
  found,
  isBySlug,
  req,
}: {
  cells: Cell[]
  current: Data
  fail: (text: string | Text, column: Column) => void
  found: FileColumns
  isBySlug: boolean
  req: PayloadRequest
}): Promise<{ changes: Outcome['changes']; data: Data }> => {
  const changes: Outcome['changes'] = []
  const data: Data = {}
  const phones = [...((current.phones ?? []) as unknown[])]
  for (const [index, column] of found.columns.entries()) {
    const cell = cells[index] ?? { text: '' }
    const from = column?.read(current)
    if (!column || isUnchanged(cell.text, { column, from, isBySlug })) {
      continue
    }
    const read = await valueOf(cell, column, current, req)
    if ('fault' in read) {
      fail(read.fault, column)
      continue
    }
    const [first = '', second] = column.name.split('.')
    if (first === 'phones') {
      phones[Number(second)] = read.value
      data.phones = phones.filter((each) => each !== null && each !== undefined)
    } else if (second) {
      data[first] = { ...((data[first] ?? current[first] ?? {}) as Data), [second]: read.value }
    } else {
      data[first] = read.value
    }
    const to = second && first !== 'phones' ? column.read(data) : column.read({ ...data, phones })
    if (to !== from) {
      changes.push({ column: nameOf(column, req), from: from ?? '', to })
    }
  }
  return { changes, data: changes.length > 0 ? data : {} }
}

const save = async ({
  data,
  id,
  req,
}: {
  data: Data
  id: string | undefined
  req: PayloadRequest
}): Promise<string> => {
  const shared = {
    collection: 'partners',
    data: { ...data, _status: 'draft' } as never,
    depth: 0,
    draft: true,
    locale: 'de',
    overrideAccess: false,
    req,
    user: req.user,
  } as const
  const saved = id ? await req.payload.update({ ...shared, id }) : await req.payload.create(shared)
  return saved.id
}
