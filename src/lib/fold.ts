const spelledOut: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
}

/**
 * A text without the characters that nobody sees: soft hyphens, zero-width spaces and joiners, marks
 * of direction, variation selectors.
 */
export const withoutInvisible = (text: string): string =>
  text.replace(/\p{Default_Ignorable_Code_Point}|\p{Cf}/gu, '')

/** A text in lower case, with German umlauts spelled out, and other accents and what is invisible dropped. */
export const plainLetters = (text: string): string =>
  withoutInvisible(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[äöüßæø]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')

/**
 * A text as it is compared, whatever is compared: lower case, umlauts spelled out, other accents and
 * punctuation dropped, words separated by single spaces. So "Täter" and "taeter" meet, composed or
 * not. Letters of other scripts stay.
 */
export const fold = (text: string): string =>
  (plainLetters(text).match(/[\p{Letter}\p{Number}]+/gu) ?? []).join(' ')

/** Whether two names are the same, however they are spelled: "e. V." and "e.V.", "E-Mail" and "Email". */
export const isSameName = (one: string, other: string): boolean => bare(one) === bare(other)

/** A name without anything that may be spelled differently; itself where nothing else is left. */
export const bare = (name: string): string => fold(name).replaceAll(' ', '') || name.trim()
