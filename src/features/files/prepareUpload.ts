import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  Endpoint,
  PayloadRequest,
  SanitizedCollectionConfig,
  TextField,
} from 'payload'

import { randomUUID } from 'node:crypto'
import path from 'node:path'

import { addDataAndFileToRequest, APIError } from 'payload'

import type { fileCollections } from '../../addresses/paths.ts'
import { asPerson } from '../../access/asPerson.ts'
import { mayUpdate } from '../../access/mayUpdate.ts'
import { afterCommit } from '../../database/afterCommit.ts'
import type { BeforeOperation } from '../../lib/beforeOperation.ts'
import { isObject } from '../../lib/isObject.ts'
import { refusal } from '../../lib/refusal.ts'
import { requestNotes } from '../../lib/requestNotes.ts'
import type { Text } from '../../lib/say.ts'
import { say } from '../../lib/say.ts'
import type { Media } from '../../payload-types.ts'
import type { Crop, Fault, FocalPoint, Picture, Sizes } from './image.ts'
import { ImageFault, makeSizes, prepareImage } from './image.ts'
import type { Fault as PDFFault } from './pdf/rebuild.ts'
import { rebuildApart } from './pdf/rebuildApart.ts'
import { files, readAll } from './store.ts'

type Handler = Omit<Endpoint, 'root'>

type Slug = (typeof fileCollections)[number]

/** An upload whose files are in the store already. */
type Prepared = { keys: string[]; sizes: Sizes }

const prepared = new WeakMap<Buffer, Prepared>()

/** Whether the request is duplicating a document; see `withoutFile`. */
const copying = requestNotes<boolean>('copying of a file')

/** Copies of a document's files that are in the store already; see `copyFirst`. */
type Copies = { keys: string[]; name: string; source: string }

const copies = requestNotes<Copies>('copies of files')

type Write = {
  collection: { config: SanitizedCollectionConfig }
  duplicateFromID?: unknown
  id?: string
  overrideAccess?: boolean
}

/**
 * Prepares a file that comes through Payload's Local API; for routes, `prepareFirst` does.
 *
 * Workaround (payloadcms/payload#17290): if there is no file, Payload (3.90.1) fetches one from a URL
 * in the data, whatever `pasteURL` says, and stores it unprepared. Can go when `pasteURL: false`
 * forbids it; tests/integration/payload/upstream.test.ts notices.
 *
 * @throws 400 if there is no file.
 */
export const prepareUpload =
  (slug: Slug): BeforeOperation =>
  async ({ args, operation, req }) => {
    const { collection, duplicateFromID, id, overrideAccess } = args as unknown as Write
    if (operation !== 'create' && operation !== 'update') {
      return args
    }
    copying.set(req, slug, duplicateFromID !== undefined)
    if (duplicateFromID !== undefined) {
      // A duplicate gets copies of its source's files.
      req.file = undefined
      return args
    }
    const { file } = req
    // Already prepared by the route, or an update without a file.
    if (file ? prepared.has(file.data) : operation === 'update') {
      return args
    }
    // Payload refuses people who may not write; that must be the error that they get.
    if (!overrideAccess && !(await mayWriteTo(collection.config, operation, req, id))) {
      return args
    }
    if (!file) {
      throw fileRefusal(req, {
        de: 'Es fehlt die Datei. Bitte eine Datei auswählen und hochladen.',
        en: 'There is no file. Please choose a file and upload it.',
      })
    }
    await prepareFile(slug, req)
    return args
  }

const mayWriteTo = async (
  { access, slug }: SanitizedCollectionConfig,
  operation: 'create' | 'update',
  req: PayloadRequest,
  id: string | undefined,
): Promise<boolean> =>
  operation === 'update' && id
    ? mayUpdate(req, { collection: slug, id })
    : Boolean(await access[operation]({ req }))

/**
 * Makes a route put files into the store before its transaction begins: scaling a large photo takes
 * seconds, a bucket may be slow, and a transaction makes others wait. Only for people who may write;
 * others are refused by the route.
 *
 * Workaround (no issue known): Payload scales pictures within the transaction of the upload. Can go
 * when it scales them first; tests/integration/payload/upstream.test.ts notices.
 */
