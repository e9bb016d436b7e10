import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  Endpoint,
  PayloadRequest,
  SanitizedCollectionConfig,
} from 'payload'

import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { addDataAndFileToRequest } from 'payload'

import { mayUpdate } from '../../access/mayUpdate.ts'
import type { BeforeOperation } from '../../fields/beforeOperation.ts'
import { isObject } from '../../limits/isObject.ts'
import type { Media } from '../../payload-types.ts'
import { refusal } from '../../refusal.ts'
import type { Text } from '../../say.ts'
import { say } from '../../say.ts'
import type { Crop, Fault, FocalPoint, Picture, Sizes } from './image.ts'
import { ImageFault, makeSizes, prepareImage } from './image.ts'
import type { Fault as PDFFault } from './pdf/rebuild.ts'
import { rebuildApart } from './pdf/rebuildApart.ts'

type Handler = Omit<Endpoint, 'root'>

/** Files that are as they will be stored, and the smaller copies of pictures. */
const prepared = new WeakMap<Buffer, Sizes>()

type Create = { collection: { config: SanitizedCollectionConfig }; duplicateFromID?: unknown }

/**
 * The hook for what comes by Payload's Local API; see `prepareFirst`.
 *
 * @throws 400 where there is no file: Payload would fetch one from an address that the data name, past
 * all that is done here to files (3.90.1, whatever `pasteURL` says).
 */
export const prepareUpload =
  (kind: 'image' | 'pdf'): BeforeOperation =>
  async ({ args, operation, req }) => {
    const { collection, duplicateFromID } = args as unknown as Create
    if (
      operation === 'create' &&
      !req.file &&
      duplicateFromID === undefined &&
      // Others are refused anyway, and for that.
      (await collection.config.access.create({ req }))
    ) {
      throw refused(req, {
        de: 'Es fehlt die Datei. Bitte eine Datei auswählen und hochladen.',
        en: 'There is no file. Please choose a file and upload it.',
      })
    }
    if (operation === 'create' || operation === 'update') {
      await prepareFile(kind, req)
    }
    return args
  }

/**
 * Makes a route prepare an upload before anything else happens: scaling a large photo takes seconds, in
 * which a transaction would make others wait. For whoever may upload; others are refused by the route.
 */
export const prepareFirst = (
  collection: SanitizedCollectionConfig,
  kind: 'image' | 'pdf',
  endpoint: Handler,
): Handler => ({
  ...endpoint,
  handler: async (req) => {
    const id = req.routeParams?.id as string | undefined
    const mayWrite =
      endpoint.method === 'post'
        ? await collection.access.create({ req })
        : id
          ? await mayUpdate(req, { collection: collection.slug, id })
          : await collection.access.update({ req })
    if (mayWrite) {
      await addDataAndFileToRequest(req)
      // It is read; the route shall not read it again.
      Object.defineProperty(req, 'body', { value: null })
      if (kind === 'image' && id && !req.file && cropIn(req)) {
        await takeStoredFile(collection, req, id)
      }
      await prepareFile(kind, req)
    }
    return endpoint.handler(req)
  },
})

/** Whether files are written by a route of a collection. */
export const isUpload = ({ method, path: route }: Handler): boolean =>
  (method === 'post' && route === '/') ||
  (method === 'patch' && (route === '/' || route === '/:id'))

/** File names tell of people, places and devices; the new one says nothing. */
const prepareFile = async (kind: 'image' | 'pdf', req: PayloadRequest): Promise<void> => {
  const { file } = req
  if (!file || prepared.has(file.data)) {
    return
  }
  const [data, sizes, extension, mimetype] =
    kind === 'pdf'
      ? ([await rebuilt(req, file.data), {}, 'pdf', 'application/pdf'] as const)
      : ([...(await pictured(req, file.data)), 'webp', 'image/webp'] as const)
  Object.assign(file, { data, mimetype, name: `${randomUUID()}.${extension}`, size: data.length })
  prepared.set(data, sizes)
}

const pictured = async (req: PayloadRequest, bytes: Buffer): Promise<[Buffer, Sizes]> => {
  try {
    const picture = await prepareImage(bytes, cropIn(req))
    return [picture.data, await makeSizes(picture, focalPointOf(editsIn(req).focalPoint, req.data))]
  } catch (error) {
    throw error instanceof ImageFault ? refused(req, ofImages[error.fault]) : error
  }
}

