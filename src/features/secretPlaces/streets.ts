import { fold, plainLetters, withoutInvisible } from '../../lib/fold.ts'

/** Last words and last syllables of German street names. */
const streetEndings = [
  'allee',
  'chaussee',
  'damm',
  'gasse',
  'kamp',
  'pfad',
  'platz',
  'promenade',
  'ring',
  'stieg',
  'strasse',
  'str',
  'ufer',
  'weg',
]

/** Endings of street names that are also words with another meaning. */
const ambiguousEndings = [
  'anger',
  'berg',
  'bogen',
  'brink',
  'graben',
  'hof',
  'markt',
  'wall',
  'winkel',
]

/** Words that stand before a number in an address without being a street. */
const notStreets = new Set(
  'abt abteilung apartment app appartement aufgang block buero dezernat eg eingang etage fach fax fon frauenhaus fz gebaeude haus hausnr hausnummer hinterhaus mobil no nr og postfach raum referat stock stockwerk tel telefon tor trakt ug vorderhaus whg wohnung zi zimmer'.split(
    ' ',
  ),
)

/** What follows a house number, as opposed to a number that is part of a street's name. */
const afterHouseNumber =
  /^(?:dg|eg|og|ug|etage|stock|stockwerk|obergeschoss|erdgeschoss|hinterhaus|vorderhaus|hof|eingang|aufgang|links|rechts|mitte|und|bis|u|re|li)\b/

const streetBeginnings =
  /^(?:(?:allee|platz|ring|strasse|str|ufer|weg) (?:am|an|de[nrs]|im|vo[mn]|zu[mr])|am|an de[nmr]|auf de[nmr]|bei|beim|hinter de[nmr]|hinterm|im|in de[nmr]|neben de[nmr]|ob de[nmr]|unter de[nmr]|vor de[nmr]|zu den|zum|zur|zwischen den)\b/

const foldedWords = (text: string): string[] => fold(text).split(' ')

/** One spelling of words that are often abbreviated. */
const abbreviations: Record<string, string> = {
  bgm: 'buergermeister',
  dr: 'doktor',
  prof: 'professor',
  sankt: 'st',
}

/** One spelling for "Strasse", "Str." and "Straße", for "Pl." and "Platz", and for umlauts without their dots. */
const canonical = (word: string): string =>
  (abbreviations[word] ?? word)
    .replace(/str(?:a(?:ss?)?e?)?$/, 'str')
    .replace(/platz$/, 'pl')
    .replace(/wg$/, 'weg')
    .replace(/([aou])e/g, '$1')

/** A word without its grammatical ending: "in der Langen Straße" is the "Lange Straße". */
const stem = (word: string): string => word.replace(/(?:e[mnrs]?)$/, '')

/** The words and numbers of a text, each in one spelling. */
const tokensOf = (text: string): string[] =>
  (plainLetters(text).match(/\p{Letter}+|\p{Number}+/gu) ?? []).map(canonical)

/** Words, joined without spaces and hyphens, and the positions at which one begins or ends. */
type Words = { edges: Set<number>; joined: string }

const wordsOf = (tokens: string[]): Words => {
  const edges = new Set([0])
  let length = 0
  for (const token of tokens) {
    length += token.length
    edges.add(length)
  }
  return { edges, joined: tokens.join('') }
}

/**
 * Whether a text contains a sequence of words, whatever spaces or hyphens are between them. A match
 * begins and ends at the edge of a word, or before a genitive s.
 */
const containsWords = ({ edges, joined }: Words, { joined: searched }: Words): boolean => {
  for (let at = joined.indexOf(searched); at !== -1; at = joined.indexOf(searched, at + 1)) {
    const end = at + searched.length
    const endings = [
      end,
      ...['s', 'es']
        .filter((each) => joined.startsWith(each, end))
        .map((each) => end + each.length),
    ]
    if (edges.has(at) && endings.some((each) => edges.has(each))) {
      return true
    }
  }
  return false
}

const decoded = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (signs) => {
    try {
      return decodeURIComponent(signs)
    } catch {
      return signs
    }
  })

/** A text in the forms in which it is compared, one for each way to read it. A street's name has one. */
export type Spelling = { stems: Words; words: Words }[]