export const prepareFirst = (
  collection: SanitizedCollectionConfig,
  slug: Slug,
  endpoint: Handler,
): Handler => {
  const { method, path: route } = endpoint
  if (method === 'post' && route === '/:id/duplicate') {
    return {
      ...endpoint,
      handler: (req) =>
        copyFirst(req, slug, req.routeParams?.id as string, () => endpoint.handler(req)),
    }
  }
  const isUpload =
    (method === 'post' && route === '/') ||
    (method === 'patch' && (route === '/' || route === '/:id'))
  return isUpload ? { ...endpoint, handler: uploadFirst(collection, slug, endpoint) } : endpoint
}

const uploadFirst =
  (collection: SanitizedCollectionConfig, slug: Slug, endpoint: Handler): Handler['handler'] =>
  async (req) => {
    const id = req.routeParams?.id as string | undefined
    const operation = endpoint.method === 'post' ? 'create' : 'update'
    if (await mayWriteTo(collection, operation, req, id)) {
      await addDataAndFileToRequest(req)
      // The body has been read; this keeps the route from reading it again.
      Object.defineProperty(req, 'body', { value: null })
      const stored = slug === 'media' && !req.file ? await takeStoredFile(req, id) : undefined
      await prepareFile(slug, req, stored)
    }
    try {
      return await endpoint.handler(req)
    } catch (error) {
      if (isRefusal(error)) {
        await removeFiles(req, req.file ? (prepared.get(req.file.data)?.keys ?? []) : [])
      }
      throw error
    }
  }

/** Whether it is certain that nothing was committed. After other errors, something may have been. */
const isRefusal = (error: unknown): boolean => error instanceof APIError && error.status < 500

/**
 * Copies the files of a document before a route or a mutation duplicates it, for the reason at
 * `prepareFirst`. If the duplicate is refused, the copies are removed.
 *
 * @param duplicate duplicates the document.
 * @returns what `duplicate` returns.
 */
export const copyFirst = async <Result>(
  req: PayloadRequest,
  slug: Slug,
  id: string,
  duplicate: () => Promise<Result> | Result,
): Promise<Result> => {
  const mayCreate = await req.payload.collections[slug].config.access.create({ req })
  const source = mayCreate
    ? await req.payload.findByID({
        ...asPerson(req),
        collection: slug,
        depth: 0,
        disableErrors: true,
        id,
        trash: true,
      })
    : null
  const made = source?.filename ? await copyFiles(req, slug, source) : undefined
  copies.set(req, slug, made)
  let isRefused = false
  try {
    return await duplicate()
  } catch (error) {
    isRefused = isRefusal(error)
    throw error
  } finally {
    // `withCopies` clears the note when it uses the copies.
    const isTaken = copies.get(req, slug) !== made
    if (made && (isRefused || !isTaken)) {
      await removeFiles(req, made.keys)
    }
    copies.set(req, slug, undefined)
  }
}

/**
 * Removes what is dangerous from an uploaded file, and puts it into the store under a random name: the
 * original name may tell of people, places and devices.
 *
 * @param stored the picture, if it has been prepared before.
 * @throws 400 if the file is refused.
 */
const prepareFile = async (slug: Slug, req: PayloadRequest, stored?: Picture): Promise<void> => {
  const { file } = req
  if (!file || prepared.has(file.data)) {
    return
  }
  const [data, sizes, extension, mimetype] =
    slug === 'documents'
      ? ([await rebuildFile(req, file.data), {}, 'pdf', 'application/pdf'] as const)
      : ([...(await preparePicture(req, file.data, stored)), 'webp', 'image/webp'] as const)
  const name = `${randomUUID()}.${extension}`
  // A map, since the copies of a small picture are identical and have the same name.
  const parts = new Map([
    [`${slug}/${name}`, data],
    ...Object.values(sizes).map(
      (size) => [`${slug}/${fileNameOf(name, size)}`, size.data] as const,
    ),
  ])
  const keys = [...parts.keys()]
  await putAllOrNone(req, keys, (key) => files.write(key, parts.get(key) ?? data))
  Object.assign(file, { data, mimetype, name, size: data.length })
  prepared.set(data, { keys, sizes })
}