const rebuilt = async (req: PayloadRequest, bytes: Buffer): Promise<Buffer> => {
  const result = await rebuildApart(bytes)
  if ('fault' in result) {
    if (result.unforeseen) {
      req.payload.logger.error(`A PDF could not be rebuilt: ${result.unforeseen}`)
    }
    throw refused(req, ofPDFs[result.fault])
  }
  return result.data
}

const refused = (req: PayloadRequest, text: Text) =>
  refusal(req, 400, text, { errors: [{ message: say(req, text), path: 'file' }] })

const ofImages: Record<Fault, Text> = {
  animated: {
    de: 'Bewegte Bilder gehen hier nicht. Bitte ein einzelnes Bild als JPEG, PNG oder WebP hochladen.',
    en: 'Moving pictures are not possible here. Please upload a single picture as JPEG, PNG or WebP.',
  },
  broken: {
    de: 'Dieses Bild ist beschädigt oder unvollständig. Bitte noch einmal speichern oder herunterladen und dann hochladen.',
    en: 'This picture is damaged or incomplete. Please save or download it again and then upload it.',
  },
  format: {
    de: 'Diese Datei ist kein Bild in einem Format, das hier geht. Bitte als JPEG, PNG oder WebP speichern und noch einmal hochladen; ein iPhone tut das mit der Einstellung „Maximale Kompatibilität“.',
    en: 'This file is no picture in a format that is possible here. Please save it as JPEG, PNG or WebP and upload it again; an iPhone does so with the setting "Most Compatible".',
  },
  large: {
    de: 'Dieses Bild hat mehr als 50 Millionen Bildpunkte. Bitte verkleinern und noch einmal hochladen; 2560 Bildpunkte Breite genügen.',
    en: 'This picture has more than 50 million pixels. Please make it smaller and upload it again; a width of 2560 pixels is enough.',
  },
  long: {
    de: 'Dieses Bild ist länger als 12000 Bildpunkte. Bitte verkleinern oder zuschneiden und noch einmal hochladen.',
    en: 'This picture is longer than 12000 pixels. Please make it smaller or crop it and upload it again.',
  },
}

const ofPDFs: Record<'too-much' | PDFFault, Text> = {
  form: {
    de: 'Dieses Formular gibt es nur in Programmen von Adobe (XFA). Bitte über „Drucken“ als gewöhnliche PDF-Datei speichern und diese hochladen.',
    en: 'This form exists in programs by Adobe only (XFA). Please print it to an ordinary PDF file and upload that.',
  },
  incomplete: {
    de: 'Diese PDF-Datei ist unvollständig, ihr Ende oder eine Seite fehlt. Bitte noch einmal speichern oder herunterladen und dann hochladen.',
    en: 'This PDF file is incomplete, its end or a page is missing. Please save or download it again and then upload it.',
  },
  metadata: {
    de: 'Ein Bild in dieser PDF-Datei verrät, womit oder wo es gemacht wurde, und lässt sich nicht bereinigen. Bitte das Bild im ursprünglichen Dokument durch ein Bildschirmfoto ersetzen, neu als PDF speichern und hochladen.',
    en: 'A picture in this PDF file tells with what or where it was made, and cannot be cleaned. Please replace it in the original document by a screenshot, save it as PDF again and upload that.',
  },
  'no-pdf': {
    de: 'Das ist keine PDF-Datei, wie auch immer sie heißt. Bitte das Dokument in seinem Programm als PDF speichern und diese Datei hochladen.',
    en: 'This is no PDF file, whatever its name. Please save the document as PDF in its own program and upload that file.',
  },
  password: {
    de: 'Diese PDF-Datei öffnet sich nur mit einem Kennwort. Bitte ohne Kennwort speichern und noch einmal hochladen.',
    en: 'This PDF file opens with a password only. Please save it without a password and upload it again.',
  },
  portfolio: {
    de: 'Das ist ein PDF-Portfolio aus mehreren Dateien. Bitte jede als eigene PDF-Datei speichern und einzeln hochladen.',
    en: 'This is a PDF portfolio of several files. Please save each as a PDF file of its own and upload them one by one.',
  },
  'too-much': {
    de: 'Diese PDF-Datei ist zu umfangreich, um sie zu bereinigen. Bitte in kleinere Dateien teilen oder über „Drucken“ neu als PDF speichern.',
    en: 'This PDF file is too large to be cleaned. Please split it into smaller files, or print it to a new PDF file.',
  },
  unreadable: {
    de: 'Diese Datei lässt sich nicht als PDF lesen. Bitte das Dokument noch einmal als PDF speichern, etwa über „Drucken“, und dann hochladen.',
    en: 'This file cannot be read as a PDF. Please save the document as PDF again, by printing it for example, and then upload it.',
  },
}

