import type { CollectionBeforeChangeHook, TextareaField } from 'payload'

import { nobody } from '../../access/people.ts'
import { fold } from '../../lib/fold.ts'
import { isObject } from '../../lib/isObject.ts'
import { isRichText, readRichText } from '../../lib/richText.ts'
import { publicVocabularies } from '../../vocabularies/all.ts'
import type { Vocabulary } from '../../vocabularies/vocabulary.ts'

/** Written by the server, compared by the search, and read by nobody. */
const hidden = (name: string, localized: boolean): TextareaField => ({
  name,
  type: 'textarea',
  access: { create: nobody, read: nobody, update: nobody },
  hidden: true,
  localized,
})

/**
 * What the search looks through, folded: in each language what is written in it, and beside that what
 * all languages share. They are fields of the document, so they are public when the document is.
 */
export const searchFields = [hidden('searchText', true), hidden('searchCommon', false)]

/** Which fields of a document are searched. Only public ones: whoever finds something learns of it. */
export type Searched = {
  /** Fields with one value for all languages. */
  common: string[]
  /** The field with a sentence about the document, which results show. */
  excerpt: string
  localized: string[]
}

const vocabularyOf: Record<string, Vocabulary> = {
  districts: publicVocabularies.districts,
  kind: publicVocabularies.kinds,
  services: publicVocabularies.services,
  targetGroups: publicVocabularies.targetGroups,
  topics: publicVocabularies.topics,
}

/** Keeps the text that is searched in step with the document. */
export const keepSearchText =
  ({ common, localized }: Pick<Searched, 'common' | 'localized'>): CollectionBeforeChangeHook =>
  ({ data }) => ({
    ...data,
    searchCommon: commonTextOf(data, common),
    searchText: textOf(data, localized),
  })

/** As `textOf`, but never empty, so that what has none can be told from what was never filled in. */
export const commonTextOf = (doc: Record<string, unknown>, paths: string[]): string =>
  `. ${textOf(doc, paths)}`

/** The folded text of some fields of a document in one language. */
export const textOf = (doc: Record<string, unknown>, paths: string[]): string =>
  fold(paths.flatMap((path) => wordsOf(valueAt(doc, path), vocabularyOf[path])).join(' '))

const valueAt = (doc: unknown, path: string): unknown =>
  path.split('.').reduce((value, key) => (isObject(value) ? value[key] : undefined), doc)

/** Strings as they are, codes by their labels, rich text and lists by what is written in them. */
const wordsOf = (value: unknown, vocabulary?: Vocabulary): string[] => {
  if (typeof value === 'string') {
    const term = vocabulary?.find((each) => each.value === value)
    return term ? [term.label.de, term.label.en] : [value]
  }
  if (Array.isArray(value)) {
    return value.flatMap((each) => wordsOf(each, vocabulary))
  }
  if (isRichText(value)) {
    return [readRichText(value).text]
  }
  return isObject(value)
    ? Object.entries(value).flatMap(([key, each]) => (key === 'id' ? [] : wordsOf(each)))
    : []
}
