import { fold, plainLetters, withoutInvisible } from '../../lib/fold.ts'

/** Last words and last syllables of German street names. */
const kinds = [
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
const moreKinds = ['anger', 'berg', 'bogen', 'brink', 'graben', 'hof', 'markt', 'wall', 'winkel']

/** Words that stand before a number in an address without being a street. */
const noStreets = new Set(
  'abt abteilung apartment app appartement aufgang block buero dezernat eg eingang etage fach fax fon frauenhaus fz gebaeude haus hausnr hausnummer hinterhaus mobil no nr og postfach raum referat stock stockwerk tel telefon tor trakt ug vorderhaus whg wohnung zi zimmer'.split(
    ' ',
  ),
)

/** What follows a number that counts storeys or houses rather than being part of a name. */
const afterHouseNumber =
  /^(?:dg|eg|og|ug|etage|stock|stockwerk|obergeschoss|erdgeschoss|hinterhaus|vorderhaus|hof|eingang|aufgang|links|rechts|mitte|und|bis|u|re|li)\b/

const beginnings =
  /^(?:(?:allee|platz|ring|strasse|str|ufer|weg) (?:am|an|de[nrs]|im|vo[mn]|zu[mr])|am|an de[nmr]|auf de[nmr]|bei|beim|hinter de[nmr]|hinterm|im|in de[nmr]|neben de[nmr]|ob de[nmr]|unter de[nmr]|vor de[nmr]|zu den|zum|zur|zwischen den)\b/

const foldedWords = (text: string): string[] => fold(text).split(' ')

/** One spelling for words that are often abbreviated. */
const short: Record<string, string> = {
  bgm: 'buergermeister',
  dr: 'doktor',
  prof: 'professor',
  sankt: 'st',
}

/** "Strasse", "Str.", "Straße" are one, as are "Pl." and "Platz"; umlauts may lack their dots. */
const canonical = (word: string): string =>
  (short[word] ?? word)
    .replace(/str(?:a(?:ss?)?e?)?$/, 'str')
    .replace(/platz$/, 'pl')
    .replace(/wg$/, 'weg')
    .replace(/([aou])e/g, '$1')

/** A word without the ending that grammar gives it: "in der Langen Straße" is the "Lange Straße". */
const stem = (word: string): string => word.replace(/(?:e[mnrs]?)$/, '')

/** The words of a text, letters and digits apart, each in its one spelling. */
const tokensOf = (text: string): string[] =>
  (plainLetters(text).match(/\p{Letter}+|\p{Number}+/gu) ?? []).map(canonical)

/** Words without the spaces and hyphens between them, and the places where one begins or ends. */
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
 * Whether words stand in a text one after the other, wherever there are spaces or hyphens: a match
 * begins where a word begins and ends where one ends, or before a genitive s.
 */
const holds = ({ edges, joined }: Words, { joined: wanted }: Words): boolean => {
  for (let at = joined.indexOf(wanted); at !== -1; at = joined.indexOf(wanted, at + 1)) {
    const end = at + wanted.length
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

/** A text as it is compared, in each way to read it; or the name of a street, which has one. */
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

/** Shorter names, in letters, are words of their own too often. */
const shortest = 4

/**
 * Whether a text names a street, with or without the number, however it is spelt: Unicode form,
 * invisible characters, case, umlauts, abbreviations, hyphens, spaces and endings do not matter, nor
 * that it stands in a web address.
 */
export const spelledNames = (text: Spelling, [street]: Spelling): boolean =>
  street !== undefined &&
  street.words.joined.length >= shortest &&
  text.some(({ stems, words }) => holds(words, street.words) || holds(stems, street.stems))

/** What `spelledNames` tells, of what is compared once only. */
export const namesStreet = (text: string, street: string): boolean =>
  spelledNames(spell(text), spell(street))

/** Whether two names are of the same street. */
export const isSameStreet = (one: Spelling, other: Spelling): boolean =>
  spelledNames(one, other) && spelledNames(other, one)

/**
 * The names of the streets in a postal address, however it is written: several lines or one, with
 * house numbers of any form or without, before or behind the postal code. Rather one too many than
 * one too few.
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

/** Whether a postal address is a post-office box, which is nobody's secret. */
export const isPostOfficeBox = (postalAddress: string): boolean =>
  /\bpostfach\b/.test(fold(postalAddress))

const isName = (name: string): boolean =>
  name.length >= 4 && !foldedWords(name).every((word) => noStreets.has(word) || word.length < 2)

const endsAsStreet = (name: string, endings: string[]): boolean => {
  const last = foldedWords(name).at(-1) ?? ''
  return endings.some((ending) => last.endsWith(ending))
}

const streetsInPart = (part: string): string[] => {
  const text = part.trim().replace(/\s+/g, ' ')
  const named = nameBeforeNumber(text)
  const isStreet = endsAsStreet(text, [...kinds, ...moreKinds]) || beginnings.test(fold(text))
  // A long word that ends as streets do is one, whatever stands around it.
  const single = text
    .split(' ')
    .map((word) => word.replace(/\d.*$/, ''))
    .filter((word) => word.length > 6 && endsAsStreet(word, kinds) && !kinds.includes(fold(word)))
  return [...(named ? [named] : []), ...(!named && isStreet ? [text] : []), ...single]
}

/** What stands before the house number - in front of a name it counts as one, too. */
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

/** What in a text looks like a street with a house number. */
export const likeAddresses = (text: string): string[] => {
  const endings = [...kinds, ...moreKinds].map(canonical).join('|')
  const pattern = new RegExp(`(?<=^| )[a-z]*(?:${endings})(?: nr)? \\d{1,3}(?: [a-z])?(?= |$)`, 'g')
  return tokensOf(text).join(' ').match(pattern) ?? []
}
