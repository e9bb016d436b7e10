import type { Field, GlobalSlug, Payload, SanitizedConfig } from 'payload'

import { leavesOf } from '../access/publicFields.ts'
import { isObject } from '../limits/isObject.ts'
import type { Text } from '../say.ts'

/** That one document refers to another. */
export type Reference = {
  /** The document that is referred to. */
  collection: string
  /** The field that it stands in. */
  field: Text
  id: string
}

/** Where references are looked for: what the public reads. */
const collections = ['pages', 'news', 'standards', 'partners', 'redirects'] as const

/** How many documents of a collection are read at a time. */
const batch = 200

/** What is read: a document of one of the collections above, or the navigation. */
export type Referring = {
  doc: Record<string, unknown>
  entity: (typeof collections)[number] | 'navigation'
  references: Reference[]
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

const languageOf = (label: unknown): Text =>
  isObject(label)
    ? { de: asText(label.de), en: asText(label.en) }
    : { de: asText(label), en: asText(label) }

/** All that a document refers to: relationships, files, links and blocks in rich text. */
export const referencesIn = (doc: Record<string, unknown>, fields: Field[]): Reference[] =>
  leavesOf(fields).flatMap(({ field, path }) => {
    // The nested-docs plugin repeats the parent in every page's breadcrumbs.
    if (path.startsWith('breadcrumbs.')) {
      return []
    }
    const label = languageOf('label' in field ? field.label : undefined)
    const values = valuesAt(doc, path.split('.'))
    if (field.type === 'richText') {
      return values.flatMap((value) => inText(value, label))
    }
    return field.type === 'relationship' || field.type === 'upload'
      ? values.flatMap((value) => inRelation(value, field.relationTo, label))
      : []
  })

const valuesAt = (value: unknown, [key, ...rest]: string[]): unknown[] => {
  if (Array.isArray(value)) {
    return value.flatMap((each) => valuesAt(each, key === undefined ? [] : [key, ...rest]))
  }
  if (key === undefined) {
    return [value]
  }
  return isObject(value) ? valuesAt(value[key], rest) : []
}

const idOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : isObject(value) ? idOf(value.id) : undefined

const inRelation = (value: unknown, relationTo: string | string[], field: Text): Reference[] => {
  if (typeof relationTo === 'string') {
    const id = idOf(value)
    return id ? [{ collection: relationTo, field, id }] : []
  }
  return inPair(value, field)
}

/** `{ relationTo, value }`: Payload's form where there is more than one collection to choose from. */
const inPair = (pair: unknown, field: Text): Reference[] => {
  const id = isObject(pair) ? idOf(pair.value) : undefined
  return isObject(pair) && typeof pair.relationTo === 'string' && id
    ? [{ collection: pair.relationTo, field, id }]
    : []
}

/** Which collection a field of a block of rich text refers to; see `src/fields/richText.ts`. */
const inBlocks: Record<string, string> = { documents: 'documents', partner: 'partners' }

const inText = (node: unknown, field: Text): Reference[] => {
  if (Array.isArray(node)) {
    return node.flatMap((each) => inText(each, field))
  }
  if (!isObject(node)) {
    return []
  }
  const { children, fields, root, type } = node
  const own =
    type === 'link' && isObject(fields)
      ? inPair(fields.doc, field)
      : type === 'upload'
        ? inPair(node, field)
        : type === 'block' && isObject(fields)
          ? Object.entries(inBlocks).flatMap(([name, collection]) =>
              [fields[name] ?? []].flat().flatMap((value) => inRelation(value, collection, field)),
            )
          : []
  return [...own, ...inText(children, field), ...inText(root, field)]
}

const fieldsOf = (config: SanitizedConfig, slug: string): Field[] =>
  [...config.collections, ...config.globals].find((each) => each.slug === slug)?.fields ?? []

/**
 * Reads everything that refers to other documents, a batch at a time, with no rights asked for: whoever
 * calls this shows only what the person may see.
 *
 * @param draft the newest drafts, instead of what is published.
 */
export const readReferring = async function* (
  payload: Payload,
  { draft }: { draft: boolean },
): AsyncGenerator<Referring> {
  for (const entity of collections) {
    const fields = fieldsOf(payload.config, entity)
    const hasDrafts = entity !== 'redirects'
    for (let page = 1, isLast = false; !isLast; page += 1) {
      const { docs } = await payload.find({
        collection: entity,
        depth: 0,
        draft: draft && hasDrafts,
        limit: batch,
        locale: 'de',
        page,
        pagination: false,
        sort: 'id',
        where: draft || !hasDrafts ? {} : { _status: { equals: 'published' } },
      })
      for (const found of docs) {
        const doc = found as unknown as Record<string, unknown>
        yield { doc, entity, references: referencesIn(doc, fields) }
      }
      isLast = docs.length < batch
    }
  }
  const slug = 'navigation' satisfies GlobalSlug
  const doc = (await payload.findGlobal({
    slug,
    depth: 0,
    draft,
    locale: 'de',
  })) as unknown as Record<string, unknown>
  yield { doc, entity: slug, references: referencesIn(doc, fieldsOf(payload.config, slug)) }
}

/** What people call a document. */
export const titleOf = ({ alt, filename, from, name, title }: Record<string, unknown>): string =>
  asText(name ?? title ?? alt ?? from ?? filename)

/** What people call a collection or a global. */
export const labelOf = (config: SanitizedConfig, slug: string): Text => {
  const collection = config.collections.find((each) => each.slug === slug)
  const global = config.globals.find((each) => each.slug === slug)
  return languageOf(collection ? collection.labels.plural : global?.label)
}
