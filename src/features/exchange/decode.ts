import iconv from 'iconv-lite'

/** Umlauts of UTF-8 that were read as Windows-1252, and the replacement character for a lost letter. */
const garbled = /Ã[^\p{ASCII}]|Â[\u00a0-\u00bf]|â€|\ufffd/u

/**
 * Umlauts of DOS (code pages 437 and 850) and Mac OS Roman that were read as Windows-1252: signs that do
 * not occur in or before a word, and bytes that Windows does not use.
 */
const otherCodePage = /[\u0080-\u009f¤]|\p{L}[„”™†‡§€…‰]\p{L}|(?<![\p{L}\p{N}])[™†€]\p{L}/u

/** The other umlauts of those code pages, which become letters of other languages. */
const foreignLetters = /[áŠšŽžŸ]/

const umlauts = /[äöüÄÖÜß]/

/** "Tr?ger": what is left of an umlaut in a code page that has none. */
const lostLetter = /\p{Ll}\?\p{Ll}/u

const isAddress = /\/\/|www\./

const looksGarbled = (text: string): boolean =>
  otherCodePage.test(text) || (foreignLetters.test(text) && !umlauts.test(text))

/** Whether a text has lost a letter. Web addresses are ignored, since they may contain question marks. */
export const hasLostLetter = (text: string): boolean =>
  text.split(/\s+/).some((word) => lostLetter.test(word) && !isAddress.test(word))

/**
 * The text of a file: UTF-8, UTF-16 with a byte order mark, or else Windows-1252, which German Excel
 * writes.
 *
 * @returns the fault `binary` if it is not text, or `garbled` if it is in another code page.
 */
export const decode = (bytes: Buffer): { fault: 'binary' | 'garbled' } | { text: string } => {
  const text = inUnicode(bytes)
  if (text !== undefined) {
    return garbled.test(text) ? { fault: 'garbled' } : { text }
  }
  if (bytes.includes(0)) {
    return { fault: 'binary' }
  }
  // Node's own decoder reads Windows-1252 as Latin-1 (nodejs/node#56542), and loses quotation marks.
  const inWindows = iconv.decode(bytes, 'windows-1252')
  return garbled.test(inWindows) || looksGarbled(inWindows)
    ? { fault: 'garbled' }
    : { text: inWindows }
}

const inUnicode = (bytes: Buffer): string | undefined => {
  const mark = bytes.subarray(0, 2).toString('hex')
  if (mark === 'fffe' || mark === 'feff') {
    return new TextDecoder(mark === 'fffe' ? 'utf-16le' : 'utf-16be').decode(bytes)
  }
  try {
    return bytes.includes(0) ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
