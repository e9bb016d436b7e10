import { plainLetters } from './fold.ts'

/**
 * The part of an address that a title gives: lower case, German umlauts spelled out, other accents
 * dropped, everything else a hyphen. Empty where nothing is left (a title in Arabic letters, say).
 *
 * @example slugify('Täter & Straße') === 'taeter-strasse'
 */
export const slugify = (title: string): string =>
  plainLetters(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-+|-+$/g, '')
