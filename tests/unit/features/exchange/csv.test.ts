import { describe, expect, it } from 'vitest'

import { readCSV, writeCSV } from '../../../../src/features/exchange/csv.ts'

const isHeading = (text: string): boolean => ['Name', 'Art'].includes(text)

/** What is read of a table: its rows, or what is wrong with the file. */
const read = (text: string) => {
  const table = readCSV(Buffer.from(text), isHeading)
  return 'fault' in table
    ? table.fault.en
    : [table.headings, ...table.rows].map(({ cells, line }) => [
        line,
        ...cells.map((cell) => cell.text),
      ])
}

/** The only cell of a table. */
const cellOf = (raw: string) => {
  const table = readCSV(Buffer.from(`Name;Art\n"${raw.replaceAll('"', '""')}";x\n`), isHeading)
  return 'rows' in table ? table.rows[0]?.cells[0] : undefined
}

const bom = '\ufeff'

describe('a table', () => {
  it.each<[string, string, unknown]>([
    [
      'semicolons',
      'Name;Art\na;b\n',
      [
        [1, 'Name', 'Art'],
        [2, 'a', 'b'],
      ],
    ],
    [
      'commas',
      'Name,Art\na,b',
      [
        [1, 'Name', 'Art'],
        [2, 'a', 'b'],
      ],
    ],
    [
      'tabs',
      'Name\tArt\na\tb',
      [
        [1, 'Name', 'Art'],
        [2, 'a', 'b'],
      ],
    ],
    [
      'lines of Windows',
      'Name;Art\r\na;b\r\n',
      [
        [1, 'Name', 'Art'],
        [2, 'a', 'b'],
      ],
    ],
    [
      'lines of old Macs',
      'Name;Art\ra;b\r',
      [
        [1, 'Name', 'Art'],
        [2, 'a', 'b'],
      ],
    ],
    [
      'a byte order mark',
      `${bom}Name;Art\na;b`,
      [
        [1, 'Name', 'Art'],
        [2, 'a', 'b'],
      ],
    ],
    [
      'a setting',
      'sep=|\nName|Art\na;b|c',
      [
        [1, 'Name', 'Art'],
        [2, 'a;b', 'c'],
      ],
    ],
    [
      'a quoted setting',
      '"sep=,"\nName,Art\na;b,c',
      [
        [1, 'Name', 'Art'],
        [2, 'a;b', 'c'],
      ],
    ],
    [
      'a title above',
      'Liste\n\nName;Art\na;b',
      [
        [3, 'Name', 'Art'],
        [4, 'a', 'b'],
      ],
    ],
    [
      'empty rows',
      'Name;Art\n;\n\na;b\n;\n',
      [
        [1, 'Name', 'Art'],
        [4, 'a', 'b'],
      ],
    ],
    [
      'cells of several lines',
      'Name;Art\n"a\nb";c\nd;e',
      [
        [1, 'Name', 'Art'],
        [2, 'a\nb', 'c'],
        [3, 'd', 'e'],
      ],
    ],
    [
      'separators in cells',
      'Name;Art\n"a;b";c,d',
      [
        [1, 'Name', 'Art'],
        [2, 'a;b', 'c,d'],
      ],
    ],
    [
      'rows of other lengths',
      'Name;Art\na\nb;c;d',
      [
        [1, 'Name', 'Art'],
        [2, 'a'],
        [3, 'b', 'c', 'd'],
      ],
    ],
    [
      'quotation marks that are not doubled',
      'Name;Art\nHaus "X" e. V.;b',
      [
        [1, 'Name', 'Art'],
        [2, 'Haus "X" e. V.', 'b'],
      ],
    ],
    [
      'no heading that is known',
      'A;B\na;b',
      [
        [1, 'A', 'B'],
        [2, 'a', 'b'],
      ],
    ],
    [
      'what every object has',
      '__proto__;constructor\na;b',
      [
        [1, '__proto__', 'constructor'],
        [2, 'a', 'b'],
      ],
    ],
    [
      'letters of two code points',
      'Name\nTa\u0308ter\n',
      [
        [1, 'Name'],
        [2, 'Täter'],
      ],
    ],
  ])('should be read: %s', (_, text, rows) => {
    expect(read(text)).toEqual(rows)
  })

  const isEmpty =
    'The file is empty: it needs the column headings in the first line, and the partners below.'

  it.each([
    ['nothing', '', isEmpty],
    ['a byte order mark alone', bom, isEmpty],
    ['empty rows', '\n\n \n', isEmpty],
    ['headings alone', 'Name;Art\n', isEmpty],
    ['headings alone, below a title', 'Liste\nName;Art\n', isEmpty],
    [
      'a quotation mark that stays open',
      'Name;Art\na;"b\nc;"d"\n',
      'The file cannot be read from line 2 on. Usually a quotation mark is missing there.',
    ],
    [
      'no text',
      'Name\0',
      'This is not a CSV file. In Excel, please choose "Save as" and "CSV UTF-8".',
    ],
    [
      'umlauts of another code page',
      'Name\nTÃ¤ter',
      'The umlauts in this file cannot be read. In Excel, please choose "Save as" and "CSV UTF-8", not "CSV (MS-DOS)" or "CSV (Macintosh)".',
    ],
    [
      'a row too many',
      `Name\n${'a\n'.repeat(501)}`,
      'The file has too many lines: at most 500. Please split it.',
    ],
  ])('should be refused: %s', (_, text, fault) => {
    expect(read(text)).toBe(fault)
  })

  it('should have five hundred rows', () => {
    expect(read(`Name\n${'a\n'.repeat(500)}`)).toHaveLength(501)
  })

  it('should have its headings among the first ten rows', () => {
    const below = (count: number): string => `${'Titel\n'.repeat(count)}Name;Art\na;b`
    expect(read(below(9))).toEqual([
      [10, 'Name', 'Art'],
      [11, 'a', 'b'],
    ])
    expect(read(below(10))[0]).toEqual([1, 'Titel'])
  })
})

