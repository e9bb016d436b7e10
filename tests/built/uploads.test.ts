import type { Command } from '../support/command.ts'

import { readFileSync } from 'node:fs'
import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'

import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { runCompiled, startCompiled } from '../support/command.ts'
import { freePort } from '../support/freePort.ts'
import { ownDatabase } from '../support/ownDatabase.ts'
import { hasS3, startS3 } from '../support/s3.ts'

const startScript = 'src/server/start.ts'

const login = { email: 'koordination@example.org', password: 'correct horse battery' }
const env = {
  ...ownDatabase(),
  COORDINATOR_EMAIL: login.email,
  COORDINATOR_PASSWORD: login.password,
}

const startServer = async (settings: Record<string, string>) => {
  const port = await freePort()
  const server = startCompiled(startScript, [], { ...env, ...settings, PORT: String(port) })
  await server.printed('is running.')
  return { origin: `http://localhost:${port}`, server }
}

const stopServer = async ({ child, ended }: Command): Promise<void> => {
  child.kill('SIGTERM')
  await ended
}

/** @returns what the operator is told by a server that does not start. */
const refusalOf = async (settings: Record<string, string>): Promise<string> => {
  const { code, output } = await runCompiled(startScript, [], { ...env, ...settings, PORT: '0' })
  expect(code, output).toBe(1)
  return output
}