/** Puts files into the store: all of them, or none. */
const putAllOrNone = async (
  req: PayloadRequest,
  keys: string[],
  put: (key: string) => Promise<void>,
): Promise<void> => {
  const results = await Promise.allSettled(keys.map(put))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) {
    await removeFiles(req, keys)
    throw failed.reason
  }
}

/** Removes files; `sweepFiles` removes later what cannot be removed now. */
const removeFiles = async ({ payload }: PayloadRequest, keys: string[]): Promise<void> => {
  for (const result of await Promise.allSettled(keys.map((key) => files.remove(key)))) {
    if (result.status === 'rejected') {
      payload.logger.error({ err: result.reason as Error, msg: 'A file could not be removed.' })
    }
  }
}

const preparePicture = async (
  req: PayloadRequest,
  bytes: Buffer,
  stored: Picture | undefined,
): Promise<[Buffer, Sizes]> => {
  try {
    const picture = stored ?? (await prepareImage(bytes, cropIn(req)))
    return [picture.data, await makeSizes(picture, focalPointOf(editsIn(req).focalPoint, req.data))]
  } catch (error) {
    throw error instanceof ImageFault ? fileRefusal(req, imageFaults[error.fault]) : error
  }
}

const rebuildFile = async (req: PayloadRequest, bytes: Buffer): Promise<Buffer> => {
  const result = await rebuildApart(bytes)
  if ('fault' in result) {
    if (result.unforeseen) {
      req.payload.logger.error(`A PDF could not be rebuilt: ${result.unforeseen}`)
    }
    throw fileRefusal(req, pdfFaults[result.fault])
  }
  return result.data
}

const fileRefusal = (req: PayloadRequest, text: Text) =>
  refusal(req, 400, text, { errors: [{ message: say(req, text), path: 'file' }] })

const imageFaults: Record<Fault, Text> = {
  animated: {
    de: 'Bewegte Bilder gehen hier nicht. Bitte ein einzelnes Bild als JPEG, PNG oder WebP hochladen.',
    en: 'Animated images are not supported. Please upload a single image as JPEG, PNG or WebP.',
  },
  broken: {
    de: 'Dieses Bild ist beschädigt oder unvollständig. Bitte noch einmal speichern oder herunterladen und dann hochladen.',
    en: 'This image is damaged or incomplete. Please save or download it again and then upload it.',
  },
  format: {
    de: 'Diese Datei ist kein Bild in einem Format, das hier geht. Bitte als JPEG, PNG oder WebP speichern und noch einmal hochladen; ein iPhone tut das mit der Einstellung „Maximale Kompatibilität“.',
    en: 'This file is not an image in a supported format. Please save it as JPEG, PNG or WebP and upload it again; an iPhone does so with the setting "Most Compatible".',
  },
  large: {
    de: 'Dieses Bild hat mehr als 50 Millionen Bildpunkte. Bitte verkleinern und noch einmal hochladen; 2560 Bildpunkte Breite genügen.',
    en: 'This image has more than 50 million pixels. Please make it smaller and upload it again; a width of 2560 pixels is enough.',
  },
  long: {
    de: 'Dieses Bild ist länger als 12000 Bildpunkte. Bitte verkleinern oder zuschneiden und noch einmal hochladen.',
    en: 'One side of this image is longer than 12,000 pixels. Please make it smaller or crop it and upload it again.',
  },
}

const fileMissing: Text = {
  de: 'Hierzu fehlt die Datei. Bitte die Datei noch einmal hochladen.',
  en: 'The file that belongs to this is missing. Please upload it again.',
}

