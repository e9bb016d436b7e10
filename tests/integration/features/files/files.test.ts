import type { AddressInfo } from 'node:net'

import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'

import type { PayloadRequest } from 'payload'

import {
  APIError,
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
} from 'payload'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { environment } from '../../../../src/environment.ts'
import { files } from '../../../../src/features/files/store.ts'
import { sweepFiles } from '../../../../src/features/files/sweepFiles.ts'
import type { Media } from '../../../../src/payload-types.ts'
import { hasFileTools, tagsOf } from '../../../support/fileTools.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { graphQL, instance, request, requestJSON, signIn } from '../../../support/instance.ts'

const cases = new URL('../../../cases/', import.meta.url)
const folder = mkdtempSync(path.join(tmpdir(), 'files-'))
const hasTools = hasFileTools()

let coordinator: Client
const made: { id: string; slug: 'documents' | 'media' }[] = []

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
})

removeDocuments()

afterAll(async () => {
  const payload = await instance()
  for (const { id, slug } of made) {
    await payload.delete({ collection: slug, trash: true, where: { id: { equals: id } } })
  }
  rmSync(folder, { force: true, recursive: true })
})

type Slug = 'documents' | 'media'

const upload = async (
  slug: Slug,
  bytes: Buffer,
  { name = 'datei', query = '', type = '' }: { name?: string; query?: string; type?: string } = {},
) => {
  const body = new FormData()
  const data = slug === 'media' ? { alt: unique('Bild') } : { language: 'de', title: unique('PDF') }
  body.set('_payload', JSON.stringify(data))
  body.set('file', new File([new Uint8Array(bytes)], name, { type }))
  const response = await request(`/api/${slug}${query}`, { as: coordinator, body, method: 'POST' })
  const json = await response.json()
  if (response.status === 201) {
    made.push({ id: json.doc.id, slug })
  }
  return { json, status: response.status }
}

/** What the public downloads. */
const download = async (url: string): Promise<Buffer> => {
  const response = await request(new URL(url, 'http://localhost').pathname)
  expect(response.status).toBe(200)
  return Buffer.from(await response.arrayBuffer())
}

const store = (bytes: Buffer, extension: string): string => {
  const file = path.join(folder, `${unique('x').replaceAll(' ', '-')}.${extension}`)
  writeFileSync(file, bytes)
  return file
}

const taken = async (slug: Slug, bytes: Buffer, options = {}) => {
  const { json, status } = await upload(slug, bytes, options)
  expect(status, JSON.stringify(json)).toBe(201)
  return { bytes: await download(json.doc.url), doc: json.doc }
}

const readCase = (name: string): Buffer => readFileSync(new URL(name, cases))

describe('a PDF', () => {
  /** tests/unit/features/files/pdf/rebuild.test.ts tries all of them. */
  it('should be rebuilt before anybody can download it, under a name that says nothing', async () => {
    const before = readCase('pdf-form.pdf')
    expect(before.includes('Creator')).toBe(true)
    const { bytes, doc } = await taken('documents', before, { name: 'Erika Muster.pdf' })
    expect(bytes.includes('Creator')).toBe(false)
    expect(doc).toMatchObject({ filesize: bytes.length, mimeType: 'application/pdf' })
    expect(doc.filename).toMatch(/^[0-9a-f-]{36}\.pdf$/)
    if (hasTools) {
      expect(tagsOf(store(bytes, 'pdf')).join()).not.toMatch(/Creator|Producer|Date/)
    }
  })

  it.each([
    ['pdf-docx-named-pdf.pdf', /keine PDF-Datei/],
    ['pdf-truncated-half.pdf', /unvollständig/],
    ['pdf-user-password.pdf', /nur mit einem Kennwort/],
    ['img-1px-1.png', /keine PDF-Datei/],
  ])('should be refused with a sentence: %s', async (name, message) => {
    const { json, status } = await upload('documents', readCase(name), { name: 'a.pdf' })
    expect(status).toBe(400)
    expect(json.errors[0].message).toMatch(message)
    expect(json.errors[0].data.errors[0].path).toBe('file')
  })
})

