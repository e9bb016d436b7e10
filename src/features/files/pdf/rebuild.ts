import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib'

import { inflateSync } from 'node:zlib'

import {
  decodePDFRawStream,
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFRawStream,
  PDFRef as Ref,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib'

import { readMetadata, writeMetadata } from './metadata.ts'
import { withoutJP2Metadata, withoutJPEGMetadata } from './pictures.ts'
import { holdsMetadata, namesLocalPath } from './traces.ts'

/** Why a file is refused. */
export type Fault =
  'form' | 'incomplete' | 'metadata' | 'no-pdf' | 'password' | 'portfolio' | 'unreadable'

export class PDFFault extends Error {
  readonly fault: Fault

  constructor(fault: Fault) {
    super(fault)
    this.fault = fault
  }
}

/** The entries that are kept of an annotation or form field, the catalog, a form and a page: closed lists. */
const allowedEntries = {
  annotation: [
    'A',
    'AP',
    'AS',
    'BE',
    'BS',
    'Border',
    'C',
    'CA',
    'Contents',
    'DA',
    'DS',
    'DV',
    'Dest',
    'F',
    'FT',
    'Ff',
    'H',
    'I',
    'IC',
    'IT',
    'InkList',
    'Kids',
    'L',
    'LE',
    'Lang',
    'MK',
    'MaxLen',
    'OC',
    'Opt',
    'P',
    'Parent',
    'Q',
    'QuadPoints',
    'RD',
    'RV',
    'Rect',
    'StructParent',
    'Subtype',
    'T',
    'TI',
    'TM',
    'TU',
    'Type',
    'V',
    'Vertices',
    'ca',
  ],
  catalog: [
    'AcroForm',
    'Dests',
    'Extensions',
    'Lang',
    'MarkInfo',
    'Names',
    'OCProperties',
    'Outlines',
    'OutputIntents',
    'PageLabels',
    'PageLayout',
    'PageMode',
    'Pages',
    'StructTreeRoot',
    'Type',
    'Version',
    'ViewerPreferences',
  ],
  form: ['DA', 'DR', 'Fields', 'NeedAppearances', 'Q'],
  names: ['Dests'],
  page: [
    'Annots',
    'ArtBox',
    'BleedBox',
    'Contents',
    'CropBox',
    'Group',
    'MediaBox',
    'Parent',
    'Resources',
    'Rotate',
    'StructParents',
    'Tabs',
    'TrimBox',
    'Type',
    'UserUnit',
  ],
} as const

/** Entries that are removed from any dictionary: metadata, attachments, scripts, geographic positions. */
const removedEntries = [
  'AA',
  'AF',
  'Alternates',
  'CreatorInfo',
  'EmbeddedFiles',
  'JS',
  'JavaScript',
  'LGIDict',
  'LastModified',
  'Measure',
  'Metadata',
  'OPI',
  'OpenAction',
  'PA',
  'PieceInfo',
  'PtData',
  'Thumb',
  'VP',
]

/** Annotations that are part of the page. All others are removed: comments, attachments, films. */
const allowedAnnotations = [
  'Circle',
  'FreeText',
  'Highlight',
  'Ink',
  'Line',
  'Link',
  'PolyLine',
  'Polygon',
  'Square',
  'Squiggly',
  'Stamp',
  'StrikeOut',
  'Underline',
  'Watermark',
  'Widget',
]

/** Annotations whose `Contents` is the text that they show; that of others is a comment. */
const annotationsWithText = ['FreeText', 'Link', 'Widget']

const removedTypes = ['DocTimeStamp', 'EmbeddedFile', 'Filespec', 'F', 'Metadata', 'Sig']

/**
 * Rebuilds a PDF from what its pages reach. This removes authors, comments, signatures, programs, dates,
 * earlier states, attachments, scripts, links to local files, and metadata of pictures. Title, language,
 * tags and PDF/UA mark stay.
 *
 * @throws PDFFault if the file is refused.
 */
export const rebuildPDF = async (bytes: Buffer): Promise<Buffer> => {
  if (!bytes.subarray(0, 1024).includes('%PDF-')) {
    throw new PDFFault('no-pdf')
  }
  if (!isComplete(bytes)) {
    throw new PDFFault('incomplete')
  }
  const document = await load(bytes)
  const { catalog, context } = document
  if (catalog.has(PDFName.of('Collection'))) {
    throw new PDFFault('portfolio')
  }
  if (catalog.has(PDFName.of('NeedsRendering'))) {
    throw new PDFFault('form')
  }
  const pages = countPages(context, catalog.get(PDFName.of('Pages')))
  if (pages === 0) {
    throw new PDFFault('unreadable')
  }
  const metadata = readMetadata(document, infoOf(bytes))
  const root = context.trailerInfo.Root as PDFRef
  const reached = clean(context, root)
  for (const [reference] of context.enumerateIndirectObjects()) {
    if (!reached.has(reference)) {
      context.delete(reference)
    }
  }
  context.trailerInfo = { Root: root }
  writeMetadata(document, metadata)
  const rebuilt = Buffer.from(
    await document.save({ addDefaultPage: false, updateFieldAppearances: false }),
  )
  const read = await PDFDocument.load(rebuilt, { updateMetadata: false })
  if (countPages(read.context, read.catalog.get(PDFName.of('Pages'))) !== pages) {
    throw new PDFFault('unreadable')
  }
  return rebuilt
}

/** Whether a file is complete: it ends with the offset of its cross-reference table, and no object follows. */
const isComplete = (bytes: Buffer): boolean => {
  const end = bytes.lastIndexOf('startxref')
  return (
    end >= 0 &&
    /^startxref\s+\d+/.test(bytes.toString('latin1', end, end + 40)) &&
    !/\d+\s+\d+\s+obj\b/.test(bytes.toString('latin1', end))
  )
}

/**
 * The document information dictionary that the newest state of a file names. A tool such as ExifTool
 * removes it by appending a newer state without it, and leaves the old one in the file.
 */
const infoOf = (bytes: Buffer): PDFRef | undefined => {
  const text = bytes.toString('latin1')
  const [, offset = ''] = /startxref\s+(\d+)(?![\s\S]*startxref)/.exec(text) ?? []
  const start = [Number(offset), Number(offset) + text.indexOf('%PDF-')].find((position) =>
    /^(?:xref|\d+\s+\d+\s+obj)\b/.test(text.slice(position, position + 30)),
  )
  const newest = text.slice(start ?? text.lastIndexOf('trailer'))
  const [section = ''] = /^xref/.test(newest)
    ? (/trailer[\s\S]*?startxref/.exec(newest) ?? [])
    : (/^[\s\S]*?(?:stream|startxref)/.exec(newest) ?? [])
  const [, number, generation] = /\/Info\s+(\d+)\s+(\d+)\s+R/.exec(section) ?? []
  return number ? Ref.of(Number(number), Number(generation)) : undefined
}

const load = async (bytes: Buffer): Promise<PDFDocument> => {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false })
  } catch (error) {
    if (!(error instanceof EncryptedPDFError)) {
      throw new PDFFault('unreadable')
    }
  }
  try {
    // A file with only an owner password opens without one; that password just restricts what readers may do.
    return await PDFDocument.load(bytes, { password: '', updateMetadata: false })
  } catch {
    throw new PDFFault('password')
  }
}