const pdfFaults: Record<'too-much' | PDFFault, Text> = {
  form: {
    de: 'Dieses Formular gibt es nur in Programmen von Adobe (XFA). Bitte über „Drucken“ als gewöhnliche PDF-Datei speichern und diese hochladen.',
    en: 'This form works only in Adobe programs (XFA). Please print it to an ordinary PDF file and upload that.',
  },
  incomplete: {
    de: 'Diese PDF-Datei ist unvollständig, ihr Ende oder eine Seite fehlt. Bitte noch einmal speichern oder herunterladen und dann hochladen.',
    en: 'This PDF file is incomplete; its end or a page is missing. Please save or download it again and then upload it.',
  },
  metadata: {
    de: 'Ein Bild in dieser PDF-Datei verrät, womit oder wo es gemacht wurde, und lässt sich nicht bereinigen. Bitte das Bild im ursprünglichen Dokument durch ein Bildschirmfoto ersetzen, neu als PDF speichern und hochladen.',
    en: 'An image in this PDF file reveals how or where it was made, and cannot be cleaned. Please replace it with a screenshot in the original document, save that as PDF again and upload it.',
  },
  'no-pdf': {
    de: 'Das ist keine PDF-Datei, wie auch immer sie heißt. Bitte das Dokument in seinem Programm als PDF speichern und diese Datei hochladen.',
    en: 'This is not a PDF file, whatever its name says. Please save the document as PDF in the program that made it, and upload that file.',
  },
  password: {
    de: 'Diese PDF-Datei öffnet sich nur mit einem Kennwort. Bitte ohne Kennwort speichern und noch einmal hochladen.',
    en: 'This PDF file needs a password. Please save it without a password and upload it again.',
  },
  portfolio: {
    de: 'Das ist ein PDF-Portfolio aus mehreren Dateien. Bitte jede als eigene PDF-Datei speichern und einzeln hochladen.',
    en: 'This is a PDF portfolio of several files. Please save each as a separate PDF file and upload them one by one.',
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

/** What the admin UI's image editor sends along. */
const editsIn = ({ query }: PayloadRequest): Record<string, unknown> =>
  isObject(query.uploadEdits) ? query.uploadEdits : {}

const numbersIn = (value: unknown, keys: string[]): number[] | undefined => {
  const numbers = isObject(value) ? keys.map((key) => Number(value[key])) : []
  return numbers.length > 0 && numbers.every((each) => each >= 0 && each <= 100)
    ? numbers
    : undefined
}

/** The section that somebody has chosen; undefined: the whole image. */
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

type Written = Pick<Media, 'filename' | 'focalX' | 'focalY' | 'height' | 'sizes' | 'width'>

/**
 * Makes the stored file the uploaded one when it is to be cropped, or gets another focal point. That
 * makes new files with new names, so that caches do not show the old ones.
 *
 * @returns the stored picture if it is not cropped, since it need not be prepared again.
 */
const takeStoredFile = async (
  req: PayloadRequest,
  id: string | undefined,
): Promise<Picture | undefined> => {
  const stored = id
    ? await req.payload.db.findOne<Written & { id: string }>({
        collection: 'media',
        req,
        where: { id: { equals: id } },
      })
    : null
  const point = focalPointOf(editsIn(req).focalPoint, undefined)
  const isMoved = point && (point.x !== stored?.focalX || point.y !== stored.focalY)
  if (!stored?.filename || !stored.height || !stored.width || !(cropIn(req) || isMoved)) {
    // With it, Payload would request the file from itself over HTTP.
    delete req.query.uploadEdits
    return undefined
  }
  const key = `media/${stored.filename}`
  if (!(await files.stat(key))) {
    throw fileRefusal(req, fileMissing)
  }
  const data = await readAll(key)
  req.file = { data, mimetype: 'image/webp', name: stored.filename, size: data.length }
  return cropIn(req) ? undefined : { data, height: stored.height, width: stored.width }
}

const fileNameOf = (filename: string, { height, width }: Picture): string =>
  `${path.parse(filename).name}-${width}x${height}.webp`

/**
 * Stores the names of a new file and its smaller copies in the document, and removes the files that it
 * replaces after the commit. A duplicate gets copies of its source's files.
 */
export const noteFiles: CollectionBeforeChangeHook = async ({
  collection,
  data,
  originalDoc,
  req,
}) => {
  const slug = collection.slug as Slug
  const made = req.file && prepared.get(req.file.data)
  if (made) {
    await removeLater(req, slug, namesOf(originalDoc as Written | undefined))
    return slug === 'media'
      ? { ...data, sizes: sizesOf((data as Written).filename ?? '', made.sizes) }
      : data
  }
  return copying.get(req, slug)
    ? withCopies(req, slug, data as Written)
    : withOwnFile(data, originalDoc as Record<string, unknown> | undefined)
}

/** Only the server decides about a document's file: what a client sends for these fields is dropped. */
const withOwnFile = (
  data: Record<string, unknown>,
  originalDoc: Record<string, unknown> | undefined,
): Record<string, unknown> => ({
  ...data,
  ...Object.fromEntries(fileFields.map((name) => [name, originalDoc?.[name]])),
})

const fileFields = ['filename', 'filesize', 'height', 'mimeType', 'sizes', 'url', 'width']

const sizesOf = (filename: string, sizes: Sizes): Media['sizes'] =>
  Object.fromEntries(
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
          : { filename: null, filesize: null, height: null, mimeType: null, width: null },
      ]
    }),
  )

