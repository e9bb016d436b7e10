import type { CollectionSlug, Payload } from 'payload'

import { published } from '../../access/content.ts'
import { facetsOf, filters } from '../../addresses/filters.ts'
import { documentsOf } from '../../database/documentsOf.ts'
import { keptOn, ofEachDocument } from '../../lib/ofEachDocument.ts'

/** How many documents a filter would find with each code, the most first; codes that find none are left out. */
export type Facets = Record<string, { count: number; value: string }[]>

type Codes = Record<string, string[]>

/**
 * Counts some published documents.
 *
 * @param names of short filters.
 */
export const countFacets = async (
  payload: Payload,
  { ids, names, slug }: { ids: string[]; names: string[]; slug: string },
): Promise<Facets> => {
  const fields = facetsOf(slug).map((name) => filters[slug]?.[name]?.field ?? '')
  const all = await ofEachDocument<
    { id: string } & Record<string, unknown>,
    { codes: Codes; id: string }
  >(
    documentsOf(payload, {
      collection: slug as CollectionSlug,
      select: Object.fromEntries([...fields, 'reach'].map((field) => [field, true])),
      where: published,
    }),
    (doc) => ({ codes: codesOf(slug, doc), id: doc.id }),
    keptOn(payload.db, `codes of ${slug}`),
  )
  const wanted = new Set(ids)
  const found = all.filter(({ id }) => wanted.has(id))
  return Object.fromEntries(
    names.map((name) => {
      const counts = new Map<string, number>()
      for (const { codes } of found) {
        for (const code of codes[name] ?? []) {
          counts.set(code, (counts.get(code) ?? 0) + 1)
        }
      }
      return [
        name,
        [...counts]
          .map(([value, count]) => ({ count, value }))
          .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)),
      ]
    }),
  )
}

/** The codes by which a filter finds a document: all districts for one that reaches further than some. */
const codesOf = (slug: string, doc: Record<string, unknown>): Codes =>
  Object.fromEntries(
    Object.entries(filters[slug] ?? {}).flatMap(([name, { codes, field }]) => {
      const reachesFurther =
        field === 'districts' && typeof doc.reach === 'string' && doc.reach !== 'district'
      const own = [doc[field]].flat().filter((code): code is string => typeof code === 'string')
      return codes ? [[name, reachesFurther ? codes.map(({ value }) => value) : own]] : []
    }),
  )
