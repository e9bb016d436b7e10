import { closest, distance } from 'fastest-levenshtein'

import type { Text } from './say.ts'

/** No name is longer, in characters; to compare what a client may send would take its time. */
const longest = 60

/**
 * The known name that was probably meant by another one, such as `district` by `distrct`.
 *
 * @returns undefined where none is near: more than two of five letters would have to change, or it is too short or too long.
 */
export const closestTo = (name: string, known: readonly string[]): string | undefined => {
  if (known.length === 0 || name.length < 3 || name.length > longest) {
    return undefined
  }
  const meant = name.toLowerCase()
  const found = closest(
    meant,
    known.map((each) => each.toLowerCase()),
  )
  return distance(meant, found) <= Math.ceil(name.length * 0.4)
    ? known.find((each) => each.toLowerCase() === found)
    : undefined
}

/** The sentence that names what was probably meant, after another sentence; empty where nothing is near. */
export const didYouMean = (name: string, known: readonly string[]): Text => {
  const meant = closestTo(name, known)
  return meant === undefined
    ? { de: '', en: '' }
    : { de: ` Gemeint ist vielleicht „${meant}“.`, en: ` Did you mean "${meant}"?` }
}

/** A name of a client as a refusal may repeat it: short, and without characters that mean something elsewhere. */
export const shorten = (name: string): string => name.replace(/[^\w.-]/g, '?').slice(0, longest)
