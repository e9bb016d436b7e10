import type { Region, Sharp } from 'sharp'

import sharp from 'sharp'

import { makeQueue } from '../../lib/makeQueue.ts'

/** An encoded picture, with its size in pixels. */
export type Picture = { data: Buffer; height: number; width: number }

/** Names of the smaller copies, as in `imageSizes` of the collection. */
export type Sizes = Partial<Record<'card' | 'thumbnail' | 'wide', Picture>>

/** A section of a picture in its upright position, in percent of width and height. */
export type Crop = { height: number; width: number; x: number; y: number }

/** The point that stays visible in a cropped copy, in percent of width and height. */
export type FocalPoint = { x: number; y: number }

/** Why a file is refused. */
export type Fault = 'animated' | 'broken' | 'format' | 'large' | 'long'

/** One picture at a time, since several large ones might not fit into memory. */
const inTurn = makeQueue()

export class ImageFault extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault)
    this.fault = fault
  }
}

/** What a 48-megapixel camera makes. A larger picture is refused before it is decoded. */
const maxPixels = 50_000_000

/** Longest side of an upload, in pixels. */
const maxUploadSide = 12_000

/** Longest side of what is stored, in pixels: enough for a full screen. */
const maxStoredSide = 2560

const webp = { quality: 82 }

const thumbnail = { height: 240, width: 320 }
const widths = { card: 768, wide: 1600 }

/** Whether the first bytes are those of a JPEG, PNG or WebP; name and media type prove nothing. */
const isKnownFormat = (bytes: Buffer): boolean =>
  bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')) ||
  bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')) ||
  (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP')

/**
 * Encodes an uploaded picture as it is stored: upright, in sRGB, without metadata, no larger than a screen.
 *
 * @throws ImageFault if the picture is refused.
 */
export const prepareImage = (bytes: Buffer, crop?: Crop): Promise<Picture> =>
  inTurn(async () => {
    if (!isKnownFormat(bytes)) {
      throw new ImageFault('format')
    }
    const options = { failOn: 'error', limitInputPixels: maxPixels } as const
    const { autoOrient, height, pages, width } = await orBroken(
      sharp(bytes, { ...options, limitInputPixels: false }).metadata(),
    )
    if ((pages ?? 1) > 1) {
      throw new ImageFault('animated')
    }
    if (Math.max(height, width) > maxUploadSide) {
      throw new ImageFault('long')
    }
    if (height * width > maxPixels) {
      throw new ImageFault('large')
    }
    const upright = sharp(bytes, options).autoOrient()
    return orBroken(
      encode(
        (crop ? upright.extract(partOf(autoOrient, crop)) : upright).resize({
          fit: 'inside',
          height: maxStoredSide,
          width: maxStoredSide,
          withoutEnlargement: true,
        }),
      ),
    )
  })

/** The section in pixels; at least one pixel in each direction. */
const partOf = (
  whole: { height: number; width: number },
  { height, width, x, y }: Crop,
): Region => {
  const [left, wide] = spanOf(whole.width, x, width)
  const [top, high] = spanOf(whole.height, y, height)
  return { height: high, left, top, width: wide }
}

const spanOf = (whole: number, start: number, length: number): [number, number] => {
  const from = Math.min(Math.floor((whole * start) / 100), whole - 1)
  return [from, Math.min(Math.max(Math.round((whole * length) / 100), 1), whole - from)]
}

/** The smaller copies of a stored picture. A picture smaller than a thumbnail has none. */
export const makeSizes = (
  { data, height, width }: Picture,
  focalPoint: FocalPoint = { x: 50, y: 50 },
): Promise<Sizes> =>
  inTurn(async () => {
    const narrower = (to: number): Promise<Picture> =>
      encode(sharp(data).resize({ width: to, withoutEnlargement: true }))
    const hasThumbnail = width >= thumbnail.width || height >= thumbnail.height
    return {
      ...(hasThumbnail && { thumbnail: await cutThumbnail({ data, height, width }, focalPoint) }),
      card: await narrower(widths.card),
      wide: await narrower(widths.wide),
    }
  })

const cutThumbnail = ({ data, height, width }: Picture, { x, y }: FocalPoint): Promise<Picture> => {
  const scale = Math.max(thumbnail.width / width, thumbnail.height / height)
  const scaled = { height: Math.round(height * scale), width: Math.round(width * scale) }
  const start = (length: number, shown: number, percent: number): number =>
    Math.min(Math.max(Math.round((length * percent) / 100 - shown / 2), 0), length - shown)
  return encode(
    sharp(data)
      .resize({ ...scaled, fit: 'fill' })
      .extract({
        ...thumbnail,
        left: start(scaled.width, thumbnail.width, x),
        top: start(scaled.height, thumbnail.height, y),
      }),
  )
}

const encode = async (image: Sharp): Promise<Picture> => {
  const { data, info } = await image.webp(webp).toBuffer({ resolveWithObject: true })
  return { data, height: info.height, width: info.width }
}

const orBroken = async <Result>(work: Promise<Result>): Promise<Result> => {
  try {
    return await work
  } catch {
    throw new ImageFault('broken')
  }
}