describe('a file', () => {
  it.each(['documents', 'media'] as const)(
    'should not be fetched from an address that a request for %s names',
    async (slug) => {
      let asked = 0
      const server = createServer((_, response) => {
        asked += 1
        response.end('x')
      }).listen(0)
      await once(server, 'listening')
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a.pdf`
      const data = {
        alt: 'Bild',
        filename: 'Haus-Blinde-Twete-4.pdf',
        language: 'de',
        title: 'x',
        url,
      }
      const reply = await request(`/api/${slug}`, { as: coordinator, body: data, method: 'POST' })
      expect(reply.status).toBe(400)
      expect(await reply.text()).toContain('Es fehlt die Datei.')
      const name = slug === 'media' ? 'Media' : 'Document'
      const fields = slug === 'media' ? 'alt: "Bild"' : 'language: de, title: "x"'
      const { json } = await graphQL(
        `mutation { create${name}(data: { ${fields}, filename: "a.pdf", url: "${url}" }) { id } }`,
        { as: coordinator },
      )
      expect(json.errors[0].message).toContain('Es fehlt die Datei.')
      expect(asked).toBe(0)
      server.close()
    },
  )
})

describe('a file that is served', () => {
  const titled = async (title: string) => {
    const body = new FormData()
    body.set('_payload', JSON.stringify({ language: 'de', title }))
    body.set('file', new File([new Uint8Array(readCase('pdf-form.pdf'))], 'Erika Muster.pdf'))
    const response = await request('/api/documents', { as: coordinator, body, method: 'POST' })
    const { doc } = await response.json()
    made.push({ id: doc.id, slug: 'documents' })
    return doc
  }

  it('should be called as its document', async () => {
    for (const [title, name] of [
      ['Flyer', 'filename=Flyer.pdf'],
      ['a/b\\c: d\r\n"x"', 'filename="a b c d \\"x\\".pdf"'],
      [`${'x'.repeat(99)}😀😀`, `filename*=UTF-8''${'x'.repeat(99)}%F0%9F%98%80.pdf`],
      ['مأوى', "filename*=UTF-8''%D9%85%D8%A3%D9%88%D9%89.pdf"],
    ] as const) {
      const { url } = await titled(title)
      for (const as of [undefined, coordinator]) {
        const { headers } = await request(url, { as })
        expect(headers.get('content-disposition')).toContain(name)
        expect(headers.get('content-disposition')).toMatch(/^attachment/)
        expect(headers.get('content-type')).toBe('application/pdf')
        expect(headers.get('content-security-policy')).toContain('sandbox')
      }
    }
  })

  it('should be sent in parts, and not at all to whoever has it', async () => {
    const { filesize, url } = await titled('Teile')
    const whole = await request(url)
    const bytes = Buffer.from(await whole.arrayBuffer())
    const etag = whole.headers.get('etag') ?? ''
    const modified = whole.headers.get('last-modified') ?? ''
    expect(bytes.length).toBe(filesize)
    expect(Math.abs(Date.parse(modified) - Date.now())).toBeLessThan(120_000)
    for (const [range, start, end] of [
      ['bytes=0-9', 0, 10],
      ['bytes=10-', 10, filesize],
      ['bytes=-7', filesize - 7, filesize],
      [`bytes=5-${filesize * 2}`, 5, filesize],
    ] as const) {
      const part = await request(url, { headers: { Range: range } })
      expect([range, part.status]).toEqual([range, 206])
      expect(part.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${filesize}`)
      expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(start, end))).toBe(true)
    }
    const statusWith = async (headers: Record<string, string>): Promise<number> => {
      const response = await request(url, { headers })
      await response.arrayBuffer()
      return response.status
    }
    expect(await statusWith({ Range: `bytes=${filesize}-` })).toBe(416)
    expect(await statusWith({ 'If-Range': etag, Range: 'bytes=0-9' })).toBe(206)
    expect(await statusWith({ 'If-Range': '"another"', Range: 'bytes=0-9' })).toBe(200)
    expect(await statusWith({ 'If-None-Match': `"another", W/${etag}` })).toBe(304)
    expect(await statusWith({ 'If-None-Match': '"another"' })).toBe(200)
    expect(await statusWith({ 'If-Modified-Since': modified })).toBe(304)
    const before = new Date(Date.parse(modified) - 60_000).toUTCString()
    expect(await statusWith({ 'If-Modified-Since': before })).toBe(200)
    const known = await request(url, { headers: { 'If-None-Match': etag } })
    expect(known.headers.get('cache-control')).toBe(whole.headers.get('cache-control'))
  })

  it('should be 404 with a sentence where it is lost', async () => {
    const { filename, url } = await titled('Verloren')
    rmSync(`${environment.dataDirectory}/documents/${filename}`)
    for (const as of [undefined, coordinator]) {
      const response = await request(url, { as })
      expect(response.status).toBe(404)
      expect(await response.text()).toContain('Diese Datei gibt es hier nicht.')
    }
  })

  it('should be nobody’s where no document names it', async () => {
    const name = '00000000-0000-4000-8000-000000000000.pdf'
    await titled('Ordner')
    writeFileSync(`${environment.dataDirectory}/documents/${name}`, 'x')
    expect((await request(`/api/documents/file/${name}`)).status).toBe(404)
    expect((await request(`/api/documents/file/${name}`, { as: coordinator })).status).toBe(404)
    const up = '/api/media/file/..%2Fdocuments%2F'
    expect((await request(`${up}${name}`, { as: coordinator })).status).toBe(404)
  })
})

