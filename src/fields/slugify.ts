const spelledOut: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
}

/** A text in lower case, with German umlauts spelled out and other accents dropped. */
export const plainLetters = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæø]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')

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
