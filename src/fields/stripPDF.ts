import type { PDFObject } from '@cantoo/pdf-lib'

import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from '@cantoo/pdf-lib'

import { refusal } from '../refusal.ts'
import type { BeforeOperation } from './beforeOperation.ts'

const names = (...all: string[]): PDFName[] => all.map((name) => PDFName.of(name))

/** Entries that tell of authors and programs, or act on the reader's machine, wherever they stand. */
const unwanted = names(
  'AA',
  'AF',
  'EmbeddedFiles',
  'JS',
  'JavaScript',
  'LastModified',
  'Metadata',
  'OpenAction',
  'PieceInfo',
)

/** Objects that are scripts, attached files or descriptions. */
const unwantedKinds = names('EmbeddedFile', 'Filespec', 'JavaScript', 'Launch', 'Metadata')

/**
 * Takes out of an uploaded PDF who wrote it, with what program and when, and scripts and attached
 * files. The title goes as well: it often is the name of a file; the document here has one of its
 * own.
 *
 * @throws 400 when the file cannot be read as a PDF, or is encrypted.
 */
export const stripPDF: BeforeOperation = async ({ args, operation, req }) => {
  const { file } = req
  if (!file || (operation !== 'create' && operation !== 'update')) {
    return args
  }
  try {
    const stripped = await withoutMetadata(file.data)
    file.data = stripped
    file.size = stripped.byteLength
  } catch {
    throw refusal(req, 400, {
      de: 'Diese Datei lässt sich nicht als PDF lesen. Bitte eine PDF-Datei ohne Kennwort hochladen.',
      en: 'This file cannot be read as a PDF. Please upload a PDF file without a password.',
    })
  }
  return args
}

const withoutMetadata = async (data: Buffer): Promise<Buffer> => {
  const document = await PDFDocument.load(data, { updateMetadata: false })
  const { context } = document
  const { Info } = context.trailerInfo
  context.trailerInfo.Info = undefined
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (reference === Info || isUnwanted(object)) {
      // An object that nothing refers to any more would still be in the file.
      context.delete(reference)
    } else {
      clean(object)
    }
  }
  return Buffer.from(await document.save({ updateFieldAppearances: false }))
}

const dictionaryOf = (object: PDFObject): PDFDict | undefined =>
  object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined

const isUnwanted = (object: PDFObject): boolean => {
  const dictionary = dictionaryOf(object)
  const kinds = [dictionary?.get(PDFName.of('Type')), dictionary?.get(PDFName.of('S'))]
  return kinds.some((kind) => kind instanceof PDFName && unwantedKinds.includes(kind))
}

const clean = (object: PDFObject): void => {
  const dictionary = dictionaryOf(object)
  for (const name of unwanted) {
    dictionary?.delete(name)
  }
  for (const [name, value] of dictionary?.entries() ?? []) {
    if (isUnwanted(value)) {
      dictionary?.delete(name)
    }
  }
  const inside = dictionary?.values() ?? (object instanceof PDFArray ? object.asArray() : [])
  inside.forEach(clean)
}
