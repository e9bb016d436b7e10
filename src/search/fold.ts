import { plainLetters } from '../fields/slugify.ts'

/**
 * A text as search compares it: lower case, umlauts spelled out, other accents dropped, words
 * separated by single spaces. So "Täter" and "taeter" meet. Letters of other scripts stay.
 */
export const fold = (text: string): string =>
  (plainLetters(text).match(/[\p{Letter}\p{Number}]+/gu) ?? []).join(' ')
