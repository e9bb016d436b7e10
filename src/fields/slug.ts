import type {
  CollectionSlug,
  FieldHook,
  PayloadRequest,
  TextField,
  TextFieldSingleValidation,
} from 'payload'

import { coordinatorsOnly } from '../access/people.ts'
import { reservedSlugs } from '../addresses/paths.ts'
import { invalid } from '../lib/invalid.ts'
import { say } from '../lib/say.ts'
import { slugify } from '../lib/slugify.ts'

const pattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/**
 * The slug of a document, unique within the collection. It is made from the title and follows it until
 * the first publication; from then on it is stable. A coordinator may set another one at any time:
 * `redirectOldAddress` then keeps the old address alive.
 *
 * @param from the name of the field with the title.
 */
export const slugField = ({ from }: { from: string }): TextField => ({
  name: 'slug',
  type: 'text',
  access: { update: coordinatorsOnly },
  admin: {
    description: {
      de: 'Teil der Internetadresse. Entsteht aus dem Titel und bleibt nach der ersten Veröffentlichung gleich. Wer ihn danach ändert, legt damit eine Weiterleitung von der alten Adresse an.',
      en: 'Part of the web address. Made from the title and kept after the first publication. Changing it later creates a redirect from the old address.',
    },
    position: 'sidebar',
  },
  hooks: { beforeDuplicate: [() => null], beforeValidate: [makeSlug(from)] },
  index: true,
  label: { de: 'Kurzadresse (Slug)', en: 'Slug' },
  unique: true,
  validate: validateSlug,
})

const validateSlug: TextFieldSingleValidation = (value, { collectionSlug, data, req }) => {
  if (!value) {
    return say(req, {
      de: 'Bitte zuerst einen Titel eingeben: Aus ihm entsteht die Kurzadresse.',
      en: 'Please enter a title first: the slug is made from it.',
    })
  }
  if (isReserved({ collection: collectionSlug, data, slug: value })) {
    return say(req, {
      de: `Die Kurzadresse „${value}“ gehört auf der Internetseite schon zu etwas anderem. Bitte eine andere wählen.`,
      en: `The slug "${value}" belongs to another part of the website. Please choose another one.`,
    })
  }
  return (
    pattern.test(value) ||
    say(req, {
      de: 'Die Kurzadresse darf nur Kleinbuchstaben (a bis z), Ziffern und einzelne Bindestriche enthalten.',
      en: 'The slug may only contain lower-case letters (a to z), digits and single hyphens.',
    })
  )
}

/** Whether a top-level page would have the address of another part of the website. */
const isReserved = ({
  collection,
  data,
  slug,
}: {
  collection: string | undefined
  data: unknown
  slug: string
}): boolean =>
  collection === 'pages' &&
  !(data as { parent?: unknown } | undefined)?.parent &&
  reservedSlugs.includes(slug)

const makeSlug =
  (from: string): FieldHook =>
  async ({ collection, data, operation, originalDoc, req, value }) => {
    if (!collection) {
      return value
    }
    const at = { collection: collection.slug, id: originalDoc?.id as string | undefined, req }
    const old: unknown = originalDoc?.slug
    const sent = typeof value === 'string' && value !== '' && value !== old ? value : undefined
    if (sent) {
      if (pattern.test(sent) && (await isTaken({ ...at, slug: sent }))) {
        throw invalid(req, collection.slug, ['slug'], {
          de: `Die Kurzadresse „${sent}“ ist schon vergeben, vielleicht an ein Dokument im Papierkorb. Bitte eine andere wählen.`,
          en: `The slug "${sent}" is taken, perhaps by a document in the trash. Please choose another one.`,
        })
      }
      return sent
    }
    const title: unknown = data?.[from] ?? originalDoc?.[from]
    const wanted = typeof title === 'string' ? slugify(title) : ''
    const isFresh =
      !old || (operation === 'update' && (await followsTitle({ ...at, from, old, originalDoc })))
    if (!isFresh) {
      return old
    }
    return wanted ? firstFree({ ...at, data, slug: wanted }) : (old ?? undefined)
  }

type At = { collection: CollectionSlug; id: string | undefined; req: PayloadRequest }

/**
 * Whether a slug still follows the title: only in the default language, only before the first
 * publication, and only if nobody has set it by hand.
 */
const followsTitle = async ({
  collection,
  from,
  id,
  old,
  originalDoc,
  req,
}: { from: string; old: unknown; originalDoc: Record<string, unknown> } & At): Promise<boolean> => {
  const localization = req.payload.config.localization
  const title = originalDoc[from]
  if (
    (localization && req.locale !== localization.defaultLocale) ||
    typeof title !== 'string' ||
    typeof old !== 'string' ||
    old.replace(/-\d+$/, '') !== slugify(title).replace(/-\d+$/, '')
  ) {
    return false
  }
  const published = await req.payload.count({
    collection,
    req,
    where: { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] },
  })
  if (published.totalDocs > 0) {
    return false
  }
  // It may have been published once and unpublished since.
  const { totalDocs } = await req.payload.countVersions({
    collection,
    req,
    where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
  })
  return totalDocs === 0
}

/** Whether another document has the slug. Drafts and trashed documents count: they may be published later. */
const isTaken = async ({ collection, id, req, slug }: { slug: string } & At): Promise<boolean> => {
  const notItself = id ? [{ id: { not_equals: id } }] : []
  const notOfItself = id ? [{ parent: { not_equals: id } }] : []
  const { totalDocs } = await req.payload.count({
    collection,
    req,
    trash: true,
    where: { and: [{ slug: { equals: slug } }, ...notItself] },
  })
  if (totalDocs > 0) {
    return true
  }
  const drafts = await req.payload.countVersions({
    collection,
    req,
    where: {
      and: [{ 'version.slug': { equals: slug } }, { latest: { equals: true } }, ...notOfItself],
    },
  })
  return drafts.totalDocs > 0
}

const firstFree = async ({
  data,
  slug,
  ...at
}: { data: unknown; slug: string } & At): Promise<string> => {
  const isFree = async (candidate: string): Promise<boolean> =>
    !isReserved({ collection: at.collection, data, slug: candidate }) &&
    !(await isTaken({ ...at, slug: candidate }))
  let candidate = slug
  for (let number = 2; !(await isFree(candidate)); number += 1) {
    candidate = `${slug}-${number}`
  }
  return candidate
}
