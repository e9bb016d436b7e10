import { getPayload } from 'payload'

import { publisher } from '../publications.ts'
import config from './payload.config.ts'

/**
 * Fills plain Payload with the public partners and news of a server of this project.
 *
 * Argument: the origin of that server.
 */
const origin = process.argv[2] ?? ''

type Doc = { id: string } & Record<string, unknown>

const readAll = async (path: string): Promise<Doc[]> => {
  const response = await fetch(`${origin}/api/${path}?limit=100&depth=0&sort=createdAt`)
  return ((await response.json()) as { docs: Doc[] }).docs
}

const payload = await getPayload({ config })
await payload.create({ collection: 'users' as never, data: publisher as never })

/** Creates copies of documents. @returns their new ids, by the old ones. */
const copyAll = async (
  collection: string,
  docs: Doc[],
  change: (doc: Doc) => object,
): Promise<Map<unknown, number | string>> => {
  const copies = new Map<unknown, number | string>()
  for (const { id, ...doc } of docs) {
    const data = { ...doc, ...change({ id, ...doc }), _status: 'published' }
    const copy = await payload.create({ collection: collection as never, data: data as never })
    copies.set(id, (copy as Doc).id)
  }
  return copies
}

const withoutIDs = (rows: unknown): object[] =>
  Array.isArray(rows) ? rows.map((row: object) => ({ ...row, id: undefined })) : []

const [image] = await readAll('media')
const file = Buffer.from(await (await fetch(`${origin}${String(image?.url)}`)).arrayBuffer())
const { id: copied } = await payload.create({
  collection: 'media' as never,
  data: { alt: 'Bild' } as never,
  file: { data: file, mimetype: 'image/webp', name: 'bild.webp', size: file.length },
})
const partners = await copyAll('partners', await readAll('partners'), ({ phones }) => ({
  phones: withoutIDs(phones),
}))
await copyAll('news', await readAll('news'), ({ image: shown, partners: named }) => ({
  image: shown ? copied : undefined,
  // In MongoDB, what is empty is not there.
  partners: ((named ?? []) as unknown[]).map((each) => partners.get(each)),
}))
await payload.destroy()
process.exit(0)