/** What the editor of images in the admin UI sends along. */
const editsIn = ({ query }: PayloadRequest): Record<string, unknown> =>
  isObject(query.uploadEdits) ? query.uploadEdits : {}

const numbersIn = (value: unknown, keys: string[]): number[] | undefined => {
  const numbers = isObject(value) ? keys.map((key) => Number(value[key])) : []
  return numbers.length > 0 && numbers.every((each) => each >= 0 && each <= 100)
    ? numbers
    : undefined
}

/** The part that somebody has chosen; undefined: all of it. */
const cropIn = (req: PayloadRequest): Crop | undefined => {
  const [x, y, width, height] = numbersIn(editsIn(req).crop, ['x', 'y', 'width', 'height']) ?? []
  return x === undefined ||
    y === undefined ||
    !width ||
    !height ||
    (width === 100 && height === 100)
    ? undefined
    : { height, width, x, y }
}

const focalPointOf = (edits: unknown, data: unknown): FocalPoint | undefined => {
  const [x, y] = numbersIn(edits, ['x', 'y']) ?? numbersIn(data, ['focalX', 'focalY']) ?? []
  return x === undefined || y === undefined ? undefined : { x, y }
}

/** Cropping what is stored makes a new file of it: whoever has kept the old one asks for the new. */
const takeStoredFile = async (
  { slug, upload }: SanitizedCollectionConfig,
  req: PayloadRequest,
  id: string,
): Promise<void> => {
  const stored = await req.payload.db.findOne<{ filename?: string; id: string }>({
    collection: slug,
    req,
    where: { id: { equals: id } },
  })
  if (stored?.filename) {
    const data = await readFile(path.join(upload.staticDir ?? '', path.basename(stored.filename)))
    req.file = { data, mimetype: 'image/webp', name: stored.filename, size: data.length }
  }
}

type Written = Pick<Media, 'filename' | 'focalX' | 'focalY' | 'height' | 'sizes' | 'width'>

const fileNameOf = (filename: string, { height, width }: Picture): string =>
  `${path.parse(filename).name}-${width}x${height}.webp`

/**
 * Notes the smaller copies of a picture. Those of a duplicate, or around another point, are made only
 * now, of what is stored, which is small.
 */
export const noteSizes: CollectionBeforeChangeHook = async ({ data, req }) => {
  const { file } = req
  const { filename, focalX, focalY, height, width } = data as Written
  if (!file || !filename || !height || !width) {
    return data
  }
  const focalPoint = focalPointOf(undefined, { focalX, focalY })
  const sizes =
    prepared.get(file.data) ?? (await makeSizes({ data: file.data, height, width }, focalPoint))
  prepared.set(file.data, sizes)
  const none = { filename: null, filesize: null, height: null, mimeType: null, width: null }
  const noted = Object.fromEntries(
    (['card', 'thumbnail', 'wide'] as const).map((name) => {
      const size = sizes[name]
      return [
        name,
        size
          ? {
              filename: fileNameOf(filename, size),
              filesize: size.data.length,
              height: size.height,
              mimeType: 'image/webp',
              width: size.width,
            }
          : none,
      ]
    }),
  )
  return { ...data, sizes: noted }
}

/** Writes the smaller copies, once the document that names them is there. */
export const writeSizes: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const { filename } = doc as Written
  const sizes = req.file && prepared.get(req.file.data)
  if (sizes && filename) {
    await Promise.all(
      Object.values(sizes).map((size) =>
        writeFile(
          path.join(collection.upload.staticDir ?? '', fileNameOf(filename, size)),
          size.data,
        ),
      ),
    )
  }
  return doc
}
