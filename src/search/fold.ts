import { spelledOut } from '../fields/slugify.ts'

/**
 * A text as search compares it: lower case, umlauts spelled out, other accents dropped, words
 * separated by single spaces. So "Täter" and "taeter" meet. Letters of other scripts stay.
 */
export const fold = (text: string): string =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[äöüßæø]/g, (letter) => spelledOut[letter] ?? letter)
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .match(/[\p{Letter}\p{Number}]+/gu) ?? []
  ).join(' ')
