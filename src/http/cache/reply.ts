import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Codings, best first. */
const codings = ['br', 'gzip'] as const

export type Coding = 'identity' | (typeof codings)[number]

/** One coding of a reply: what goes over the wire. */
export type Representation = {
  body: Buffer
  /** Names these bytes; replies that are errors have none. */
  etag: string | undefined
  headers: string[]
}

/** A public reply as bytes, which many clients may get. */
export type Reply = {
  bytes: number
  /** Headers that all codings share, names and values in turn. */
  common: string[]
  of: Partial<Record<Coding, Representation>> & { identity: Representation }
  status: number
}

/** Bodies that are smaller gain nothing, in bytes. */
const worthCompressing = 1_000

/**
 * Shared caches may answer by themselves for five seconds, and not a moment longer: what is taken back
 * because somebody is in danger must be gone at once.
 */
export const publicCacheControl = 'public, max-age=0, s-maxage=5, must-revalidate'

/** Files never change under their names; a browser that has shown one may keep it for a while. */
export const fileCacheControl = 'public, max-age=300, s-maxage=5, must-revalidate'

const compressors = {
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip) as (body: Buffer) => Promise<Buffer>,
}

/** @param response read to its end. */
export const replyOf = async (response: Response): Promise<Reply> => {
  const body = Buffer.from(await response.arrayBuffer())
  const common = [...response.headers].filter(([name]) => name !== 'content-length').flat()
  const identity = represent({ body, coding: [], common, status: response.status })
  return { bytes: sizeOf(identity), common, of: { identity }, status: response.status }
}

/** A strong ETag names the bytes, so each coding has its own. */
const represent = ({
  body,
  coding,
  common,
  status,
}: {
  body: Buffer
  coding: string[]
  common: string[]
  status: number
}): Representation => {
  const etag =
    status === 200
      ? `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
      : undefined
  return {
    body,
    etag,
    headers: [
      ...common,
      ...coding,
      ...['content-length', String(body.length)],
      ...(etag ? ['etag', etag] : []),
    ],
  }
}

const sizeOf = ({ body, headers }: Representation): number =>
  body.length + headers.reduce((sum, text) => sum + text.length, 0)

/** The best coding that a client takes (RFC 9110, 12.5.3), for what is worth it. */
export const codingFor = (acceptEncoding: string | undefined, { of }: Reply): Coding => {
  if (!acceptEncoding || of.identity.body.length < worthCompressing) {
    return 'identity'
  }
  return codings.find((coding) => accepts(acceptEncoding, coding)) ?? 'identity'
}

/** Whether a header such as `Accept` names something, and does not exclude it by `q=0`. */
export const accepts = (header: string, wanted: string): boolean =>
  header.split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((word) => word.trim().toLowerCase())
    return name === wanted && !parameters.some((word) => /^q=0(?:\.0*)?$/.test(word))
  })

/** Adds a coding that nobody has asked for before. */
export const withCoding = async (
  { bytes, common, of, status }: Reply,
  coding: Exclude<Coding, 'identity'>,
): Promise<Reply> => {
  const body = await compressors[coding](of.identity.body)
  const added = represent({ body, coding: ['content-encoding', coding], common, status })
  return { bytes: bytes + sizeOf(added), common, of: { ...of, [coding]: added }, status }
}

/** Whether a client has this representation already (RFC 9110, 13.1.2). */
export const isKnown = (ifNoneMatch: string | undefined, etag: string | undefined): boolean =>
  ifNoneMatch !== undefined &&
  etag !== undefined &&
  (ifNoneMatch === etag ||
    ifNoneMatch
      .split(',')
      .map((tag) => tag.trim().replace(/^W\//, ''))
      .some((tag) => tag === '*' || tag === etag))
