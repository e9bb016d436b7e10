const spelledOut: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'o',
}

/**
 * A text without invisible characters: soft hyphens, zero-width spaces and joiners, direction marks,
 * variation selectors.
 */
export const withoutInvisible = (text: string): string =>
  text.replace(/\p{Default_Ignorable_Code_Point}|\p{Cf}/gu, '')

/** A text in lower case, with German umlauts spelled out, without other accents and invisible characters. */
export const plainLetters = (text: string): string =>
  withoutInvisible(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[äöüßæø]/g, (letter) => spelledOut[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')

/**
 * The form in which all texts are compared: lower case, umlauts spelled out, without other accents and
 * punctuation, words separated by single spaces. So "Täter" equals "taeter", in composed and decomposed
 * Unicode. Letters of other scripts stay.
 */
export const fold = (text: string): string =>
  (plainLetters(text).match(/[\p{Letter}\p{Number}]+/gu) ?? []).join(' ')

/** Whether two names are the same, however they are spelled: "e. V." and "e.V.", "E-Mail" and "Email". */
export const isSameName = (one: string, other: string): boolean => bare(one) === bare(other)

/** A name without what people spell differently, such as dots and spaces; the name itself if that leaves nothing. */
export const bare = (name: string): string => fold(name).replaceAll(' ', '') || name.trim()
