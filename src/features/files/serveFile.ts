import type { CollectionSlug, PayloadRequest, UploadConfig } from 'payload'

import { create as contentDisposition } from 'content-disposition'
import { getRangeRequestInfo } from 'payload/internal'

import { isKnown } from '../../http/cache/reply.ts'
import { refusal } from '../../lib/refusal.ts'
import type { Document } from '../../payload-types.ts'
import { defaultLocale } from '../../vocabularies/locales.ts'
import { files } from './store.ts'

type Handler = NonNullable<UploadConfig['handlers']>[number]

type Found = Partial<Document> & { alt?: Partial<Record<string, string>> | string; id: string }

/**
 * Answers with a file, or a part of it. Payload has looked by then whether whoever asks may see the
 * document that names it.
 *
 * @param disposition shown or saved, but never run as a page of ours.
 */
export const serveFile =
  (disposition: 'attachment' | 'inline'): Handler =>
  async (req, { params: { collection, filename } }) => {
    const file = await files.stat(`${collection}/${filename}`)
    const doc = file && (await documentOf(req, collection as CollectionSlug, filename))
    if (!file || !doc) {
      throw refusal(req, 404, {
        de: 'Diese Datei gibt es hier nicht.',
        en: 'There is no such file here.',
      })
    }
    // Nothing is ever changed under its name.
    const etag = `"${filename}"`
    const headers = new Headers({
      'Content-Disposition': contentDisposition(nameFor(doc, filename), { type: disposition }),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Type': filename.endsWith('.pdf') ? 'application/pdf' : 'image/webp',
      ETag: etag,
      'Last-Modified': file.modifiedAt.toUTCString(),
      'X-Content-Type-Options': 'nosniff',
    })
    if (hasIt(req, etag, file.modifiedAt)) {
      return new Response(null, { headers, status: 304 })
    }
    const ifRange = req.headers.get('if-range')
    const wanted = getRangeRequestInfo({
      fileSize: file.size,
      rangeHeader: ifRange === null || ifRange === etag ? req.headers.get('range') : null,
    })
    for (const [name, value] of Object.entries(wanted.headers)) {
      headers.set(name, value)
    }
    if (wanted.type === 'invalid') {
      return new Response(null, { headers, status: wanted.status })
    }
    const span =
      wanted.type === 'partial' ? { end: wanted.rangeEnd, start: wanted.rangeStart } : undefined
    return new Response(await files.read(file.key, span), { headers, status: wanted.status })
  }

/** The document that names a file, or a smaller copy of it. */
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

/** What the file is called where it is saved: as its document. */
const nameFor = ({ alt, title }: Found, filename: string): string => {
  const name = title ?? (typeof alt === 'object' ? alt[defaultLocale] : alt)
  const extension = filename.slice(filename.lastIndexOf('.'))
  const letters = Array.from((name ?? '').replace(/[\s\p{Cc}\p{Cs}/\\:]+/gu, ' ').trim())
  return letters.length > 0 ? `${letters.slice(0, 100).join('')}${extension}` : filename
}

/** Whether whoever asks has the file (RFC 9110, 13.2.2). */
const hasIt = ({ headers }: PayloadRequest, etag: string, modifiedAt: Date): boolean => {
  const known = headers.get('if-none-match')
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return known === null
    ? Math.floor(modifiedAt.getTime() / 1000) * 1000 <= since
    : isKnown(known, etag)
}
