import { plainLetters } from './fold.ts'

/**
 * Makes a slug from a title: lower case, German umlauts spelled out, other accents dropped, everything
 * else a hyphen. Empty if nothing is left, as of a title in Arabic letters.
 *
 * @example slugify('Täter & Straße') === 'taeter-strasse'
 */
export const slugify = (title: string): string =>
  plainLetters(title)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 100)
    .replace(/^-+|-+$/g, '')
