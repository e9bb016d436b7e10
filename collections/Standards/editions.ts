import type { ArrayField, PayloadRequest } from 'payload'

import DataLoader from 'dataloader'

import { nobody } from '../../src/access/people.ts'
import { published } from '../../src/access/content.ts'
import { idOf } from '../../src/lib/idOf.ts'

type Edition = {
  id: string
  status?: null | string
  supersedes?: unknown
  title?: Partial<Record<string, string>>
  version?: null | string
}

const loaders = new WeakMap<PayloadRequest, DataLoader<string, Edition[]>>()

/** Reads all standards, which are few, once for all whose editions are wanted at the same time. */
const loaderOf = (req: PayloadRequest): DataLoader<string, Edition[]> => {
  const known = loaders.get(req)
  if (known) {
    return known
  }
  const made = new DataLoader<string, Edition[]>(
    async (ids) => {
      const { docs } = await req.payload.db.find<Edition>({
        collection: 'standards',
        limit: 0,
        pagination: false,
        req,
        select: { status: true, supersedes: true, title: true, version: true },
        // The default order is by a localised text, which would need a language.
        sort: 'id',
        where: published,
      })
      return ids.map((id) => editionsOf(docs, id))
    },
    // No cache, since standards may change between two reads of a request.
    { cache: false },
  )
  loaders.set(req, made)
  return made
}

/** From the oldest that leads to a standard to the newest that follow from it; of the public ones only. */
const editionsOf = (all: Edition[], id: string): Edition[] => {
  const byID = new Map(all.map((each) => [each.id, each]))
  const own = byID.get(id)
  if (!own) {
    return []
  }
  const found = new Set([own])
  const before: Edition[] = []
  let earlier = byID.get(idOf(own.supersedes) ?? '')
  while (earlier && !found.has(earlier)) {
    found.add(earlier)
    before.unshift(earlier)
    earlier = byID.get(idOf(earlier.supersedes) ?? '')
  }
  const after: Edition[] = [own]
  for (const edition of after) {
    for (const later of all.filter((each) => idOf(each.supersedes) === edition.id)) {
      if (!found.has(later)) {
        found.add(later)
        after.push(later)
      }
    }
  }
  return [...before, ...after]
}

/**
 * A standard with all that it supersedes, and that supersede it, the oldest first. Computed, not stored. Drafts and
 * superseded ones that are not public leave gaps.
 */
export const editionsField: ArrayField = {
  name: 'editions',
  type: 'array',
  access: { create: nobody, update: nobody },
  admin: { hidden: true },
  fields: [
    { name: 'doc', type: 'relationship', maxDepth: 0, relationTo: 'standards' },
    { name: 'title', type: 'text', localized: true },
    { name: 'version', type: 'text' },
    { name: 'status', type: 'text' },
  ],
  hooks: {
    afterRead: [
      async ({ data, req }) =>
        (await loaderOf(req).load(String(data?.id))).map(({ id, status, title, version }) => ({
          doc: id,
          id,
          status,
          title: title ?? {},
          version,
        })),
    ],
  },
  label: { de: 'Fassungen', en: 'Editions' },
  virtual: true,
}