/** Counts the pages. @throws PDFFault if a page, or its content, is missing. */
const countPages = (context: PDFContext, tree: PDFObject | undefined): number => {
  const seen = new Set<PDFObject>()
  let count = 0
  const waiting: (PDFObject | undefined)[] = [tree]
  while (waiting.length > 0) {
    const node = context.lookup(waiting.pop())
    if (!(node instanceof PDFDict) || seen.has(node)) {
      throw new PDFFault('incomplete')
    }
    seen.add(node)
    const kids = node.lookup(PDFName.of('Kids'))
    if (kids instanceof PDFArray) {
      waiting.push(...kids.asArray())
      continue
    }
    const contents = node.lookup(PDFName.of('Contents'))
    const parts =
      contents instanceof PDFArray
        ? contents.asArray()
        : node.has(PDFName.of('Contents'))
          ? [contents]
          : []
    if (!parts.every((part) => context.lookup(part) instanceof PDFStream)) {
      throw new PDFFault('incomplete')
    }
    count += 1
  }
  return count
}

const nameIn = (dictionary: PDFDict, key: string): string | undefined => {
  const value = dictionary.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}

const textOf = (value: PDFObject | undefined): string | undefined =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined

/** Cleans everything that can be reached from an object. @returns the references that were reached. */
const clean = (context: PDFContext, root: PDFRef): Set<PDFRef> => {
  const reached = new Set<PDFRef>([root])
  const waiting: { key?: string; object: PDFObject }[] = []
  const seen = new Set<PDFObject>()

  const visit = (value: PDFObject, key?: string): void => {
    if (value instanceof Ref) {
      if (reached.has(value)) {
        return
      }
      reached.add(value)
      const object = replacePicture(context, value)
      if (object) {
        waiting.push({ key, object })
      }
    } else {
      waiting.push({ key, object: value })
    }
  }

  waiting.push({ key: 'Root', object: context.lookup(root) ?? PDFNull })
  while (waiting.length > 0) {
    const { key, object } = waiting.pop() ?? { object: PDFNull }
    if (seen.has(object)) {
      continue
    }
    seen.add(object)
    if (object instanceof PDFArray) {
      cleanArray(context, object, key)
      object.asArray().forEach((each) => visit(each, key))
    }
    const dictionary = dictionaryOf(object)
    if (dictionary) {
      cleanDictionary(context, dictionary, key)
      dictionary.entries().forEach(([name, value]) => visit(value, name.decodeText()))
    }
    if (object instanceof PDFRawStream) {
      refuseHiddenMetadata(object)
    }
  }
  return reached
}

