import type { Endpoint, Payload } from 'payload'

import { createHash } from 'node:crypto'

import { publicFields } from '../../access/publicFields.ts'
import { inLocale } from '../../addresses/localeOf.ts'
import { cursorOf } from '../../database/changeHead.ts'
import { idsOf, nameOf } from '../../database/touched.ts'
import { upToNow } from './numberChanges.ts'
import type { InLocale } from './publicDocuments.ts'
import { isGlobal, publicDocuments, publicGlobal } from './publicDocuments.ts'

/**
 * `GET /api/bundle?locale=…`: everything that is public, in one language, and a hash of each document. `revision`
 * says how old it is at most: from there, `GET /api/changes` goes on.
 */
export const bundle: Endpoint = {
  handler: async (req) => {
    const { payload } = req
    const language = inLocale(req)
    // Before the content is read: what changes while that happens is told by `changes` as well.
    const revision = cursorOf(await upToNow(payload))
    const manifest: string[] = []
    const collections: string[] = []
    const globals: string[] = []
    for (const slug of Object.keys(publicFields)) {
      if (isGlobal(payload, slug)) {
        const json = JSON.stringify(await publicGlobal(payload, slug, language))
        // So Payload answers what is not published.
        if (json !== '{}') {
          globals.push(`${JSON.stringify(slug)}:${json}`)
          manifest.push(entryOf(nameOf(slug), json))
        }
      } else {
        const docs = await readAll(payload, slug, language)
        collections.push(`${JSON.stringify(slug)}:[${docs.map(({ json }) => json).join()}]`)
        manifest.push(...docs.map(({ id, json }) => entryOf(nameOf(slug, id), json)))
      }
    }
    const { locale } = language
    const start = JSON.stringify({ locale, revision }).slice(0, -1)
    return new Response(
      `${start},"collections":{${collections.join()}},"globals":{${globals.join()}},"manifest":{${manifest.join()}}}`,
      { headers: { 'Content-Type': 'application/json' } },
    )
  },
  method: 'get',
  path: '/bundle',
}

/** A document as JSON; the hash is of exactly these bytes. */
type Bundled = { id: string; json: string }

const entryOf = (name: string, json: string): string =>
  `${JSON.stringify(name)}:"sha256-${createHash('sha256').update(json).digest('base64')}"`

const readAll = async (payload: Payload, slug: string, language: InLocale): Promise<Bundled[]> => {
  const ids = await idsOf(payload.db, { collection: slug })
  const docs = await publicDocuments(payload, slug, { ids, ...language })
  return docs.map((doc) => ({ id: doc.id, json: JSON.stringify(doc) }))
}