describe('a cell', () => {
  it.each([
    ['Täter', 'Täter'],
    ['  a  ', 'a'],
    ['\u00a0a\u00a0', 'a'],
    ['', ''],
    // Nothing, as people and programs write it.
    ...['-', '–', '---', 'null', 'NULL', '(null)', 'None', 'NaN', 'n/a', 'N. A.', 'n.a.'].map(
      (text) => [text, ''],
    ),
    ...['k. A.', 'k.A.', 'Keine Angabe', 'keine Angaben', 'entfällt', 'ENTFÄLLT'].map((text) => [
      text,
      '',
    ]),
    ['-1', '-1'],
    ['keine', 'keine'],
    ['null und nichtig', 'null und nichtig'],
    ['+49 531 4700', '+49 531 4700'],
    ['@example', '@example'],
    // How lists keep digits, and what must not be run.
    ['="01067"', '01067'],
    ['=" 01067 "', '01067'],
    ["'01067", '01067'],
    ["'=1+1", '=1+1'],
    ["'-", '-'],
    ["'null", 'null'],
    ["'#REF!", '#REF!'],
    ["''=1", "'=1"],
    // An apostrophe of the text itself.
    ["'s Haus", "'s Haus"],
    ["'", "'"],
    ["Women's", "Women's"],
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['www.example.org/a?b', 'www.example.org/a?b'],
    ['Wer? Wir', 'Wer? Wir'],
  ])('should say what a person reads in it: %j', (raw, text) => {
    expect(cellOf(raw)).toEqual({ fault: undefined, text })
  })

  it.each([
    '=1+1',
    '=A1',
    '="a"&B1',
    '=HYPERLINK("http://x")',
    '#REF!',
    '#NAME?',
    '#NV',
    '#N/A',
    '#DIV/0!',
    '######',
    '#WERT!',
    '#ÜBERLAUF!',
  ])('should be refused as a formula, or what is left of one: %s', (raw) => {
    expect(cellOf(raw)?.fault?.en).toBe(
      `"${raw}" is a formula or a spreadsheet error. Please enter the value itself.`,
    )
  })

  it.each(['Tr?ger', 'Hilfe f?r alle', 'https://example.org/a?b Tr?ger'])(
    'should be refused where a letter is lost: %s',
    (raw) => {
      expect(cellOf(raw)?.fault?.en).toBe(
        `An umlaut seems to have been lost in "${raw}". Please enter it again and save the file as "CSV UTF-8".`,
      )
    },
  )

  // In quadratic time, it would take minutes.
  it('should be read however long it is', () => {
    expect(cellOf('a'.repeat(500_000))?.text).toHaveLength(500_000)
  })
})

describe('a file that is written', () => {
  it.each([
    [['a', 'b'], 'a;b'],
    [['', ''], ';'],
    [['a;b'], '"a;b"'],
    [['a"b'], '"a""b"'],
    [['a\nb'], '"a\nb"'],
    [['=1+1'], "'=1+1"],
    [['+49 531'], "'+49 531"],
    [['-'], "'-"],
    [['@a'], "'@a"],
    [['\ta'], "'\ta"],
    [['null'], "'null"],
    [['#REF!'], "'#REF!"],
    [["'=1"], "''=1"],
    [["'0531"], "''0531"],
    [["'s Haus"], "'s Haus"],
    [['01067'], '01067'],
    [['constructor'], 'constructor'],
  ])('should hold nothing that a spreadsheet runs: %j', (row, line) => {
    expect(writeCSV([row])).toBe(`${bom}${line}\r\n`)
  })

  it('should be read as it was written, however many rows', () => {
    const rows = Array.from({ length: 500 }, (_, number) => [
      `Name ${number}`,
      `=${number};"'-\n${number}`,
    ])
    expect(read(writeCSV([['Name', 'Art'], ...rows]))).toEqual(
      [['Name', 'Art'], ...rows].map((row, index) => [index + 1, ...row]),
    )
  })
})
