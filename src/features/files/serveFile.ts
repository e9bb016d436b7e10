import type { CollectionSlug, Endpoint, PayloadRequest, UploadConfig } from 'payload'

import { create as contentDisposition } from 'content-disposition'
import { Forbidden } from 'payload'
import { getRangeRequestInfo } from 'payload/internal'

import { isKnown } from '../../http/cache/reply.ts'
import { refusal } from '../../lib/refusal.ts'
import type { Document } from '../../payload-types.ts'
import { defaultLocale } from '../../vocabularies/locales.ts'
import { files } from './store.ts'

type Handler = NonNullable<UploadConfig['handlers']>[number]

type Found = Partial<Document> & { alt?: Partial<Record<string, string>> | string; id: string }

/**
 * Serves a file, or a range of it. By then, Payload has checked that the client may read its document.
 *
 * @param disposition whether browsers show the file or save it. Either way it cannot run scripts as one
 * of our pages.
 */
export const serveFile =
  (disposition: 'attachment' | 'inline'): Handler =>
  async (req, { params: { collection, filename } }) => {
    const file = await files.stat(`${collection}/${filename}`)
    const doc = file && (await documentOf(req, collection as CollectionSlug, filename))
    if (!file || !doc) {
      throw noSuchFile(req)
    }
    // The name is enough, since a file is never overwritten.
    const etag = `"${filename}"`
    const headers = new Headers({
      'Content-Disposition': contentDisposition(nameFor(doc, filename), { type: disposition }),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Type': filename.endsWith('.pdf') ? 'application/pdf' : 'image/webp',
      ETag: etag,
      'Last-Modified': file.modifiedAt.toUTCString(),
      'X-Content-Type-Options': 'nosniff',
    })
    if (isUnmodified(req, etag, file.modifiedAt)) {
      return new Response(null, { headers, status: 304 })
    }
    const ifRange = req.headers.get('if-range')
    const range = getRangeRequestInfo({
      fileSize: file.size,
      rangeHeader: ifRange === null || ifRange === etag ? req.headers.get('range') : null,
    })
    for (const [name, value] of Object.entries(range.headers)) {
      headers.set(name, value)
    }
    if (range.type === 'invalid') {
      return new Response(null, { headers, status: range.status })
    }
    const span =
      range.type === 'partial' ? { end: range.rangeEnd, start: range.rangeStart } : undefined
    return new Response(await files.read(file.key, span), { headers, status: range.status })
  }

const noSuchFile = (req: PayloadRequest): Error =>
  refusal(req, 404, { de: 'Diese Datei gibt es hier nicht.', en: 'There is no such file here.' })

/**
 * Payload's route for files, which says 404 of what whoever asks may not read, as of what is not there.
 *
 * Workaround (no issue known): Payload says 403 of both. Can go when it says 404;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const hideMissing = <Route extends Omit<Endpoint, 'root'>>(endpoint: Route): Route =>
  endpoint.path === '/file/:filename'
    ? {
        ...endpoint,
        handler: async (req) => {
          try {
            return await endpoint.handler(req)
          } catch (error) {
            throw error instanceof Forbidden ? noSuchFile(req) : error
          }
        },
      }
    : endpoint

/** The document to which a file, or a smaller copy, belongs. */
const documentOf = (
  req: PayloadRequest,
  collection: CollectionSlug,
  filename: string,
): Promise<Found | null> => {
  const { imageSizes = [] } = req.payload.collections[collection].config.upload
  const fields = ['filename', ...imageSizes.map(({ name }) => `sizes.${name}.filename`)]
  return req.payload.db.findOne<Found>({
    collection,
    locale: defaultLocale,
    req,
    where: { or: fields.map((field) => ({ [field]: { equals: filename } })) },
  })
}

/** The name under which a file is saved: the title of its document. */
const nameFor = ({ alt, title }: Found, filename: string): string => {
  const name = title ?? (typeof alt === 'object' ? alt[defaultLocale] : alt)
  const extension = filename.slice(filename.lastIndexOf('.'))
  const letters = Array.from((name ?? '').replace(/[\s\p{Cc}\p{Cs}/\\:]+/gu, ' ').trim())
  return letters.length > 0 ? `${letters.slice(0, 100).join('')}${extension}` : filename
}

/** Whether the client has the file already (RFC 9110, 13.2.2). */
const isUnmodified = ({ headers }: PayloadRequest, etag: string, modifiedAt: Date): boolean => {
  const known = headers.get('if-none-match')
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return known === null
    ? Math.floor(modifiedAt.getTime() / 1000) * 1000 <= since
    : isKnown(known, etag)
}
