import { publicVocabularies } from '../vocabularies/all.ts'
import type { Vocabulary } from '../vocabularies/vocabulary.ts'

type Filter = {
  /** What it may name; undefined: any text. */
  codes?: Vocabulary
  field: string
}

const slug: Filter = { field: 'slug' }

/** Of pages a field; in place of others, their slug. */
const path: Filter = { field: 'path' }

/** Short filters of lists, by collection; each stands for a condition on a field. */
export const filters: Record<string, Record<string, Filter>> = {
  news: { path, slug, topic: { codes: publicVocabularies.topics, field: 'topics' } },
  pages: { path, slug },
  partners: {
    district: { codes: publicVocabularies.districts, field: 'districts' },
    kind: { codes: publicVocabularies.kinds, field: 'kind' },
    language: { codes: publicVocabularies.languages, field: 'languages' },
    service: { codes: publicVocabularies.services, field: 'services' },
    path,
    slug,
    targetGroup: { codes: publicVocabularies.targetGroups, field: 'targetGroups' },
  },
  standards: { path, slug, status: { codes: publicVocabularies.standardStatus, field: 'status' } },
}

/** The short filters of a collection that take codes, which can be counted. */
export const facetsOf = (slug: string): string[] =>
  Object.entries(filters[slug] ?? {}).flatMap(([name, { codes }]) => (codes ? [name] : []))

export const hasFacets = (slug: string): boolean => facetsOf(slug).length > 0