/** The names of all files of a document. */
export const namesOf = (doc: null | Pick<Written, 'filename' | 'sizes'> | undefined): string[] =>
  [doc?.filename, ...Object.values(doc?.sizes ?? {}).map((size) => size?.filename)].filter(
    (name): name is string => Boolean(name),
  )

const withCopies = async (req: PayloadRequest, slug: Slug, data: Written): Promise<Written> => {
  const made = copies.get(req, slug)
  copying.set(req, slug, false)
  const { filename, sizes } = data
  if (!filename) {
    return data
  }
  const isMade = made?.source === filename
  if (isMade) {
    copies.set(req, slug, undefined)
  }
  // Copies now if that was not done before: through the Local API, or if the file was replaced since.
  const { name } = isMade ? made : await copyFiles(req, slug, data)
  return {
    ...data,
    filename: renamed(filename, filename, name),
    ...(sizes && {
      sizes: Object.fromEntries(
        Object.entries(sizes).map(([key, size]) => [
          key,
          size.filename
            ? { ...size, filename: renamed(size.filename, filename, name), url: null }
            : size,
        ]),
      ),
    }),
  }
}

const copyFiles = async (req: PayloadRequest, slug: Slug, doc: Written): Promise<Copies> => {
  const [name, source] = [randomUUID(), doc.filename ?? '']
  const sources = new Map(
    namesOf(doc).map((old) => [`${slug}/${renamed(old, source, name)}`, `${slug}/${old}`]),
  )
  const found = await Promise.all([...sources.values()].map((key) => files.stat(key)))
  if (found.includes(undefined)) {
    throw fileRefusal(req, fileMissing)
  }
  const keys = [...sources.keys()]
  await putAllOrNone(req, keys, (key) => files.copy(sources.get(key) ?? '', key))
  return { keys, name, source }
}

/** The name of a copied file: that of its source with the random part, which a document's files share, replaced. */
const renamed = (file: string, source: string, name: string): string =>
  file.replace(path.parse(source).name, name)

/** Removes the files of a document when it is deleted. */
export const removeFilesWithDocument: CollectionBeforeDeleteHook = async ({
  collection,
  id,
  req,
}) => {
  const slug = collection.slug as Slug
  const doc = await req.payload.db.findOne<Written & { id: string }>({
    collection: slug,
    req,
    where: { id: { equals: id } },
  })
  await removeLater(req, slug, namesOf(doc))
}

const removeLater = (req: PayloadRequest, slug: Slug, names: string[]): Promise<void> =>
  afterCommit(req, () =>
    removeFiles(
      req,
      names.map((name) => `${slug}/${name}`),
    ),
  )

/**
 * Hides the file of a document from Payload while it duplicates the document. `copyFirst` copies it
 * instead.
 *
 * Workaround (no issue known): Payload requests a file from itself over HTTP if it is not in a folder
 * of Payload's own. Can go when the store can make the copy; tests/integration/payload/upstream.test.ts
 * notices.
 */
export const withoutFile: TextField = {
  name: 'url',
  type: 'text',
  hooks: {
    afterRead: [
      ({ collection, req, value }) =>
        collection && copying.get(req, collection.slug) ? null : (value as unknown),
    ],
  },
}
