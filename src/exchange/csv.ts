import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import iconv from 'iconv-lite'

import type { Text } from '../say.ts'

/** What a spreadsheet would run as a formula, with the apostrophes that somebody has put before it. */
const formula = /^'*[=+\-@\t\r]/

/**
 * The file as German Excel opens it rightly: semicolons, UTF-8 with a byte order mark. What would be a
 * formula gets an apostrophe in front (OWASP, "CSV Injection"); `readCSV` takes it away again.
 */
export const writeCSV = (rows: string[][]): string =>
  stringify(
    rows.map((row) => row.map((cell) => (formula.test(cell) ? `'${cell}` : cell))),
    { bom: true, delimiter: ';', quoted_match: /[\r\n]/, record_delimiter: 'windows' },
  )

/** A row, and the line of the file that it ends at. */
type Row = { cells: string[]; line: number }

/** Most rows of a file: all of them are one transaction, which MongoDB ends after a minute. */
const mostRows = 500

/** Reads a table of text. @returns what is wrong with the file where it cannot be read. */
export const readCSV = (bytes: Buffer): { fault: Text } | { rows: Row[] } => {
  const content = decode(bytes)
  if (content === undefined) {
    return {
      fault: {
        de: 'Das ist keine CSV-Datei. In Excel bitte „Speichern unter“ und dort „CSV“ wählen.',
        en: 'This is not a CSV file. In Excel, please choose "Save as" and "CSV".',
      },
    }
  }
  try {
    const records = parse(content.replaceAll('\r\n', '\n'), {
      delimiter: delimiterOf(content),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { info: { lines: number }; record: string[] }[]
    const rows = records
      .map(({ info, record }) => ({
        cells: record.map((cell) => (formula.test(cell) ? cell.replace(/^'/, '') : cell).trim()),
        line: info.lines,
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''))
    if (rows.length < 2) {
      return {
        fault: {
          de: 'Die Datei ist leer: In der ersten Zeile stehen die Spalten, darunter die Partner.',
          en: 'The file is empty: the columns stand in the first line, the partners below.',
        },
      }
    }
    return rows.length - 1 > mostRows
      ? {
          fault: {
            de: `Die Datei hat zu viele Zeilen: höchstens ${mostRows}. Bitte aufteilen.`,
            en: `The file has too many lines: at most ${mostRows}. Please split it.`,
          },
        }
      : { rows }
  } catch (error) {
    if (!(error instanceof CsvError)) {
      throw error
    }
    return {
      fault: {
        de: `Die Datei ist ab Zeile ${String(error.lines)} nicht lesbar. Meist fehlt dort ein Anführungszeichen.`,
        en: `The file cannot be read from line ${String(error.lines)} on. Usually a quotation mark is missing there.`,
      },
    }
  }
}

/** Text in UTF-8, UTF-16 with a byte order mark, or else Windows-1252; undefined for what is no text. */
const decode = (bytes: Buffer): string | undefined => {
  const isUTF16 = bytes[0] === 0xff && bytes[1] === 0xfe
  if (!isUTF16 && bytes.includes(0)) {
    return undefined
  }
  if (isUTF16) {
    return new TextDecoder('utf-16le').decode(bytes)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Node's own decoder takes it for Latin-1 (nodejs/node#56542) and loses quotation marks.
    return iconv.decode(bytes, 'windows-1252')
  }
}

/** What divides the cells of the first line. */
const delimiterOf = (content: string): string => {
  const [first = ''] = content.replaceAll(/"[^"]*"/g, '').split(/\r?\n/)
  const count = (delimiter: string): number => first.split(delimiter).length
  return [';', ',', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}
