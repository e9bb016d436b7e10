import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'

import type { Text } from '../../lib/say.ts'
import { decode, hasLostLetter } from './decode.ts'

/** What people and programs write into an empty cell. */
const emptyMarker =
  /^(?:[-–—]+|null|\(null\)|none|nan|n\/a|n\.\s?a\.|k\.\s?a\.|keine angaben?|entfällt)$/iu

/** What a spreadsheet shows where a formula has failed, or a column is too narrow. */
const failedFormula = /^#(?:[a-zäöü0-9/]+[!?]|NV|N\/A|#+)$/iu

/** A text that a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r]/

/** Whether a cell needs an apostrophe in front, which marks it as plain text (OWASP, "CSV Injection"). */
const needsApostrophe = (text: string): boolean =>
  /^'+\d/.test(text) ||
  [emptyMarker, failedFormula, formula].some((each) => each.test(text.replace(/^'+/, '')))

const writeCell = (text: string): string => (needsApostrophe(text) ? `'${text}` : text)

/** A cell; `fault` is what is wrong with it. */
export type Cell = { fault?: Text; text: string }

/** The text of a cell as a person reads it in a spreadsheet. */
const readCell = (raw: string): Cell => {
  const text = raw.normalize('NFC').trim()
  if (text.startsWith("'") && needsApostrophe(text)) {
    return { text: text.slice(1).trim() }
  }
  // ="01067" is how spreadsheets keep digits as text.
  const [, digits] = /^="([^"]*)"$/.exec(text) ?? []
  return digits === undefined
    ? { fault: faultOf(text), text: emptyMarker.test(text) ? '' : text }
    : { text: digits.trim() }
}

const faultOf = (text: string): Text | undefined => {
  if (text.startsWith('=') || failedFormula.test(text)) {
    return {
      de: `„${text}“ ist eine Formel oder ein Fehler der Tabelle. Bitte den Wert selbst eintragen.`,
      en: `"${text}" is a formula or a spreadsheet error. Please enter the value itself.`,
    }
  }
  return hasLostLetter(text)
    ? {
        de: `In „${text}“ scheint ein Umlaut verloren gegangen zu sein. Bitte richtig eintragen und als „CSV UTF-8“ speichern.`,
        en: `An umlaut seems to have been lost in "${text}". Please enter it again and save the file as "CSV UTF-8".`,
      }
    : undefined
}

/**
 * A CSV file that German Excel opens correctly: semicolons, UTF-8 with a byte order mark. It puts an
 * apostrophe in front of cells that would not be read as plain text; `readCSV` removes it.
 */
export const writeCSV = (rows: string[][]): string =>
  stringify(
    rows.map((row) => row.map(writeCell)),
    { bom: true, delimiter: ';', quoted_match: /[\r\n]/, record_delimiter: 'windows' },
  )

/** A row; `line` is its number in a spreadsheet, even if cells span several lines of the file. */
export type Row = { cells: Cell[]; line: number }

/** All rows are written in one transaction, which MongoDB ends after a minute. */
const maxRows = 500

/** In how many rows the headings are searched for: many lists begin with a title. */
const rowsBeforeHeadings = 10

/**
 * Parses a CSV file, whatever separates its cells.
 *
 * @param isHeading tells the headings from a title above them.
 * @returns headings and rows, or what is wrong with the file.
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
  return rows.length > maxRows ? { fault: faultsOfFile.tooLong } : { headings, rows }
}

const faultsOfFile = {
  binary: {
    de: 'Das ist keine CSV-Datei. In Excel bitte „Speichern unter“ und dort „CSV UTF-8“ wählen.',
    en: 'This is not a CSV file. In Excel, please choose "Save as" and "CSV UTF-8".',
  },
  empty: {
    de: 'Die Datei ist leer: In der ersten Zeile stehen die Spalten, darunter die Partner.',
    en: 'The file is empty: it needs the column headings in the first line, and the partners below.',
  },
  garbled: {
    de: 'In dieser Datei sind die Umlaute nicht zu lesen. In Excel bitte „Speichern unter“ und dort „CSV UTF-8“ wählen, nicht „CSV (MS-DOS)“ oder „CSV (Macintosh)“.',
    en: 'The umlauts in this file cannot be read. In Excel, please choose "Save as" and "CSV UTF-8", not "CSV (MS-DOS)" or "CSV (Macintosh)".',
  },
  tooLong: {
    de: `Die Datei hat zu viele Zeilen: höchstens ${maxRows}. Bitte aufteilen.`,
    en: `The file has too many lines: at most ${maxRows}. Please split it.`,
  },
} satisfies Record<string, Text>

/** Removes "sep=;" at the beginning, which Excel reads as a setting and does not show as a row. */
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
    // Perhaps quotation marks are not doubled, as in: Probe "Haus" e. V.
    const rows = orUndefined(() => rowsOf(content, delimiter, true))
    // A cell with a quotation mark and a line break was never closed, and has swallowed the next row.
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

const orUndefined = <Result>(work: () => Result): Result | undefined => {
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

/** The table with the most known headings, or else the widest one, without the rows above its headings. */
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
