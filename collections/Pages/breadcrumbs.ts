import type { PayloadRequest, Where } from 'payload'

import DataLoader from 'dataloader'

import { notTrashed, published } from '../../src/access/content.ts'
import { pathsAbove } from '../../src/addresses/paths.ts'
import { isObject } from '../../src/lib/isObject.ts'

/** A title, by language. */
type Titles = Partial<Record<string, null | string>>

type Step = { id: string; path: string; title?: Titles }

/** A row of the field, with its label by language, from which Payload picks one as for any localised text. */
type Crumb = { doc: string; id: string; isFallback: boolean; label: Titles; url: string }

const loaders = new WeakMap<
  PayloadRequest,
  Record<'drafts' | 'published', DataLoader<string, Step>>
>()

/** Reads pages by their path, in one query for all that are requested at the same time. */
const loadersOf = (
  req: PayloadRequest,
): Record<'drafts' | 'published', DataLoader<string, Step>> => {
  const known = loaders.get(req)
  if (known) {
    return known
  }
  const reading = (which: Where) =>
    // No cache, since pages may change between two reads of a request.
    new DataLoader<string, Step>((paths) => readSteps(req, paths, which), { cache: false })
  const made = { drafts: reading(notTrashed), published: reading(published) }
  loaders.set(req, made)
  return made
}

const readSteps = async (
  req: PayloadRequest,
  paths: readonly string[],
  which: Where,
): Promise<Step[]> => {
  const { docs } = await req.payload.db.find<Step>({
    collection: 'pages',
    limit: 0,
    pagination: false,
    req,
    select: { path: true, title: true },
    // The default order is by a localised text, which would need a language.
    sort: 'id',
    where: { and: [which, { path: { in: [...new Set(paths)] } }] },
  })
  // An address that leads nowhere gets no label.
  return paths.map((path) => docs.find((doc) => doc.path === path) ?? { id: '', path })
}

/**
 * The breadcrumbs of a page: a row for each page above it and one for itself, with the titles of all
 * languages. Those of a public page show nothing of pages that are not public.
 *
 * @param page as it is being read. Its title is still in all languages, since this field comes first.
 */
export const breadcrumbsOf = async (
  { _status, id, path, title }: Record<string, unknown>,
  req: PayloadRequest,
): Promise<Crumb[] | undefined> => {
  if (typeof path !== 'string') {
    return undefined
  }
  const titles = isObject(title) ? (title as Titles) : undefined
  const loader = loadersOf(req)[_status === 'published' ? 'published' : 'drafts']
  const above = pathsAbove(path)
  const steps = await Promise.all(
    [...above, ...(titles ? [] : [path])].map((each) => loader.load(each)),
  )
  const own = titles ? [{ id: String(id), path, title: titles }] : []
  return [...steps, ...own]
    .filter((step) => step.id !== '')
    .map((step) => ({
      doc: step.id,
      // Workaround (no issue known): Payload makes up a new id at each reading. Can go when it leaves
      // computed rows as they are; tests/integration/payload/upstream.test.ts notices.
      id: step.id,
      isFallback: req.locale !== 'all' && !step.title?.[req.locale ?? ''],
      label: step.title ?? {},
      url: step.path,
    }))
}
