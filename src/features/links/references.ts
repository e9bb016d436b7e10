import type { Field, Payload, SanitizedConfig } from 'payload'

import { published } from '../../access/content.ts'
import type { LinkableCollection } from '../../addresses/paths.ts'
import { linkableCollections } from '../../addresses/paths.ts'
import { documentsOf } from '../../database/documentsOf.ts'
import { blockRelations } from '../../fields/richText.ts'
import { idOf } from '../../lib/idOf.ts'
import { isObject } from '../../lib/isObject.ts'
import { leavesOf } from '../../lib/leavesOf.ts'
import { keptOn, ofEachDocument } from '../../lib/ofEachDocument.ts'
import type { Text } from '../../lib/say.ts'
import { textOfLabel } from '../../lib/say.ts'

/** A reference from one document to another. */
export type Reference = {
  /** The document that is referred to. */
  collection: string
  /** The field that it stands in. */
  field: Text
  id: string
}

type ReferringCollection = 'redirects' | LinkableCollection

/** Where references are looked for: what the public reads. */
const collections: ReferringCollection[] = [...linkableCollections, 'redirects']

/** A document of one of the collections above, or the navigation, and what it refers to. */
export type Referring = {
  entity: 'navigation' | ReferringCollection
  id: string
  references: Reference[]
  title: string
}

type Stored = { id: string } & Record<string, unknown>

/** A text; the German one of a localised text. */
const asText = (value: unknown): string =>
  typeof value === 'string' ? value : isObject(value) ? asText(value.de) : ''

/**
 * All that a document refers to in any language: relationships, files, links, images and blocks in rich
 * text. Fields that the form hides are ignored: a navigation entry with a web address may still hold the
 * page that was chosen before.
 *
 * @param doc as the database holds it, texts by language.
 */
const referencesIn = (doc: Record<string, unknown>, fields: Field[]): Reference[] =>
  leavesOf(fields).flatMap(({ field, path }) => {
    // Computed from the parents.
    if (path.startsWith('breadcrumbs.')) {
      return []
    }
    const label = textOfLabel('label' in field ? field.label : undefined)
    const values = valuesAt(doc, path.split('.')).filter((found) => isShown(field, doc, found))
    if (field.type === 'richText') {
      return values.flatMap(({ value }) =>
        inLanguages(value).flatMap((text) => inText(text, label)),
      )
    }
    return field.type === 'relationship' || field.type === 'upload'
      ? values.flatMap(({ value }) => inRelation(value, field.relationTo, label))
      : []
  })

type Value = { siblings: Record<string, unknown>; value: unknown }

const valuesAt = (value: unknown, path: string[], siblings: Value['siblings'] = {}): Value[] => {
  if (Array.isArray(value)) {
    return value.flatMap((each) => valuesAt(each, path, siblings))
  }
  const [key, ...rest] = path
  if (key === undefined) {
    return [{ siblings, value }]
  }
  return isObject(value) ? valuesAt(value[key], rest, value) : []
}

const isShown = (field: Field, doc: Record<string, unknown>, { siblings }: Value): boolean => {
  const condition = field.admin && 'condition' in field.admin ? field.admin.condition : undefined
  return condition?.(doc, siblings, {} as never) !== false
}

/** A localised text as the database holds it, by language. */
const inLanguages = (value: unknown): unknown[] =>
  isObject(value) && !('root' in value) ? Object.values(value) : [value]

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

const inText = (node: unknown, field: Text): Reference[] => {
  if (Array.isArray(node)) {
    return node.flatMap((each) => inText(each, field))
  }
  if (!isObject(node)) {
    return []
  }
  return [...inNode(node, field), ...inText(node.children, field), ...inText(node.root, field)]
}

const inNode = (node: Record<string, unknown>, field: Text): Reference[] => {
  const fields = isObject(node.fields) ? node.fields : {}
  switch (node.type) {
    case 'block':
      return Object.entries(fields).flatMap(([name, value]) => {
        const collection = blockRelations[`${asText(fields.blockType)}.${name}`]
        return collection
          ? [value].flat().flatMap((each) => inRelation(each, collection, field))
          : []
      })
    case 'link':
      return fields.linkType === 'internal' ? inPair(fields.doc, field) : []
    case 'upload':
      return inPair(node, field)
    default:
      return []
  }
}

const fieldsOf = (config: SanitizedConfig, slug: string): Field[] =>
  [...config.collections, ...config.globals].find((each) => each.slug === slug)?.fields ?? []

/**
 * Everything that refers to other documents, in all languages, and without checking access: callers must
 * show only what the person may read.
 *
 * @param draft whether to read the newest drafts instead of what is published.
 */
export const readReferring = async (
  payload: Payload,
  { draft }: { draft: boolean },
): Promise<Referring[]> => {
  const { config, db } = payload
  const found: Referring[] = []
  for (const entity of collections) {
    const fields = fieldsOf(config, entity)
    const hasDrafts = entity !== 'redirects'
    const isDraft = draft && hasDrafts
    const ofEntity = await ofEachDocument<Stored, Referring>(
      documentsOf(payload, {
        collection: entity,
        isDraft,
        where: isDraft ? { 'version.deletedAt': { exists: false } } : hasDrafts ? published : {},
      }),
      (doc) => referringOf(doc, entity, fields),
      keptOn(db, `references in ${isDraft ? 'drafts of ' : ''}${entity}`),
    )
    found.push(...ofEntity)
  }
  const fields = fieldsOf(config, navigation)
  return [...found, referringOf(await readNavigation(db, draft), navigation, fields)]
}

const referringOf = (doc: Stored, entity: Referring['entity'], fields: Field[]): Referring => ({
  entity,
  id: doc.id,
  references: referencesIn(doc, fields),
  title: titleOf(doc),
})

const navigation = 'navigation'

const readNavigation = async (db: Payload['db'], draft: boolean): Promise<Stored> => {
  const versions =
    draft &&
    (await db.findGlobalVersions<Stored>({
      global: navigation,
      limit: 1,
      pagination: false,
      where: { latest: { equals: true } },
    }))
  const newest = versions && versions.docs[0]?.version
  if (newest) {
    return newest
  }
  // In MongoDB a global that nobody has saved is null.
  const stored = (await db.findGlobal<Stored>({ slug: navigation })) as null | Stored
  return stored ?? { id: '' }
}

/** What people call a document. */
export const titleOf = ({ alt, filename, from, name, title }: Record<string, unknown>): string =>
  asText(name ?? title ?? alt ?? from ?? filename)

/** What people call a collection or a global. */
export const labelOf = (config: SanitizedConfig, slug: string): Text => {
  const collection = config.collections.find((each) => each.slug === slug)
  const global = config.globals.find((each) => each.slug === slug)
  return textOfLabel(collection ? collection.labels.plural : global?.label)
}
