import type { CollectionSlug, RequiredDataFromCollectionSlug } from 'payload'

import { PDFDocument } from '@cantoo/pdf-lib'
import type { afterEach } from 'vitest'
import { afterAll } from 'vitest'

import type { Document } from '../../src/payload-types.ts'
import { instance } from './instance.ts'

const made: { collection: CollectionSlug; id: string }[] = []
let serial = 0

/** A number in letters: digits after some letters look like an address, as "Am Markt pl8" does. */
const inLetters = (number: number): string =>
  number
    .toString(26)
    .replace(/./g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 26)))

/** A word that no other test uses. */
export const unique = (word: string): string => {
  serial += 1
  return `${word} ${inLetters(serial)} ${inLetters(Date.now())}`
}

type Data<Slug extends CollectionSlug> = Partial<RequiredDataFromCollectionSlug<Slug>>

/** Makes a document by the Local API; `removeDocuments` takes it away again. */
export const make = async <Slug extends 'media' | 'news' | 'pages' | 'partners' | 'standards'>(
  collection: Slug,
  data: Data<Slug> = {},
): Promise<{ id: string; slug: string; updatedAt: string }> => {
  const payload = await instance()
  const minimal = {
    news: { publishedAt: '2026-01-01T00:00:00.000Z', title: unique('Meldung') },
    pages: { title: unique('Seite') },
    partners: { kind: 'other', name: unique('Partner'), reach: 'region' },
    standards: { status: 'in-force', title: unique('Standard') },
  }[collection as 'news']
  const doc = await payload.create({
    collection: collection as 'pages',
    data: { _status: 'published', ...minimal, ...data } as never,
    depth: 0,
    draft: (data as { _status?: string })._status === 'draft',
    locale: 'de',
  })
  made.push({ collection, id: doc.id })
  return { ...doc, slug: doc.slug ?? '' }
}

/** Makes a PDF with one empty page. Whoever calls it takes it away. */
export const makeDocument = async (): Promise<Document> => {
  const payload = await instance()
  const pdf = await PDFDocument.create()
  pdf.addPage([10, 10])
  const data = Buffer.from(await pdf.save())
  const file = { data, mimetype: 'application/pdf', name: 'a.pdf', size: data.length }
  return payload.create({ collection: 'documents', data: { language: 'de', title: 'Datei' }, file })
}

/** Call once per file: takes away what its tests have made, at its end or after each of them. */
export const removeDocuments = (whenDone: typeof afterAll | typeof afterEach = afterAll): void => {
  whenDone(async () => {
    const payload = await instance()
    for (const { collection, id } of made.splice(0).reverse()) {
      await payload.delete({ collection, trash: true, where: { id: { equals: id } } })
    }
  })
}

/** An image in a text, as the editor of the admin UI sends it. */
export const imageNode = (id: string) => ({
  fields: null,
  format: '',
  relationTo: 'media',
  type: 'upload',
  value: id,
  version: 3,
})

/** A link to a document in a text. */
export const linkNode = (relationTo: string, value: string) => ({
  children: [
    { detail: 0, format: 0, mode: 'normal', style: '', text: 'Mehr', type: 'text', version: 1 },
  ],
  direction: null,
  fields: { doc: { relationTo, value }, linkType: 'internal', newTab: false },
  format: '',
  id: '65f000000000000000000001',
  indent: 0,
  type: 'link',
  version: 3,
})

export const paragraphNode = (children: object[]) => ({
  children,
  direction: null,
  format: '' as const,
  indent: 0,
  type: 'paragraph',
  version: 1,
})

/** Rich text with one node: in a paragraph, unless it is a block or an image. */
export const richText = (node: object) => ({
  root: {
    children: ['block', 'upload'].includes((node as { type: string }).type)
      ? [node]
      : [paragraphNode([node])],
    direction: null,
    format: '' as const,
    indent: 0,
    type: 'root',
    version: 1,
  },
})
