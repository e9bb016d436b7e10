import type { CollectionSlug, PayloadRequest } from 'payload'

import { documentsOf } from '../../database/documentsOf.ts'
import { readPlainFields } from '../../database/plainFields.ts'
import type { Text } from '../../lib/say.ts'
import { say } from '../../lib/say.ts'
import type { Reference } from './references.ts'
import { readReferring, titleOf } from './references.ts'

/** A reference of published content that leads to nothing that is public. */
export type Broken = {
  entity: string
  field: string
  id?: string
  reason: Text
  /** The title of the target; empty once that is deleted for good. */
  target: string
  title: string
}

const deleted: Text = { de: 'gelöscht', en: 'deleted' }
const trashed: Text = { de: 'im Papierkorb', en: 'in the trash' }
const unpublished: Text = { de: 'nicht veröffentlicht', en: 'not published' }

type Stored = { _status?: null | string; deletedAt?: null | string; id: string } & Record<
  string,
  unknown
>

/** How many documents are asked for at a time: SQLite takes no more than some thousand values. */
const batchSize = 500

/**
 * Finds where published content, the navigation and redirects refer to what is deleted, in the trash or
 * not published.
 */
export const brokenLinks = async (req: PayloadRequest): Promise<Broken[]> => {
  const all = await readReferring(req.payload, { draft: false })
  const references = all.flatMap((each) => each.references)
  const reasons = new Map<string, Text | undefined>()
  for (const { collection, ids } of targetsOf(references)) {
    const where = { id: { in: ids } }
    const { flattenedFields } = req.payload.collections[collection].config
    const fields = ['_status', 'deletedAt'].filter((name) =>
      flattenedFields.some((field) => field.name === name),
    )
    const docs = await readPlainFields<Stored>(req.payload, fields, { collection, where })
    docs.forEach((doc) => reasons.set(keyOf({ collection, id: doc.id }), reasonOf(doc)))
  }
  const broken = all.flatMap(({ references, ...source }) =>
    references.flatMap((reference) => {
      const key = keyOf(reference)
      const reason = reasons.has(key) ? reasons.get(key) : deleted
      return reason ? [{ key, reason, reference, source }] : []
    }),
  )
  const titles = new Map<string, string>()
  for (const { collection, ids } of targetsOf(broken.map(({ reference }) => reference))) {
    const { read } = documentsOf<Stored>(req.payload, { collection, where: {} })
    const docs = await read(ids)
    docs.forEach((doc) => titles.set(keyOf({ collection, id: doc.id }), titleOf(doc)))
  }
  return broken.map(({ key, reason, reference, source: { entity, id, title } }) => ({
    ...(entity === 'navigation' ? { title: '' } : { id, title }),
    entity,
    field: say(req, reference.field),
    reason,
    target: titles.get(key) ?? '',
  }))
}

const keyOf = ({ collection, id }: Pick<Reference, 'collection' | 'id'>): string =>
  `${collection}/${id}`

type Targets = { collection: CollectionSlug; ids: string[] }

/** What is referred to, in batches of one collection each. */
const targetsOf = function* (references: Reference[]): Generator<Targets> {
  for (const collection of new Set(references.map((each) => each.collection as CollectionSlug))) {
    const named = references.filter((each) => each.collection === collection)
    const ids = [...new Set(named.map(({ id }) => id))]
    for (let begin = 0; begin < ids.length; begin += batchSize) {
      yield { collection, ids: ids.slice(begin, begin + batchSize) }
    }
  }
}

const reasonOf = ({
  _status,
  deletedAt,
}: {
  _status?: null | string
  deletedAt?: null | string
}) => (deletedAt ? trashed : _status === 'draft' ? unpublished : undefined)
