import type { CollectionSlug, PayloadRequest } from 'payload'

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

type Target = { reason: Text | undefined; title: string }

/** How many documents are asked for at a time: SQLite takes no more than some thousand values. */
const batchSize = 500

/**
 * Finds where published content, the navigation and redirects refer to what is deleted, in the trash or
 * not published.
 */
export const brokenLinks = async (req: PayloadRequest): Promise<Broken[]> => {
  const found: { reference: Reference; source: Omit<Broken, 'reason' | 'target'> }[] = []
  const all = await readReferring(req.payload, { draft: false })
  for (const { entity, id, references, title } of all) {
    const place = entity === 'navigation' ? { title: '' } : { id, title }
    for (const reference of references) {
      found.push({ reference, source: { ...place, entity, field: say(req, reference.field) } })
    }
  }
  const targets = await targetsOf(
    req,
    found.map(({ reference }) => reference),
  )
  return found.flatMap(({ reference: { collection, id }, source }) => {
    const { reason, title } = targets.get(`${collection}/${id}`) ?? { reason: deleted, title: '' }
    return reason ? [{ ...source, reason, target: title }] : []
  })
}

const targetsOf = async (
  { payload }: PayloadRequest,
  references: Reference[],
): Promise<Map<string, Target>> => {
  const targets = new Map<string, Target>()
  for (const collection of new Set(references.map((each) => each.collection as CollectionSlug))) {
    const named = references.filter((each) => each.collection === collection)
    const ids = [...new Set(named.map(({ id }) => id))]
    for (let begin = 0; begin < ids.length; begin += batchSize) {
      const { docs } = await payload.db.find<Stored>({
        collection,
        limit: batchSize,
        pagination: false,
        // The default order may be by a localised text, which would need a language.
        sort: 'id',
        where: { id: { in: ids.slice(begin, begin + batchSize) } },
      })
      for (const doc of docs) {
        targets.set(`${collection}/${doc.id}`, { reason: reasonOf(doc), title: titleOf(doc) })
      }
    }
  }
  return targets
}

const reasonOf = ({
  _status,
  deletedAt,
}: {
  _status?: null | string
  deletedAt?: null | string
}) => (deletedAt ? trashed : _status === 'draft' ? unpublished : undefined)