const dictionaryOf = (object: PDFObject | undefined): PDFDict | undefined =>
  object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined

/** Arrays from which an item is removed. In others its position matters, so it is replaced by null. */
const denseLists = ['Annots', 'Contents', 'Fields', 'K', 'Kids']

const cleanArray = (context: PDFContext, array: PDFArray, key?: string): void => {
  for (let index = array.size() - 1; index >= 0; index -= 1) {
    if (isRemoved(context, array.get(index))) {
      if (denseLists.includes(key ?? '')) {
        array.remove(index)
      } else {
        array.set(index, PDFNull)
      }
    }
  }
}

/** Dictionaries whose keys are free names, which must not be taken for entries: a font may be called /AF. */
const namedFreely = [
  'CharProcs',
  'ClassMap',
  'ColorSpace',
  'Colorants',
  'Dests',
  'ExtGState',
  'Font',
  'Pattern',
  'Properties',
  'RoleMap',
  'Shading',
  'XObject',
]

const cleanDictionary = (context: PDFContext, dictionary: PDFDict, key?: string): void => {
  const isNamedFreely = namedFreely.includes(key ?? '')
  const list = listFor(dictionary, key)
  const subtype = nameIn(dictionary, 'Subtype') ?? 'Widget'
  const isRemark = list === allowedEntries.annotation && !annotationsWithText.includes(subtype)
  // `T` is the author of an annotation, but the name of a form field.
  const isAuthor = list === allowedEntries.annotation && subtype !== 'Widget'
  for (const [name, value] of dictionary.entries()) {
    const entry = name.decodeText()
    if (
      (!isNamedFreely && removedEntries.includes(entry)) ||
      (list && !list.includes(entry)) ||
      (isRemark && ['Contents', 'RV'].includes(entry)) ||
      (isAuthor && entry === 'T') ||
      (!isNamedFreely && entry === 'A' && !isHarmlessAction(context.lookup(value))) ||
      (key === 'A' && entry === 'Next') ||
      isRemoved(context, value)
    ) {
      dictionary.delete(name)
    }
  }
}

/** The closed list of entries for a dictionary; undefined if there is none for its type. */
const listFor = (dictionary: PDFDict, key?: string): readonly string[] | undefined => {
  if (key === 'Root') {
    return allowedEntries.catalog
  }
  if (key === 'AcroForm') {
    return allowedEntries.form
  }
  if (
    key === 'Names' &&
    !dictionary.has(PDFName.of('Limits')) &&
    !dictionary.has(PDFName.of('Kids'))
  ) {
    return allowedEntries.names
  }
  if (nameIn(dictionary, 'Type') === 'Page') {
    return allowedEntries.page
  }
  return isAnnotation(dictionary) || dictionary.has(PDFName.of('FT')) || key === 'Fields'
    ? allowedEntries.annotation
    : undefined
}

const isAnnotation = (dictionary: PDFDict): boolean =>
  nameIn(dictionary, 'Type') === 'Annot' ||
  (dictionary.has(PDFName.of('Rect')) && dictionary.has(PDFName.of('Subtype')))

