import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

import type { Text } from '../../lib/say.ts'
import { decode, hasLostLetter } from './decode.ts'

/** What people and programs write where there is nothing to say. */
const nothing =
  /^(?:[-–—]+|null|\(null\)|none|nan|n\/a|n\.\s?a\.|k\.\s?a\.|keine angaben?|entfällt)$/iu

/** What a spreadsheet shows where a formula has failed, or a column is too narrow. */
const failed = /^#(?:[a-zäöü0-9/]+[!?]|NV|N\/A|#+)$/iu

/** What a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r]/

/** An apostrophe in front says that a cell is only text (OWASP, "CSV Injection"). */
const needsApostrophe = (text: string): boolean =>
  /^'+\d/.test(text) ||
  [nothing, failed, formula].some((each) => each.test(text.replace(/^'+/, '')))

const writeCell = (text: string): string => (needsApostrophe(text) ? `'${text}` : text)

/** A cell, and what is wrong with it. */
export type Cell = { fault?: Text; text: string }

/** What a person reads in a cell. */
const readCell = (raw: string): Cell => {
  const text = raw.normalize('NFC').trim()
  if (text.startsWith("'") && needsApostrophe(text)) {
    return { text: text.slice(1).trim() }
  }
  // How lists keep digits from being taken for a number: ="01067"
  const [, digits] = /^="([^"]*)"$/.exec(text) ?? []
  return digits === undefined
    ? { fault: faultOf(text), text: nothing.test(text) ? '' : text }
    : { text: digits.trim() }
}

const faultOf = (text: string): Text | undefined => {
  if (text.startsWith('=') || failed.test(text)) {
    return {
      de: `„${text}“ ist eine Formel oder ein Fehler der Tabelle. Bitte den Wert selbst eintragen.`,
      en: `"${text}" is a formula or an error of the spreadsheet. Please enter the value itself.`,
    }
  }
  return hasLostLetter(text)
    ? {
        de: `In „${text}“ scheint ein Umlaut verloren gegangen zu sein. Bitte richtig eintragen und als „CSV UTF-8“ speichern.`,
        en: `An umlaut seems to be lost in "${text}". Please enter it again and save the file as "CSV UTF-8".`,
      }
    : undefined
}

/**
 * The file as German Excel opens it rightly: semicolons, UTF-8 with a byte order mark. `readCSV` takes
 * away the apostrophes that this puts before what would not be read as it stands there.
 */
export const writeCSV = (rows: string[][]): string =>
  stringify(
    rows.map((row) => row.map(writeCell)),
    { bom: true, delimiter: ';', quoted_match: /[\r\n]/, record_delimiter: 'windows' },
  )

/** A row; `line` is its number as a spreadsheet shows it, whatever lines its cells have. */
export type Row = { cells: Cell[]; line: number }

/** Most rows below the headings: all of them are one transaction, which MongoDB ends after a minute. */
const mostRows = 500

/** Among how many rows the headings are looked for: many lists begin with a title. */
const rowsBeforeHeadings = 10

/**
 * Reads a table of text, whatever divides its cells.
 *
 * @param isHeading tells the headings from a title above them.
 * @returns what is wrong with the file where it cannot be read.
 */
export const readCSV = (
  bytes: Buffer,
  isHeading: (text: string) => boolean,
): { fault: Text } | { headings: Row; rows: Row[] } => {
  const decoded = decode(bytes)
  if ('fault' in decoded) {
    return { fault: faultsOfFile[decoded.fault] }
  }
  const { content, delimiters } = withoutSettings(decoded.text.replace(/\r\n?/g, '\n'))
  const parsed = delimiters.map((delimiter) => parseTable(content, delimiter))
  const tables = parsed.flatMap((each) => ('rows' in each ? [each.rows] : []))
  const best = bestOf(tables, isHeading)
  const unreadable = parsed.find((each) => 'fault' in each)
  if (unreadable && !best?.known) {
    return unreadable
  }
  const [headings, ...rows] = best?.rows ?? []
  if (!headings || rows.length === 0) {
    return { fault: faultsOfFile.empty }
  }
  return rows.length > mostRows ? { fault: faultsOfFile.tooLong } : { headings, rows }
}

const faultsOfFile = {
  binary: {
    de: 'Das ist keine CSV-Datei. In Excel bitte „Speichern unter“ und dort „CSV UTF-8“ wählen.',
    en: 'This is not a CSV file. In Excel, please choose "Save as" and "CSV UTF-8".',
  },
  empty: {
    de: 'Die Datei ist leer: In der ersten Zeile stehen die Spalten, darunter die Partner.',
    en: 'The file is empty: the columns stand in the first line, the partners below.',
  },
  garbled: {
    de: 'In dieser Datei sind die Umlaute nicht zu lesen. In Excel bitte „Speichern unter“ und dort „CSV UTF-8“ wählen, nicht „CSV (MS-DOS)“ oder „CSV (Macintosh)“.',
    en: 'The umlauts of this file cannot be read. In Excel, please choose "Save as" and "CSV UTF-8", neither "CSV (MS-DOS)" nor "CSV (Macintosh)".',
  },
  tooLong: {
    de: `Die Datei hat zu viele Zeilen: höchstens ${mostRows}. Bitte aufteilen.`,
    en: `The file has too many lines: at most ${mostRows}. Please split it.`,
  },
} satisfies Record<string, Text>

/** "sep=;" in front, which Excel reads as a setting and does not show as a row. */
const withoutSettings = (text: string): { content: string; delimiters: string[] } => {
  const [line = '', delimiter] = /^"?sep=(.)"?\n/.exec(text) ?? []
  return {
    content: text.slice(line.length),
    delimiters: delimiter ? [delimiter] : [';', ',', '\t'],
  }
}

/** The rows that are not empty. */
const parseTable = (content: string, delimiter: string): { fault: Text } | { rows: Row[] } => {
  try {
    return { rows: rowsOf(content, delimiter, false) }
  } catch (error) {
    // Quotation marks that are not doubled: `Probe "Haus" e. V.`
    const rows = rescue(() => rowsOf(content, delimiter, true))
    // An open one, which has taken the beginning of the next row for its end.
    if (rows?.every(({ cells }) => !cells.some(({ text }) => /^".*\n/s.test(text)))) {
      return { rows }
    }
    const line = error instanceof CsvError ? Number(error.records) + 1 : 1
    return {
      fault: {
        de: `Die Datei ist ab Zeile ${line} nicht lesbar. Meist fehlt dort ein Anführungszeichen.`,
        en: `The file cannot be read from line ${line} on. Usually a quotation mark is missing there.`,
      },
    }
  }
}

const rescue = <Result>(work: () => Result): Result | undefined => {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof CsvError)) {
      throw error
    }
    return undefined
  }
}

const rowsOf = (content: string, delimiter: string, isRelaxed: boolean): Row[] =>
  parse(content, {
    delimiter,
    relax_column_count: true,
    relax_quotes: isRelaxed,
    trim: !isRelaxed,
  })
    .map((record, index) => ({ cells: record.map(readCell), line: index + 1 }))
    .filter(({ cells }) => cells.some(({ text }) => text !== ''))

/** The table in which most headings are found, or else the widest one, from its headings on. */
const bestOf = (
  tables: Row[][],
  isHeading: (text: string) => boolean,
): undefined | { known: number; rows: Row[] } => {
  const countKnown = ({ cells }: Row): number => cells.filter(({ text }) => isHeading(text)).length
  const [best] = tables
    .map((rows) => {
      const counts = rows.slice(0, rowsBeforeHeadings).map(countKnown)
      const known = Math.max(0, ...counts)
      return { known, rows: rows.slice(Math.max(0, counts.indexOf(known))) }
    })
    .toSorted(
      (one, other) =>
        other.known - one.known ||
        (other.rows[0]?.cells.length ?? 0) - (one.rows[0]?.cells.length ?? 0),
    )
  return best
}
