import type { PDFDocument, PDFRef } from '@cantoo/pdf-lib'

import {
  PDFDict,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  decodePDFRawStream,
} from '@cantoo/pdf-lib'

import { namesLocalPath } from './traces.ts'

/** The metadata of a PDF that its readers need. */
export type Metadata = {
  title?: string
  /** The part and the revision of PDF/UA that it claims. */
  ua?: { part: string; revision?: string }
}

/** @param info the document information dictionary, see `infoOf`. */
export const readMetadata = (document: PDFDocument, info: PDFRef | undefined): Metadata => {
  const xmp = xmpOf(document)
  const [, inXMP] = /<dc:title>[\s\S]*?<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(xmp) ?? []
  const title = (titleInInfo(document, info) ?? unescape(inXMP ?? '')).trim()
  const [, part] = /pdfuaid:part(?:="|>)\s*(\d)/.exec(xmp) ?? []
  const [, revision] = /pdfuaid:rev(?:="|>)\s*(\d{4})/.exec(xmp) ?? []
  return {
    ...(title && !namesLocalPath(title) && { title }),
    ...(part && { ua: { part, revision } }),
  }
}

const xmpOf = ({ catalog }: PDFDocument): string => {
  const stream = catalog.lookup(PDFName.of('Metadata'))
  return stream instanceof PDFRawStream
    ? Buffer.from(decodePDFRawStream(stream).decode()).toString('utf8')
    : ''
}

const titleInInfo = ({ context }: PDFDocument, info: PDFRef | undefined): string | undefined => {
  const dictionary = context.lookup(info)
  const title = dictionary instanceof PDFDict ? dictionary.lookup(PDFName.of('Title')) : undefined
  return title instanceof PDFString || title instanceof PDFHexString
    ? title.decodeText() || undefined
    : undefined
}

/** Writes title and PDF/UA mark, and nothing else: no authors, programs or dates. */
export const writeMetadata = (document: PDFDocument, { title, ua }: Metadata): void => {
  const { catalog, context } = document
  context.trailerInfo.Info = title
    ? context.register(context.obj({ Title: PDFHexString.fromText(title) }))
    : undefined
  const properties = [
    title &&
      `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escape(title)}</rdf:li></rdf:Alt></dc:title>`,
    ua && `<pdfuaid:part>${ua.part}</pdfuaid:part>`,
    ua?.revision && `<pdfuaid:rev>${ua.revision}</pdfuaid:rev>`,
  ].filter(Boolean)
  if (properties.length > 0) {
    const xmp = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">${properties.join('')}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`
    const stream = context.stream(Buffer.from(xmp), { Subtype: 'XML', Type: 'Metadata' })
    catalog.set(PDFName.of('Metadata'), context.register(stream))
  }
}

const entities: Record<string, string> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' }

const unescape = (text: string): string =>
  text.replace(/&(amp|apos|gt|lt|quot);/g, (_, name: string) => entities[name] ?? '')

const escape = (text: string): string =>
  text.replace(
    /[&<>]/g,
    (sign) => `&${Object.keys(entities).find((name) => entities[name] === sign)};`,
  )