/** Whether an action is a link within the document, to the web or to people. `A` of a tag is no action. */
const isHarmlessAction = (action: PDFObject | undefined): boolean => {
  const kind = action instanceof PDFDict ? nameIn(action, 'S') : undefined
  return (
    kind === undefined ||
    kind === 'GoTo' ||
    kind === 'Named' ||
    (kind === 'URI' &&
      /^(?:https?:\/\/|mailto:|tel:)/i.test(
        textOf((action as PDFDict).lookup(PDFName.of('URI'))) ?? '',
      ))
  )
}

const isRemoved = (context: PDFContext, value: PDFObject | undefined): boolean => {
  const object = context.lookup(value)
  const text = textOf(object)
  if (text !== undefined) {
    return namesLocalPath(text)
  }
  const dictionary = dictionaryOf(object)
  if (!dictionary) {
    return false
  }
  const type = nameIn(dictionary, 'Type')
  return (
    removedTypes.includes(type ?? '') ||
    fieldTypeOf(dictionary) === 'Sig' ||
    (isAnnotation(dictionary) &&
      !allowedAnnotations.includes(nameIn(dictionary, 'Subtype') ?? '')) ||
    (type === 'OBJR' && isRemoved(context, dictionary.get(PDFName.of('Obj'))))
  )
}

/** The type of a form field, which it may inherit from its parent. */
const fieldTypeOf = (field: PDFDict): string | undefined => {
  let each: PDFObject | undefined = field
  for (let depth = 0; each instanceof PDFDict && depth < 32; depth += 1) {
    const type = nameIn(each, 'FT')
    if (type || !(each.has(PDFName.of('T')) || isAnnotation(each))) {
      return type
    }
    each = each.lookup(PDFName.of('Parent'))
  }
  return undefined
}

/** Replaces a picture by one without metadata. @returns the object that the reference leads to now. */
const replacePicture = (context: PDFContext, reference: PDFRef): PDFObject | undefined => {
  const stream = context.lookup(reference)
  if (!(stream instanceof PDFRawStream)) {
    return stream
  }
  const filters = filtersOf(stream)
  const last = filters.at(-1)
  const strip =
    last === 'DCTDecode' || last === 'DCT'
      ? withoutJPEGMetadata
      : last === 'JPXDecode'
        ? withoutJP2Metadata
        : undefined
  if (!strip) {
    return stream
  }
  const dictionary = stream.dict.clone(context)
  const before = filters.slice(0, -1)
  const outer = stream.dict.clone(context)
  outer.set(PDFName.of('Filter'), context.obj(before.map((name) => PDFName.of(name))))
  outer.delete(PDFName.of('DecodeParms'))
  const picture = Buffer.from(
    before.length > 0
      ? decodePDFRawStream(PDFRawStream.of(outer, stream.getContents())).decode()
      : stream.getContents(),
  )
  const stripped = strip(picture)
  if (!stripped) {
    throw new PDFFault('unreadable')
  }
  dictionary.set(PDFName.of('Filter'), PDFName.of(last ?? ''))
  const parameters = dictionary.lookup(PDFName.of('DecodeParms'))
  if (parameters instanceof PDFArray) {
    dictionary.set(PDFName.of('DecodeParms'), parameters.get(filters.length - 1) ?? PDFNull)
  }
  const replaced = PDFRawStream.of(dictionary, stripped)
  context.assign(reference, replaced)
  return replaced
}

const filtersOf = ({ dict }: PDFRawStream): string[] => {
  const filter = dict.lookup(PDFName.of('Filter'))
  const names =
    filter instanceof PDFArray
      ? filter.asArray().map((each) => dict.context.lookup(each))
      : [filter]
  return names.filter((each) => each instanceof PDFName).map((each) => each.decodeText())
}

/** The largest content that is searched for metadata, in bytes. */
const maxContent = 100_000_000

/** Refuses metadata of inline pictures, which are part of a page's content and cannot be replaced. */
const refuseHiddenMetadata = (stream: PDFRawStream): void => {
  const filters = filtersOf(stream)
  const contents = Buffer.from(stream.getContents())
  const bytes =
    filters.length === 1 && ['Fl', 'FlateDecode'].includes(filters[0] ?? '')
      ? inflated(contents)
      : contents
  if (holdsMetadata(bytes)) {
    throw new PDFFault('metadata')
  }
}

const inflated = (contents: Buffer): Buffer => {
  try {
    return inflateSync(contents, { maxOutputLength: maxContent })
  } catch {
    return contents
  }
}