describe.runIf(hasS3())('uploads in a bucket', () => {
  let store: Awaited<ReturnType<typeof startS3>>
  let server: Command
  let origin: string
  let person: Record<string, string>

  beforeAll(async () => {
    store = await startS3()
    ;({ origin, server } = await startServer(store.settings))
    const response = await fetch(`${origin}/api/users/login`, {
      body: JSON.stringify(login),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    const { token } = await response.json()
    person = { Authorization: `JWT ${token}` }
  })

  afterAll(() => {
    server.child.kill('SIGKILL')
    store.stop()
  })

  const send = async (slug: string, data: object, file: Buffer, method = 'POST') => {
    const body = new FormData()
    body.set('_payload', JSON.stringify(data))
    body.set('file', new File([new Uint8Array(file)], 'datei'))
    const response = await fetch(`${origin}/api/${slug}`, { body, headers: person, method })
    const { doc } = await response.json()
    expect(response.ok).toBe(true)
    return doc
  }

  const picture = (colour: string): Promise<Buffer> =>
    sharp({ create: { background: colour, channels: 3, height: 700, width: 900 } })
      .png()
      .toBuffer()

  const keys = async (): Promise<string[]> => {
    const { Contents = [] } = await store.client.listObjectsV2({ Bucket: 'uploads' })
    return Contents.map(({ Key = '' }) => Key)
  }

  it('should be stored there, and nowhere else', async () => {
    const doc = await send('media', { alt: 'Haus' }, await picture('red'))
    expect(await keys()).toEqual(
      expect.arrayContaining([`media/${doc.filename}`, `media/${doc.sizes.card.filename}`]),
    )
    expect(() => readFileSync(`${env.DATA_DIR}/media/${doc.filename}`)).toThrow('ENOENT')
    const page = await fetch(`${origin}${doc.sizes.card.url}`)
    expect(page.headers.get('content-type')).toBe('image/webp')
    expect(await sharp(await page.arrayBuffer()).metadata()).toMatchObject({ width: 768 })
  })

  it('should be answered for by the server, in parts and under their names', async () => {
    const pdf = readFileSync(new URL('../cases/pdf-form.pdf', import.meta.url))
    const doc = await send('documents', { language: 'de', title: 'Flyer für Gäste' }, pdf)
    const whole = await fetch(`${origin}${doc.url}`)
    const bytes = Buffer.from(await whole.arrayBuffer())
    expect(bytes.length).toBe(doc.filesize)
    expect(whole.headers.get('content-disposition')).toContain(
      "filename*=UTF-8''Flyer%20f%C3%BCr%20G%C3%A4ste.pdf",
    )
    const part = await fetch(`${origin}${doc.url}`, { headers: { Range: 'bytes=10-19' } })
    expect(part.status).toBe(206)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(10, 20))
    const known = await fetch(`${origin}${doc.url}`, {
      headers: { 'If-None-Match': whole.headers.get('etag') ?? '' },
    })
    expect(known.status).toBe(304)
  })

  it('should be closed to whoever may not see their document, and go with it', async () => {
    const doc = await send('media', { alt: 'Weg' }, await picture('blue'))
    const address = `${store.settings.S3_ENDPOINT}/uploads/media/${doc.filename}`
    expect(await keys()).toContain(`media/${doc.filename}`)
    expect((await fetch(address)).ok).toBe(false)
    await fetch(`${origin}/api/media/${doc.id}`, {
      body: JSON.stringify({ deletedAt: new Date().toISOString() }),
      headers: { ...person, 'Content-Type': 'application/json' },
      method: 'PATCH',
    })
    expect((await fetch(`${origin}${doc.url}`)).status).toBe(404)
    expect((await fetch(`${origin}${doc.url}`, { headers: person })).status).toBe(200)
    expect(await keys()).toContain(`media/${doc.filename}`)
    await fetch(`${origin}/api/media/${doc.id}?trash=true`, { headers: person, method: 'DELETE' })
    expect((await keys()).filter((key) => key.includes(doc.filename.slice(0, 36)))).toEqual([])
  })

  it('should be replaced, cut and copied', async () => {
    const before = await send('media', { alt: 'Vorher' }, await picture('red'))
    expect(await keys()).toContain(`media/${before.filename}`)
    const after = await send(`media/${before.id}`, {}, await picture('green'), 'PATCH')
    expect(await keys()).not.toContain(`media/${before.filename}`)
    const crop =
      'uploadEdits[crop][x]=50&uploadEdits[crop][y]=0&uploadEdits[crop][width]=50&uploadEdits[crop][height]=100'
    const cut = await fetch(`${origin}/api/media/${after.id}?${crop}`, {
      body: '{}',
      headers: { ...person, 'Content-Type': 'application/json' },
      method: 'PATCH',
    })
    expect((await cut.json()).doc).toMatchObject({ height: 700, width: 450 })
    const copied = await fetch(`${origin}/api/media/${after.id}/duplicate`, {
      body: '{}',
      headers: { ...person, 'Content-Type': 'application/json' },
      method: 'POST',
    })
    const { doc } = await copied.json()
    expect((await fetch(`${origin}${doc.sizes.thumbnail.url}`)).status).toBe(200)
  })

  it('should be answered for with 404 where a file is lost, and with 503 where the bucket is', async () => {
    const doc = await send('media', { alt: 'Verloren' }, await picture('red'))
    await store.client.deleteObject({ Bucket: 'uploads', Key: `media/${doc.filename}` })
    const lost = await fetch(`${origin}${doc.url}`)
    expect([lost.status, await lost.text()]).toEqual([
      404,
      expect.stringContaining('Diese Datei gibt es hier nicht.'),
    ])
    const rest = await keys()
    for (const Key of rest) {
      await store.client.deleteObject({ Bucket: 'uploads', Key })
    }
    await store.client.deleteBucket({ Bucket: 'uploads' })
    try {
      const body = new FormData()
      body.set('_payload', JSON.stringify({ alt: 'Nicht' }))
      body.set('file', new File([new Uint8Array(await picture('red'))], 'datei'))
      const gone = await fetch(`${origin}/api/media`, { body, headers: person, method: 'POST' })
      expect([gone.status, gone.headers.get('retry-after'), await gone.text()]).toEqual([
        503,
        '60',
        expect.stringContaining('Die Ablage der Dateien antwortet gerade nicht.'),
      ])
      const { totalDocs } = await (
        await fetch(`${origin}/api/media?where[alt][equals]=Nicht`)
      ).json()
      expect(totalDocs).toBe(0)
    } finally {
      await store.client.createBucket({ Bucket: 'uploads' })
    }
  })

  it('should not be left behind by a process that keeps its files elsewhere', async () => {
    await stopServer(server)
    expect(await refusalOf({})).toContain(
      'The uploaded files of this database are not in the folder',
    )
  })
})

describe('a server', () => {
  it('should not start with the uploads of another database', async () => {
    const own = ownDatabase()
    const { server } = await startServer(own)
    await stopServer(server)
    const { DATABASE_URL } = ownDatabase()
    expect(await refusalOf({ ...own, DATABASE_URL })).toContain('belong to another database')
    const again = await startServer(own)
    await stopServer(again.server)
  })

  it.runIf(hasS3())(
    'should not start with a bucket that it cannot use, or everybody can',
    async () => {
      const { settings, stop } = await startS3()
      const fresh = { ...ownDatabase(), ...settings }
      expect(await refusalOf({ ...fresh, S3_SECRET_ACCESS_KEY: 'wrong' })).toContain(
        'The bucket uploads cannot be used',
      )
      expect(await refusalOf({ ...fresh, S3_BUCKET: 'missing' })).toContain(
        'The bucket missing cannot be used',
      )
      // Swift opens nothing to everybody by S3, so this stands in front of it and does.
      const open = createServer((request, response) => {
        if (!request.headers.authorization) {
          response.end()
          return
        }
        const { headers, method, url } = request
        const behind = ask(
          `${settings.S3_ENDPOINT}${url}`,
          { agent: false, headers, method },
          (reply) => {
            response.writeHead(reply.statusCode ?? 500, reply.headers)
            reply.pipe(response)
          },
        )
        // Swift sends a body after the head of what it does not find.
        behind.on('error', () => response.end())
        request.pipe(behind)
      })
      await new Promise<void>((resolve) => {
        open.listen(0, '127.0.0.1', resolve)
      })
      const { port } = open.address() as AddressInfo
      expect(await refusalOf({ ...fresh, S3_ENDPOINT: `http://127.0.0.1:${port}` })).toContain(
        'Everybody can read the bucket uploads.',
      )
      open.close()
      stop()
    },
  )
})
