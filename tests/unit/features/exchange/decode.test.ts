import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'

import { decode, hasLostLetter } from '../../../../src/features/exchange/decode.ts'

const text = 'Träger für Mädchen – „Übung“'

describe('the bytes of a file', () => {
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first', iconv.encode(text, 'utf-16le', { addBOM: true })],
    ['UTF-16, big end first', iconv.encode(text, 'utf-16be', { addBOM: true })],
    ['Windows-1252', iconv.encode(text, 'windows-1252')],
  ])('should be the same text: %s', (_, bytes) => {
    expect(decode(bytes)).toEqual({ text })
  })

  it.each([
    ['nothing', Buffer.from(''), ''],
    ['letters of two code points', Buffer.from('a\u0308'), 'a\u0308'],
    ['letters of other scripts', Buffer.from('Допомога مساعدة'), 'Допомога مساعدة'],
    ['letters of other languages', Buffer.from('Šárka Žižek'), 'Šárka Žižek'],
    ['the same beside umlauts, of Windows', Buffer.from([0x8a, 0xe1, 0x20, 0xfc]), 'Šá ü'],
    ['a euro, of Windows', Buffer.from('5 \u0080', 'latin1'), '5 €'],
    ['a quotation, of Windows', Buffer.from('\u0084a\u0093', 'latin1'), '„a“'],
  ])('should be taken: %s', (_, bytes, expected) => {
    expect(decode(bytes)).toEqual({ text: expected })
  })

  it.each([
    ['UTF-8 that was taken for Windows-1252', Buffer.from('TrÃ¤ger')],
    ['and its quotation marks', Buffer.from('â€žÜbungâ€œ')],
    ['and its spaces', Buffer.from('aÂ\u00a0b')],
    ['a letter that is lost already', Buffer.from('Tr\ufffdger')],
    ['DOS', iconv.encode('Träger', 'cp850')],
    ['DOS, a capital letter', iconv.encode('Übung', 'cp437')],
    ['DOS, sharp s', iconv.encode('Straße', 'cp850')],
    ['a Mac', iconv.encode('Träger', 'macintosh')],
    ['a Mac, a capital letter', iconv.encode('Übung', 'macintosh')],
  ])('should be refused in another code page: %s', (_, bytes) => {
    expect(decode(bytes)).toEqual({ fault: 'garbled' })
  })

  it.each([
    ['a file of Excel', Buffer.from('PK\u0003\u0004\0\0', 'latin1')],
    ['UTF-16 without a mark', iconv.encode('Name', 'utf-16le')],
    ['a zero', Buffer.from([0])],
  ])('should be refused where they are no text: %s', (_, bytes) => {
    expect(decode(bytes)).toEqual({ fault: 'binary' })
  })
})

describe('a letter', () => {
  it.each(['Tr?ger', 'a?b', 'ä?ö', 'siehe www.example.org und f?r'])(
    'should be lost: %s',
    (given) => {
      expect(hasLostLetter(given)).toBe(true)
    },
  )

  it.each([
    '',
    '?',
    'Wer?',
    'Wer? Wir',
    'A?B',
    '1?2',
    'https://example.org/a?b=c',
    'siehe http://example.org/x?y und mehr',
    'www.example.org/x?y',
    '//example.org/x?y',
  ])('should not be lost: %s', (given) => {
    expect(hasLostLetter(given)).toBe(false)
  })
})
