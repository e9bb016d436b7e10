const collator = new Intl.Collator('de', { sensitivity: 'base' })

/** The longest key, in characters: names that are the same for as long are in no order. */
const longest = 120

/** Letters that stand for two (DIN 5007-1, 6.1.1.4). */
const doubled: Record<string, string> = { æ: 'ae', œ: 'oe', ß: 'ss' }

/** Marks, and what nobody sees. */
const ignored = '[\\p{M}\\p{Cc}\\p{Cf}]'

const between = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index))

/** Letters, digits and signs of the languages that the content is written in, in their order. */
const known = [...between(0x20, 0x6ff), ...between(0x1e00, 0x1eff), ...between(0x2010, 0x20cf)]
  .filter((character) => !new RegExp(ignored, 'u').test(character))
  .sort((one, other) => collator.compare(one, other))

/** The place of each, as a character by which databases put it there: ä has that of a. */
const places = new Map<string, string>()
known.reduce((place, character, index) => {
  const isSame = index > 0 && collator.compare(known[index - 1] ?? '', character) === 0
  const own = isSame ? place : place + 1
  places.set(character, String.fromCharCode(own))
  return own
}, 0x100)

/**
 * A text by which databases, which compare characters by their numbers, put another one where a German dictionary does
 * (DIN 5007-1): without case, Ä beside A, ß as ss; of two that differ in that only, the plain one comes first.
 */
export const collationKey = (text: string): string => {
  const letters = text.toLowerCase().normalize('NFC')
  const plain = letters
    .replaceAll(/[æœß]/g, (letter) => doubled[letter] ?? letter)
    .replaceAll(new RegExp(ignored, 'gu'), '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const placed = Array.from(plain, (character) => places.get(character) ?? character)
  return `${placed.join('').slice(0, longest)} ${letters.slice(0, longest)}`
}