describe('files and documents', () => {
  it('should be paired by nobody but the server', async () => {
    const [own, others] = [await picture(), await picture()]
    const names = { filename: others.filename, sizes: { card: { filename: others.filename } } }
    for (const data of [names, { ...names, mimeType: 'text/html', url: '/x', width: 1 }]) {
      await requestJSON(`/api/media/${own.id}`, { as: coordinator, body: data, method: 'PATCH' })
    }
    await graphQL(
      `mutation { updateMedia(id: "${own.id}", data: { filename: "${others.filename}", width: 1 }) { id } }`,
      { as: coordinator },
    )
    const payload = await instance()
    await payload.update({ collection: 'media', data: names, id: own.id })
    const { filename, mimeType, sizes, width } = await payload.findByID({
      collection: 'media',
      id: own.id,
    })
    expect({ filename, mimeType, width }).toEqual({
      filename: own.filename,
      mimeType: 'image/webp',
      width: own.width,
    })
    expect(sizes?.card?.filename).toBe(own.sizes?.card?.filename)
    await payload.delete({ collection: 'media', id: own.id })
    expect(readdirSync(store())).toEqual(expect.arrayContaining(namesOf(others)))
  })

  it('should not be written for whoever may not', async () => {
    const { id } = await picture()
    const before = readdirSync(store()).length
    const { data } = await file()
    for (const path of ['/api/media', `/api/media/${id}/duplicate`]) {
      const body = new FormData()
      body.set('_payload', JSON.stringify({ alt: 'Nein' }))
      body.set('file', new File([new Uint8Array(data)], 'a.png'))
      expect((await request(path, { body, method: 'POST' })).status).toBe(403)
    }
    expect(readdirSync(store()).length).toBe(before)
  })

  const store = () => `${environment.dataDirectory}/media`
  const namesOf = ({ filename, sizes }: Media): string[] => [
    filename ?? '',
    sizes?.card?.filename ?? '',
  ]
  const file = async () => {
    const data = await sharp({
      create: { background: 'red', channels: 3, height: 700, width: 900 },
    })
      .png()
      .toBuffer()
    return { data, mimetype: 'image/png', name: 'a.png', size: data.length }
  }
  const picture = async (): Promise<Media> => {
    const payload = await instance()
    const doc = await payload.create({
      collection: 'media',
      data: { alt: unique('Bild') },
      file: await file(),
    })
    made.push({ id: doc.id, slug: 'media' })
    return doc
  }

  it('should leave together: a file is there until it is committed that it is not', async () => {
    const payload = await instance()
    for (const change of ['delete', 'replace'] as const) {
      const doc = await picture()
      const work = async (req: PayloadRequest) =>
        change === 'delete'
          ? payload.delete({ collection: 'media', id: doc.id, req })
          : payload.update({
              collection: 'media',
              data: {},
              file: await file(),
              id: doc.id,
              // Hooks still know what is to be removed where a reply says little.
              req,
              select: { alt: true },
            })
      const undone = await createLocalReq({}, payload)
      await initTransaction(undone)
      await work(undone)
      await killTransaction(undone)
      expect(readdirSync(store())).toEqual(expect.arrayContaining(namesOf(doc)))
      expect(await payload.findByID({ collection: 'media', id: doc.id })).toMatchObject({
        filename: doc.filename,
      })

      const done = await createLocalReq({}, payload)
      await initTransaction(done)
      await work(done)
      expect(readdirSync(store())).toEqual(expect.arrayContaining(namesOf(doc)))
      await commitTransaction(done)
      expect(readdirSync(store()).filter((name) => namesOf(doc).includes(name))).toEqual([])
    }
  })

  it('should be swept of files that belong to nothing, but for new ones', async () => {
    const payload = await instance()
    const doc = await picture()
    const trashed = await picture()
    await payload.update({
      collection: 'media',
      data: { deletedAt: new Date().toISOString() },
      id: trashed.id,
    })
    const long = new Date(Date.now() - 2 * 60 * 60_000)
    for (const name of ['alt.webp', 'neu.webp', ...namesOf(doc), ...namesOf(trashed)]) {
      writeFileSync(path.join(store(), name), 'x', { flag: 'a' })
      if (name !== 'neu.webp') {
        utimesSync(path.join(store(), name), long, long)
      }
    }
    await sweepFiles(payload)
    const left = readdirSync(store())
    expect(left).toEqual(expect.arrayContaining(['neu.webp', ...namesOf(doc), ...namesOf(trashed)]))
    expect(left).not.toContain('alt.webp')
    rmSync(path.join(store(), 'neu.webp'))
  })
})