/** Prepares a text, or the name of a street, for `spelledNames`. */
export const spell = (text: string): Spelling => {
  const plain = decoded(text)
  const withWays = plain.replace(/(\p{Letter}{3})w\.(?=\s|$|\d|,)/giu, '$1weg ')
  return [...new Set([plain, withWays])].map((each) => {
    const tokens = tokensOf(each)
    return { stems: wordsOf(tokens.map(stem)), words: wordsOf(tokens) }
  })
}

/** Shorter names, in letters, are too often ordinary words. */
const minLength = 4

/**
 * Whether a text names a street, with or without the number, however it is spelled. Unicode form,
 * invisible characters, case, umlauts, abbreviations, hyphens, spaces and grammatical endings do not
 * matter. Street names in web addresses are found, too.
 */
export const spelledNames = (text: Spelling, [street]: Spelling): boolean =>
  street !== undefined &&
  street.words.joined.length >= minLength &&
  text.some(
    ({ stems, words }) => containsWords(words, street.words) || containsWords(stems, street.stems),
  )

/** `spelledNames` for texts that are compared only once. */
export const namesStreet = (text: string, street: string): boolean =>
  spelledNames(spell(text), spell(street))

/** Whether two names are of the same street. */
export const isSameStreet = (one: Spelling, other: Spelling): boolean =>
  spelledNames(one, other) && spelledNames(other, one)

/**
 * The names of the streets in a postal address, however it is written: in one line or several, with any
 * form of house number or none, before or after the postal code. When in doubt, a text counts as a
 * street.
 */
export const streetsIn = (postalAddress: string): string[] => [
  ...new Set(
    withoutInvisible(postalAddress)
      .normalize('NFC')
      .replace(/\([^)]*\)/g, ' ')
      .split(/[\n\r,;|·•]|\s[-–—]\s|\b(?:[A-Z]{1,3}[- ])?\d{5}\b/u)
      .flatMap(streetsInPart)
      .map((name) => name.replace(/[\s.:#-]+$/u, '').trim())
      .filter(isName),
  ),
]

/** Whether a postal address is a post-office box, which reveals no place. */
export const isPostOfficeBox = (postalAddress: string): boolean =>
  /\bpostfach\b/.test(fold(postalAddress))

const isName = (name: string): boolean =>
  name.length >= 4 && !foldedWords(name).every((word) => notStreets.has(word) || word.length < 2)

const endsAsStreet = (name: string, endings: string[]): boolean => {
  const last = foldedWords(name).at(-1) ?? ''
  return endings.some((ending) => last.endsWith(ending))
}

const streetsInPart = (part: string): string[] => {
  const text = part.trim().replace(/\s+/g, ' ')
  const named = nameBeforeNumber(text)
  const isStreet =
    endsAsStreet(text, [...streetEndings, ...ambiguousEndings]) || streetBeginnings.test(fold(text))
  // A long word with the ending of a street is one, whatever is around it.
  const single = text
    .split(' ')
    .map((word) => word.replace(/\d.*$/, ''))
    .filter(
      (word) =>
        word.length > 6 && endsAsStreet(word, streetEndings) && !streetEndings.includes(fold(word)),
    )
  return [...(named ? [named] : []), ...(!named && isStreet ? [text] : []), ...single]
}

/** The name before a house number; or after it, where the number comes first. */
const nameBeforeNumber = (text: string): string | undefined => {
  for (const { 0: number, index } of text.matchAll(/\d+/g)) {
    const rest = text.slice(index + number.length)
    const next = /^\.\s+(\p{Letter}.*)$/u.exec(rest)?.[1]
    const isPartOfName = next !== undefined && !afterHouseNumber.test(fold(next))
    if (index === 0 && next === undefined) {
      return rest.replace(/^\s*[a-z]?\b/i, '').trim() || undefined
    }
    if (!isPartOfName) {
      return (
        text
          .slice(0, index)
          .replace(/(?:\bhaus)?[\s-]*\b(?:nr|no|nummer|hausnr|hausnummer)\b[\s.:]*$/i, '')
          .trim() || undefined
      )
    }
  }
  return undefined
}

/** The parts of a text that look like a street with a house number. */
export const likeAddresses = (text: string): string[] => {
  const endings = [...streetEndings, ...ambiguousEndings].map(canonical).join('|')
  const pattern = new RegExp(`(?<=^| )[a-z]*(?:${endings})(?: nr)? \\d{1,3}(?: [a-z])?(?= |$)`, 'g')
  return tokensOf(text).join(' ').match(pattern) ?? []
}
