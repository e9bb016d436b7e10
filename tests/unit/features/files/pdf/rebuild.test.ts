import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { PDFBool, PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'

import type { Fault } from '../../../../../src/features/files/pdf/rebuild.ts'
import { rebuildPDF } from '../../../../../src/features/files/pdf/rebuild.ts'
import { ask, hasFileTools, tagsOf } from '../../../../support/fileTools.ts'

const cases = new URL('../../../../cases/', import.meta.url)
const folder = mkdtempSync(path.join(tmpdir(), 'pdf-'))

afterAll(() => rmSync(folder, { force: true, recursive: true }))

let serial = 0

const nameOf = (word: string): string => {
  serial += 1
  return path.join(folder, `${word}-${serial}`)
}

const store = (bytes: Buffer): string => {
  const file = `${nameOf('datei')}.pdf`
  writeFileSync(file, bytes)
  return file
}

/** All that is in a PDF, uncompressed, with its strings as text. */
const insideOf = (file: string): string => {
  const text = ask(
    'qpdf',
    '--qdf',
    '--object-streams=disable',
    '--no-original-object-ids',
    file,
    '-',
  )
  const decoded = Array.from(text.matchAll(/<((?:[0-9a-f]{2})+)>/gi), ([, hex = '']) => {
    const bytes = Buffer.from(hex, 'hex')
    return /^feff/i.test(hex) ? bytes.swap16().toString('utf16le') : bytes.toString('latin1')
  })
  return [text, ...decoded].join('\n')
}

/** What no download may hold. */
const personal =
  /Erika|Signier|Lindenweg|GEHEIM|pdf-lib|Hopding|C:\\\\?Users|file:\/\/|\/Author|\/Creator|\/Producer|CreationDate|ModDate|GPS|52\.26/

const readPDF = (bytes: Buffer) => {
  const file = store(bytes)
  const check = ask('qpdf', '--check', file)
  expect(check).toMatch(/No syntax or stream encoding errors/)
  const pictures = `${nameOf('bild')}-`
  ask('pdfimages', '-all', file, pictures)
  const names = readdirSync(folder).filter((name) => path.join(folder, name).startsWith(pictures))
  return {
    info: ask('pdfinfo', file),
    inside: insideOf(file),
    pictureTags: names.flatMap((name) => tagsOf(path.join(folder, name))),
    tags: tagsOf(file).join('\n'),
    text: ask('pdftotext', file, '-'),
  }
}

const readCase = (name: string): Buffer => readFileSync(new URL(name, cases))

describe.skipIf(!hasFileTools())('a PDF', () => {
  const complete = { pages: 2, text: /Seite 1[\s\S]*Seite 2/ }
  const right: Record<string, Fault | { pages: number; tags?: RegExp; text?: RegExp }> = {
    'pdf-author-changed-incrementally.pdf': { pages: 1 },
    'pdf-broken-xref.pdf': complete,
    'pdf-cleaned-by-exiftool.pdf': { pages: 1 },
    'pdf-docx-named-pdf.pdf': 'no-pdf',
    'pdf-form.pdf': { pages: 2, text: /Vorbelegt/ },
    'pdf-html-named-pdf.pdf': 'no-pdf',
    'pdf-incremental-old-text.pdf': { pages: 1 },
    'pdf-linearised.pdf': complete,
    'pdf-no-eof.pdf': 'incomplete',
    'pdf-object-streams.pdf': complete,
    'pdf-owner-password.pdf': complete,
    'pdf-pdfua.pdf': {
      pages: 1,
      tags: /Language +: de-DE[\s\S]*TaggedPDF +: Yes[\s\S]*Title +: Kooperationsvereinbarung[\s\S]*\[XMP-pdfuaid\] +Part +: 1/,
    },
    'pdf-photo-with-gps.pdf': { pages: 1 },
    'pdf-signed.pdf': { pages: 1 },
    'pdf-trailing-garbage.pdf': complete,
    'pdf-truncated-0-3.pdf': 'incomplete',
    'pdf-truncated-0-5.pdf': 'incomplete',
    'pdf-truncated-0-9.pdf': 'incomplete',
    'pdf-truncated-half.pdf': 'incomplete',
    'pdf-user-password.pdf': 'password',
  }

  it.each(readdirSync(cases).filter((name) => name.endsWith('.pdf')))(
    'should be taken without anything personal, or refused with its reason: %s',
    async (name) => {
      const expected = right[name]
      if (!expected) {
        expect.fail(`Nobody has said what is right for ${name}.`)
      }
      if (typeof expected === 'string') {
        await expect(rebuildPDF(readCase(name))).rejects.toMatchObject({ fault: expected })
        return
      }
      const { info, inside, pictureTags, tags, text } = readPDF(await rebuildPDF(readCase(name)))
      expect(info).toMatch(new RegExp(`Pages: +${expected.pages}\\n`))
      expect(inside).not.toMatch(personal)
      expect(tags).not.toMatch(/Author|Creator|Producer|Date|GPS|Signing/)
      expect(pictureTags).toEqual([])
      expect(text).toMatch(expected.text ?? /[\s\S]*/)
      expect(tags.replaceAll(/\s+/g, ' ')).toMatch(
        new RegExp((expected.tags ?? /[\s\S]*/).source.replaceAll(' +', ' ')),
      )
    },
  )

  /** A photo that tells who made it, where, and with what. */
  const photo = (): Promise<Buffer> =>
    sharp({ create: { background: 'green', channels: 3, height: 40, width: 60 } })
      .withExif({
        IFD0: { Artist: 'GEHEIM', Make: 'GEHEIM' },
        IFD3: { GPSLatitude: '52/1 15/1 51/1', GPSLatitudeRef: 'N' },
      })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">GEHEIM</x:xmpmeta>')
      .jpeg()
      .toBuffer()

  /** A PDF with a bit of everything that tells of people and machines. */
  const telling = async (
    change: (document: PDFDocument) => Promise<void> | void = () => undefined,
  ) => {
    const document = await PDFDocument.create()
    const page = document.addPage([200, 200])
    page.drawText('Für alle zu lesen')
    page.drawImage(await document.embedJpg(await photo()), { height: 40, width: 60, x: 20, y: 20 })
    document.setTitle('Der Titel')
    document.setLanguage('de-DE')
    document.setAuthor('GEHEIM')
    document.setSubject('GEHEIM')
    document.setKeywords(['GEHEIM'])
    document.addJavaScript('start', 'app.alert("GEHEIM")')
    await document.attach(Buffer.from('GEHEIM'), 'GEHEIM.txt')
    const { context } = document
    const annotation = (more: object) =>
      context.register(context.obj({ Rect: [0, 0, 9, 9], Type: 'Annot', ...more }))
    const text = (value: string) => PDFString.of(value)
    const popup = annotation({ Contents: text('GEHEIM'), Subtype: 'Popup' })
    page.node.set(
      PDFName.of('Annots'),
      context.obj([
        annotation({ Contents: text('GEHEIM'), Subtype: 'Text', T: text('Erika') }),
        annotation({
          Contents: text('GEHEIM'),
          CreationDate: text('D:2026'),
          NM: text('GEHEIM'),
          Popup: popup,
          RC: text('GEHEIM'),
          Subj: text('GEHEIM'),
          Subtype: 'Highlight',
          T: text('Erika'),
        }),
        popup,
        annotation({
          Contents: text('Das steht da'),
          DA: text('/Helv 9 Tf'),
          Subtype: 'FreeText',
          T: text('Erika'),
        }),
        annotation({
          A: { S: 'URI', URI: text('file:///C:/Users/Erika/Liste.docx') },
          Subtype: 'Link',
        }),
        annotation({ A: { S: 'Launch', F: text('C:\\Users\\Erika\\a.exe') }, Subtype: 'Link' }),
        annotation({ A: { JS: text('GEHEIM'), S: 'JavaScript' }, Subtype: 'Link' }),
        annotation({
          A: { S: 'URI', URI: text('https://www.example.org/bleibt') },
          Subtype: 'Link',
        }),
        annotation({ A: { S: 'URI', URI: text('mailto:bleibt@example.org') }, Subtype: 'Link' }),
        annotation({ FS: { F: text('GEHEIM.txt'), Type: 'Filespec' }, Subtype: 'FileAttachment' }),
      ]),
    )
    page.node.set(PDFName.of('LastModified'), text('D:2026GEHEIM'))
    page.node.set(PDFName.of('PieceInfo'), context.obj({ Word: { Private: text('GEHEIM') } }))
    page.node.set(
      PDFName.of('VP'),
      context.obj([{ Measure: { GPTS: [52.26, 10.52], Subtype: 'GEO' } }]),
    )
    context.register(context.stream('BT (GEHEIM) Tj ET'))
    await change(document)
    return Buffer.from(await document.save({ useObjectStreams: false }))
  }

  it('should keep nothing of comments, authors, attachments, scripts, paths and places', async () => {
    const before = await telling()
    expect(insideOf(store(before))).toMatch(personal)
    const { info, inside, pictureTags, text } = readPDF(await rebuildPDF(before))
    expect(inside).not.toMatch(personal)
    expect(pictureTags).toEqual([])
    expect(text).toContain('alle zu lesen')
    expect(inside).toContain('https://www.example.org/bleibt')
    expect(inside).toContain('mailto:bleibt@example.org')
    expect(info).toMatch(/Title: +Der Titel/)
  })

  it('should keep fonts, pictures and other things that a page names, whatever it calls them', async () => {
    const document = await PDFDocument.create()
    const page = document.addPage([200, 200])
    const { context } = document
    const font = context.obj({ BaseFont: 'Helvetica', Subtype: 'Type1', Type: 'Font' })
    const names = ['A', 'AA', 'AF', 'Metadata', 'PA', 'Thumb', 'VP']
    page.node.set(
      PDFName.of('Resources'),
      context.obj({ Font: Object.fromEntries(names.map((name) => [name, font])) }),
    )
    const lines = names.map((name, index) => `/${name} 9 Tf 0 ${index ? -12 : 150} Td (${name}) Tj`)
    page.node.set(
      PDFName.of('Contents'),
      context.register(context.stream(`BT ${lines.join(' ')} ET`)),
    )
    const { inside, text } = readPDF(await rebuildPDF(Buffer.from(await document.save())))
    for (const name of names) {
      expect(inside).toMatch(new RegExp(`/${name} (?:\\d+ 0 R|<<)`))
      expect(text).toContain(name)
    }
  })

  it('should keep no signature, and nobody who has signed', async () => {
    const signed = await telling(({ catalog, context }) => {
      const value = context.register(
        context.obj({ Name: PDFString.of('Erika'), Reason: PDFString.of('GEHEIM'), Type: 'Sig' }),
      )
      const field = context.register(
        context.obj({
          FT: 'Sig',
          Rect: [0, 0, 50, 20],
          Subtype: 'Widget',
          T: PDFString.of('Unterschrift'),
          Type: 'Annot',
          V: value,
        }),
      )
      catalog.set(PDFName.of('AcroForm'), context.obj({ Fields: [field], SigFlags: 3 }))
      catalog.set(PDFName.of('Perms'), context.obj({ DocMDP: value }))
    })
    expect(insideOf(store(signed))).toMatch(/Unterschrift/)
    const { inside } = readPDF(await rebuildPDF(signed))
    expect(inside).not.toMatch(/Unterschrift|\/Sig\b|Erika|GEHEIM/)
  })

  it.each([
    ['a portfolio', 'portfolio', { Collection: {} }],
    ['a form of Adobe', 'form', { NeedsRendering: true }],
  ])('should be refused with the true reason where it is %s', async (_, fault, more) => {
    const bytes = await telling(({ catalog, context }) => {
      for (const [key, value] of Object.entries(more)) {
        catalog.set(PDFName.of(key), value === true ? PDFBool.True : context.obj({}))
      }
    })
    await expect(rebuildPDF(bytes)).rejects.toMatchObject({ fault })
  })

  it('should be refused where a picture in the content of a page tells of its making', async () => {
    const jpeg = await photo()
    const bytes = await telling(({ context }) => {
      const [, page] =
        context
          .enumerateIndirectObjects()
          .find(([, object]) => object instanceof PDFDict && object.has(PDFName.of('Contents'))) ??
        []
      const content = Buffer.concat([Buffer.from('BI /F /DCT ID '), jpeg, Buffer.from(' EI')])
      ;(page as PDFDict).set(
        PDFName.of('Contents'),
        context.register(context.flateStream(new Uint8Array(content))),
      )
    })
    await expect(rebuildPDF(bytes)).rejects.toMatchObject({ fault: 'metadata' })
  })

  it.each([0.3, 0.5, 0.7, 0.9, 0.97, 0.99])(
    'should be refused where it is cut at %f of its length',
    async (part) => {
      const whole = await telling()
      await expect(
        rebuildPDF(whole.subarray(0, Math.floor(whole.length * part))),
      ).rejects.toMatchObject({ fault: 'incomplete' })
    },
  )

  it('should be refused where a page or its content is missing', async () => {
    const whole = (await telling()).toString('latin1')
    const [, contents] = /\/Contents \[? ?(\d+) 0 R/.exec(whole) ?? []
    const without = whole.replace(new RegExp(`\\n${contents} 0 obj[\\s\\S]*?endobj\\n`), '\n')
    expect(without.length).toBeLessThan(whole.length)
    await expect(rebuildPDF(Buffer.from(without, 'latin1'))).rejects.toMatchObject({
      fault: 'incomplete',
    })
  })

  it('should not take a title that names a place on somebody’s computer', async () => {
    const bytes = await telling((document) => document.setTitle('C:\\Users\\Erika\\Brief.docx'))
    const { info } = readPDF(await rebuildPDF(bytes))
    expect(info).not.toMatch(/Title/)
  })
})