describe('an image', () => {
  const right: Record<string, { height: number; width: number } | RegExp> = {
    'img-1px-1.png': { height: 1, width: 1 },
    'img-animated-webp-a.webp': /Bewegte Bilder/,
    'img-avif-a.avif': /JPEG, PNG oder WebP/,
    'img-gif-a.gif': /JPEG, PNG oder WebP/,
  }
  const typeIn = (name: string): string =>
    name.includes('octet-stream')
      ? 'application/octet-stream'
      : name.includes('image-jpg')
        ? 'image/jpg'
        : name.includes('no-type') || name.includes('no-extension')
          ? ''
          : name.endsWith('png')
            ? 'image/png'
            : name.endsWith('webp')
              ? 'image/webp'
              : 'image/jpeg'

  it.each(readdirSync(cases).filter((name) => name.startsWith('img-')))(
    'should be taken for what it is, upright and without metadata, or refused with a sentence: %s',
    async (name) => {
      const bytes = readCase(name)
      const expected = right[name] ?? (await uprightSizeOf(bytes))
      const options = { name: name.split('-').at(-1), type: typeIn(name) }
      if (expected instanceof RegExp) {
        const { json, status } = await upload('media', bytes, options)
        expect(status).toBe(400)
        expect(json.errors[0].message).toMatch(expected)
        return
      }
      const { bytes: stored, doc } = await taken('media', bytes, options)
      expect(doc).toMatchObject({ ...expected, mimeType: 'image/webp' })
      const { exif, format, icc, iptc, orientation, space, xmp } = await sharp(stored).metadata()
      expect({ exif, format, icc, iptc, orientation, space, xmp }).toEqual({
        format: 'webp',
        space: 'srgb',
      })
      if (hasTools) {
        expect(tagsOf(store(stored, 'webp'))).toEqual([])
      }
    },
  )

  const uprightSizeOf = async (bytes: Buffer) => {
    const { autoOrient } = await sharp(bytes).metadata()
    return autoOrient
  }

  const plain = (width: number, height: number) =>
    sharp({ create: { background: 'red', channels: 3, height, width } })

  it('should be stored no larger than a screen, with smaller copies that are there', async () => {
    const { doc } = await taken('media', await plain(4000, 3000).jpeg().toBuffer())
    expect(doc).toMatchObject({ height: 1920, width: 2560 })
    for (const [name, width, height] of [
      ['thumbnail', 320, 240],
      ['card', 768, 576],
      ['wide', 1600, 1200],
    ] as const) {
      const size = doc.sizes[name]
      const bytes = await download(size.url)
      expect(size).toMatchObject({ filesize: bytes.length, height, mimeType: 'image/webp', width })
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', height, width })
    }
  })

  it('should have its addresses where a question selects nothing else', async () => {
    const { doc } = await taken('media', await plain(1000, 600).jpeg().toBuffer())
    const listedWith = async (select: string) =>
      (await (await request(`/api/media?where[id][equals]=${doc.id}&${select}`)).json()).docs[0]
    const sizes = 'sizes { thumbnail { url } card { url } wide { url } }'
    const query = `{ Media(id: "${doc.id}") { url ${sizes} } allMedia(where: { id: { equals: "${doc.id}" } }) { docs { thumbnailURL url ${sizes} } } }`
    const byGraphQL = await request('/api/graphql', { body: { query }, method: 'POST' })
    const { data } = await byGraphQL.json()
    const named = ['thumbnail', 'card', 'wide'].map((size) => `select[sizes][${size}][url]=true`)
    const selected = ['select[url]=true', 'select[thumbnailURL]=true', ...named].join('&')
    const listed = await listedWith(selected)
    for (const found of [data.Media, data.allMedia.docs[0], listed]) {
      expect(found.url).toBe(doc.url)
      for (const size of ['thumbnail', 'card', 'wide']) {
        expect(found.sizes[size].url).toBe(doc.sizes[size].url)
      }
    }
    for (const found of [data.allMedia.docs[0], listed]) {
      expect(found.thumbnailURL).toBe(doc.thumbnailURL)
    }
    expect((await listedWith('select[thumbnailURL]=true')).thumbnailURL).toBe(doc.thumbnailURL)
    expect((await listedWith('select[sizes]=true')).sizes).toEqual(doc.sizes)
    expect((await listedWith('select[sizes][card]=true')).sizes.card).toEqual(doc.sizes.card)
    expect(Object.keys(await listedWith('select[alt]=true')).sort()).toEqual(['alt', 'id'])
  })

  it('should have its smaller copies as a duplicate, and lose them with itself', async () => {
    const { doc } = await taken('media', await plain(900, 700).png().toBuffer())
    const { json, status } = await requestJSON(`/api/media/${doc.id}/duplicate`, {
      as: coordinator,
      body: {},
      method: 'POST',
    })
    expect(status, JSON.stringify(json)).toBe(200)
    made.push({ id: json.doc.id, slug: 'media' })
    const names = ({ filename, sizes }: typeof doc): string[] => [
      filename,
      sizes.thumbnail.filename,
      sizes.card.filename,
      sizes.wide.filename,
    ]
    expect(new Set([...names(doc), ...names(json.doc)]).size).toBe(8)
    await download(json.doc.sizes.card.url)
    const payload = await instance()
    await payload.delete({ id: json.doc.id, collection: 'media' })
    const stored = readdirSync(`${environment.dataDirectory}/media`)
    expect(stored).toEqual(expect.arrayContaining(names(doc)))
    expect(stored.filter((name) => names(json.doc).includes(name))).toEqual([])
  })

  const titleOf = { documents: 'title', media: 'alt' }

  const byREST = async (slug: Slug, id: string, title: string) => {
    const { json, status } = await requestJSON(`/api/${slug}/${id}/duplicate`, {
      as: coordinator,
      body: { [titleOf[slug]]: title },
      method: 'POST',
    })
    return { doc: json.doc as Media | undefined, isRefused: status === 400, reply: json as unknown }
  }

  const byGraphQL = async (slug: Slug, id: string, title: string) => {
    const name = slug === 'media' ? 'duplicateMedia' : 'duplicateDocument'
    const more = slug === 'media' ? '' : ', language: de'
    const { json } = await graphQL(
      `mutation {
        copy: ${name}(id: "${id}", data: { ${titleOf[slug]}: ${JSON.stringify(title)}${more} }) { filename id url }
      }`,
      { as: coordinator },
    )
    const doc = (json.data?.copy ?? undefined) as Media | undefined
    return { doc, isRefused: json.errors?.length === 1, reply: json as unknown }
  }

  describe.each([
    ['REST', byREST],
    ['GraphQL', byGraphQL],
  ])('and a duplicate by %s', (_, duplicate) => {
    afterEach(() => {
      vi.restoreAllMocks()
    })

    const stored = (slug: Slug) => readdirSync(`${environment.dataDirectory}/${slug}`).length
    const source = async (slug: Slug) => {
      const bytes =
        slug === 'media'
          ? await plain(900, 700).png().toBuffer()
          : readFileSync(new URL('pdf-form.pdf', cases))
      return (await taken(slug, bytes)).doc as Media
    }
    it.each(['media', 'documents'] as const)(
      'should be copied before anybody else could wait for it: %s',
      async (slug) => {
        const { id } = await source(slug)
        const payload = await instance()
        const order: string[] = []
        const { beginTransaction } = payload.db
        const { copy } = files
        vi.spyOn(files, 'copy').mockImplementation(async (...args) => {
          await copy(...args)
          order.push('copied')
        })
        vi.spyOn(payload.db, 'beginTransaction').mockImplementation((...args) => {
          order.push('begun')
          return beginTransaction(...args)
        })
        const { doc, reply } = await duplicate(slug, id, unique('Kopie'))
        expect(doc, JSON.stringify(reply)).toBeTruthy()
        made.push({ id: doc?.id ?? '', slug })
        await download(doc?.url ?? '')
        expect(order.lastIndexOf('copied')).toBe(slug === 'media' ? 3 : 0)
        expect(order.indexOf('begun')).toBe(slug === 'media' ? 4 : 1)
      },
    )

    it.each(['media', 'documents'] as const)(
      'should leave nothing where it is refused: %s',
      async (slug) => {
        const { filename, id } = await source(slug)
        const before = stored(slug)
        const { db } = await instance()
        for (const fail of [
          () => vi.spyOn(db, 'create').mockRejectedValue(new APIError('Not now.', 400)),
          () => vi.spyOn(db, 'beginTransaction').mockRejectedValue(new Error('Nothing works.')),
          () => vi.spyOn(files, 'copy').mockRejectedValueOnce(new Error('No space.')),
        ]) {
          fail()
          const { doc } = await duplicate(slug, id, unique('Kopie'))
          vi.restoreAllMocks()
          expect(doc).toBeUndefined()
          expect(stored(slug)).toBe(before)
        }
        rmSync(`${environment.dataDirectory}/${slug}/${filename}`)
        const lost = await duplicate(slug, id, unique('Kopie'))
        expect(lost).toMatchObject({ doc: undefined, isRefused: true })
        expect(JSON.stringify(lost.reply)).toContain('Hierzu fehlt die Datei.')
        expect(stored(slug)).toBe(before - 1)
      },
    )
  })

  it('should be duplicated with what is asked for of related documents', async () => {
    const { doc } = await taken('media', await plain(900, 700).png().toBuffer())
    const { id: organisation } = await make('partners')
    const payload = await instance()
    await payload.update({ collection: 'media', data: { organisation }, id: doc.id })
    for (const [query, expected] of [
      ['', expect.objectContaining({ id: organisation })],
      ['?depth=0', organisation],
    ]) {
      const { json } = await requestJSON(`/api/media/${doc.id}/duplicate${query}`, {
        as: coordinator,
        body: {},
        method: 'POST',
      })
      made.push({ id: json.doc.id, slug: 'media' })
      expect(json.doc.organisation).toEqual(expected)
    }
  })

  it('should be replaced with all its copies', async () => {
    const { doc } = await taken('media', await plain(900, 700).png().toBuffer())
    const stored = () => readdirSync(`${environment.dataDirectory}/media`)
    const former = [doc.filename, doc.sizes.thumbnail.filename]
    expect(stored()).toEqual(expect.arrayContaining(former))
    const body = new FormData()
    body.set('_payload', '{}')
    body.set('file', new File([new Uint8Array(await plain(700, 900).png().toBuffer())], 'neu.png'))
    const response = await request(`/api/media/${doc.id}`, {
      as: coordinator,
      body,
      method: 'PATCH',
    })
    const { doc: now } = await response.json()
    expect(response.status).toBe(200)
    expect(now).toMatchObject({ height: 900, width: 700 })
    expect(await sharp(await download(now.sizes.card.url)).metadata()).toMatchObject({
      height: 900,
      width: 700,
    })
    expect(stored().filter((name) => former.includes(name))).toEqual([])
  })

  /** Left half red, right half blue. */
  const halves = async (): Promise<Buffer> =>
    plain(800, 400)
      .composite([
        {
          input: await sharp({
            create: { background: 'blue', channels: 3, height: 400, width: 400 },
          })
            .png()
            .toBuffer(),
          left: 400,
          top: 0,
        },
      ])
      .png()
      .toBuffer()

  const colourOf = async (bytes: Buffer): Promise<string> => {
    const { dominant } = await sharp(bytes).stats()
    return dominant.b > dominant.r ? 'blue' : 'red'
  }

  it('should be cut as somebody has chosen, when it comes and later', async () => {
    const crop =
      'uploadEdits[crop][unit]=%25&uploadEdits[crop][x]=50&uploadEdits[crop][y]=0&uploadEdits[crop][width]=50&uploadEdits[crop][height]=100'
    const { bytes, doc } = await taken('media', await halves(), { query: `?${crop}` })
    expect(doc).toMatchObject({ height: 400, width: 400 })
    expect(await colourOf(bytes)).toBe('blue')
    const whole = await taken('media', await halves())
    const { json } = await requestJSON(`/api/media/${whole.doc.id}?${crop}`, {
      as: coordinator,
      body: {},
      method: 'PATCH',
    })
    const cut = json.doc
    expect(cut).toMatchObject({ height: 400, width: 400 })
    expect(cut.filename).not.toBe(whole.doc.filename)
    expect(await colourOf(await download(cut.url))).toBe('blue')
    expect(await colourOf(await download(cut.sizes.thumbnail.url))).toBe('blue')
  })

  it('should show the chosen point in its thumbnail, when it comes and later', async () => {
    const point = (x: number) => `uploadEdits[focalPoint][x]=${x}&uploadEdits[focalPoint][y]=50`
    const { doc } = await taken('media', await halves(), { query: `?${point(95)}` })
    expect(doc.focalX).toBe(95)
    expect(await colourOf(await download(doc.sizes.thumbnail.url))).toBe('blue')
    const { json } = await requestJSON(`/api/media/${doc.id}?${point(5)}`, {
      as: coordinator,
      body: {},
      method: 'PATCH',
    })
    const moved = json.doc
    expect(moved.focalX).toBe(5)
    expect(await colourOf(await download(moved.sizes.thumbnail.url))).toBe('red')
  })

  it('should be refused for its pixels before it is decoded', async () => {
    const bytes = await sharp({
      create: { background: 'white', channels: 3, height: 11_000, width: 11_000 },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer()
    const before = process.memoryUsage.rss()
    const { json, status } = await upload('media', bytes)
    expect(status).toBe(400)
    expect(json.errors[0].message).toMatch(/50 Millionen Bildpunkte/)
    expect(process.memoryUsage.rss() - before).toBeLessThan(200_000_000)
  })

  it.each([
    ['too long', () => plain(12_001, 10).png().toBuffer(), /länger als 12000/],
    ['cut', async () => (await plain(500, 500).png().toBuffer()).subarray(0, 300), /beschädigt/],
    [
      'an SVG',
      () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
      /JPEG, PNG oder WebP/,
    ],
    [
      'a HEIC',
      () => Promise.resolve(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')),
      /Maximale Kompatibilität/,
    ],
    ['a TIFF', () => plain(10, 10).tiff().toBuffer(), /JPEG, PNG oder WebP/],
    ['empty', () => Promise.resolve(Buffer.alloc(0)), /./],
    ['a text', () => Promise.resolve(Buffer.from('kein Bild')), /JPEG, PNG oder WebP/],
  ] as [string, () => Promise<Buffer>, RegExp][])(
    'should be refused with a sentence where it is %s',
    async (_, make, message) => {
      const { json, status } = await upload('media', await make(), {
        name: 'a.jpg',
        type: 'image/jpeg',
      })
      expect(status, JSON.stringify(json)).toBe(400)
      expect(json.errors[0].message).toMatch(message)
    },
  )

  it('should leave nothing behind where the document is refused', async () => {
    const stored = () => readdirSync(`${environment.dataDirectory}/media`).length
    const before = stored()
    const body = new FormData()
    body.set('_payload', JSON.stringify({}))
    body.set('file', new File([new Uint8Array(await plain(900, 700).png().toBuffer())], 'a.png'))
    const response = await request('/api/media', { as: coordinator, body, method: 'POST' })
    expect(response.status).toBe(400)
    expect(stored()).toBe(before)
  })

  it('should not hold up others’ writes, however large', async () => {
    const large = await sharp({
      create: {
        background: 'green',
        channels: 3,
        height: 6000,
        noise: { mean: 128, sigma: 60, type: 'gaussian' },
        width: 8000,
      },
    })
      .jpeg({ quality: 60 })
      .toBuffer()
    const uploads = Promise.all([upload('media', large), upload('media', large)])
    const writes = await Promise.all(
      Array.from({ length: 5 }, () =>
        requestJSON('/api/pages?draft=true', {
          as: coordinator,
          body: { title: unique('Nebenbei') },
          method: 'POST',
        }),
      ),
    )
    expect(writes.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    for (const { json, status } of await uploads) {
      expect(status, JSON.stringify(json)).toBe(201)
    }
    const payload = await instance()
    await payload.delete({ collection: 'pages', where: { title: { contains: 'Nebenbei' } } })
  }, 240_000)
})
