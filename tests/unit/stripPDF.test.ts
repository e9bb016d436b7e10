import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'

import { stripPDF } from '../../src/fields/stripPDF.ts'

const strip = async (data: Uint8Array): Promise<Buffer> => {
  const file = { data: Buffer.from(data), size: data.byteLength }
  await stripPDF({ args: {}, operation: 'create', req: { file } as never })
  return file.data
}

const telling = async (): Promise<Uint8Array> => {
  const document = await PDFDocument.create()
  const page = document.addPage([100, 100])
  document.setAuthor('GEHEIM')
  document.setTitle('GEHEIM')
  document.addJavaScript('start', 'app.alert("GEHEIM")')
  await document.attach(Buffer.from('GEHEIM'), 'GEHEIM.txt')
  const { context } = document
  const action = context.obj({ JS: PDFString.of('GEHEIM'), S: 'JavaScript' })
  const link = context.obj({ A: action, Rect: [0, 0, 9, 9], Subtype: 'Link', Type: 'Annot' })
  page.node.set(PDFName.of('Annots'), context.obj([link]))
  document.catalog.set(
    PDFName.of('Metadata'),
    context.register(context.stream('GEHEIM', { Subtype: 'XML', Type: 'Metadata' })),
  )
  return document.save({ useObjectStreams: false })
}

/** Text in a PDF is there as it is, or in hexadecimal UTF-16. */
const holdsSecret = (data: Uint8Array): boolean => {
  const text = Buffer.from(data).toString('latin1')
  return /GEHEIM|00470045004800450049004D/i.test(text)
}

describe('stripPDF', () => {
  it('should leave nothing of authors, scripts and attachments', async () => {
    const before = await telling()
    expect(holdsSecret(before)).toBe(true)
    const after = await strip(before)
    // Read and written again without compression, so that nothing can hide in it.
    const document = await PDFDocument.load(after, { updateMetadata: false })
    expect(holdsSecret(await document.save({ useObjectStreams: false }))).toBe(false)
    expect(document.getPageCount()).toBe(1)
    expect(document.getAuthor()).toBeUndefined()
  })

  it.each(['', 'not a PDF', '%PDF-1.7\n%%EOF'])('should refuse %j', async (text) => {
    await expect(strip(Buffer.from(text))).rejects.toMatchObject({ status: 400 })
  })
})
