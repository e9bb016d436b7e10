import type {
  CollectionBeforeChangeHook,
  FlattenedField,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'

import { idOf } from '../lib/idOf.ts'
import { invalid } from '../lib/invalid.ts'
import { isObject } from '../lib/isObject.ts'
import { textOfLabel } from '../lib/say.ts'
import { isPublishing } from './publicState.ts'

/** A field that links documents of one collection in a chain, such as the parent of a page. */
type Chain = { field: FlattenedField; path: string[] }

/** All such fields of a collection, in groups as well. */
export const chainsOf = (
  { slug }: Pick<SanitizedCollectionConfig, 'slug'>,
  fields: FlattenedField[],
  above: string[] = [],
): Chain[] =>
  fields.flatMap((field): Chain[] => {
    const path = [...above, field.name]
    if (field.type === 'relationship' && field.relationTo === slug && !field.hasMany) {
      return [{ field, path }]
    }
    return field.type === 'group' || field.type === 'tab'
      ? chainsOf({ slug }, field.flattenedFields, path)
      : []
  })

const valueAt = (doc: unknown, path: string[]): unknown =>
  path.reduce((value, key) => (isObject(value) ? value[key] : undefined), doc)

/**
 * Whether a chain leads from one document to another.
 *
 * @param draft whether to follow the newest drafts instead of what is published.
 */
const leadsTo = async ({
  collection,
  draft,
  path,
  req,
  start,
  target,
}: {
  collection: SanitizedCollectionConfig
  draft: boolean
  path: string[]
  req: PayloadRequest
  start: string
  target: string
}): Promise<boolean> => {
  // Data that is older than this rule may hold a circle without the target, which would never end.
  const seen = new Set<string>()
  for (let current: string | undefined = start; current && !seen.has(current);) {
    if (current === target) {
      return true
    }
    seen.add(current)
    const doc: unknown = await req.payload.findByID({
      id: current,
      collection: collection.slug as 'pages',
      depth: 0,
      disableErrors: true,
      draft,
      req,
      trash: true,
    })
    current = idOf(valueAt(doc, path))
  }
  return false
}

/**
 * Refuses a document that would refer to itself through any number of others: among the newest drafts
 * and, when it is published, among published documents.
 *
 * @throws 400 at the field.
 */
export const refuseCircles =
  (chains: Chain[]): CollectionBeforeChangeHook =>
  async ({ collection, data, originalDoc, req }) => {
    const id = originalDoc?.id as string | undefined
    for (const { field, path } of chains) {
      const start = idOf(valueAt(data, path))
      if (!id || !start) {
        continue
      }
      const isNew = start !== idOf(valueAt(originalDoc, path))
      const chain = { collection, path, req, start, target: id }
      const isCircle =
        (isNew && (await leadsTo({ ...chain, draft: true }))) ||
        (isPublishing({ collection, data, req }) && (await leadsTo({ ...chain, draft: false })))
      if (isCircle) {
        const names = textOfLabel('label' in field ? field.label : field.name)
        throw invalid(req, collection.slug, [path.join('.')], {
          de: `„${names.de}“ führt im Kreis zu diesem Dokument zurück. Bitte etwas anderes auswählen.`,
          en: `"${names.en}" leads back to this document in a circle. Please choose something else.`,
        })
      }
    }
    return data
  }
