import type { Command } from '../support/command.ts'

import { readdirSync, utimesSync } from 'node:fs'
import path from 'node:path'

import sharp from 'sharp'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'

import { runCompiled } from '../support/command.ts'
import { mailsTo, mailTo, receiveMails } from '../support/mails.ts'
import { ownDatabase } from '../support/ownDatabase.ts'
import { startOtherProcess } from '../support/startOtherProcess.ts'

/**
 * A server is killed at random moments while somebody writes and notes what was acknowledged. Whatever a
 * server that follows has forgotten, or has only the half of, ends the drill.
 */
const own = ownDatabase()
const isEmbedded = own.DATABASE_URL.startsWith('file:')
const kills = Number(process.env.KILLS ?? (isEmbedded ? 50 : 20))

const password = 'correct horse battery'
const coordinator = { email: 'koordination@example.org', password }
const env = {
  ...own,
  COORDINATOR_EMAIL: coordinator.email,
  COORDINATOR_PASSWORD: coordinator.password,
  RUN_JOBS: 'true',
}

let server: Command
let origin: string
let person: Record<string, string>
let editor: Record<string, string>

const startServer = async (): Promise<void> => {
  ;({ origin, server } = await startOtherProcess(env))
}

const ask = async (route: string, init: RequestInit = {}, who = person) => {
  const response = await fetch(`${origin}/api/${route}`, {
    ...init,
    headers: {
      ...(init.body instanceof FormData ? {} : { 'Content-Type': 'application/json' }),
      ...who,
    },
  })
  return { json: await response.json(), status: response.status }
}

const write = async (
  route: string,
  body: FormData | object,
  method = 'POST',
  who: Record<string, string> = person,
) => {
  const { json, status } = await ask(
    route,
    { body: body instanceof FormData ? body : JSON.stringify(body), method },
    who,
  )
  if (status >= 300) {
    throw new Refused(`${method} ${route}: ${status} ${JSON.stringify(json)}`)
  }
  return json
}

/** An answer, which ends a drill; a connection that breaks is what it is about. */
class Refused extends Error {}

/** What was acknowledged of a page, and the slugs that it had while it was public. */
type Page = { id: string; publicSlugs: string[]; slug: string; status: string; title: string }

type PageReply = { _status: string; id: string; slug: string; title: string }

/** Notes what a reply says of a page. */
const note = ({ _status: status, id, slug, title }: PageReply): void => {
  const { publicSlugs } = pages.get(id) ?? { publicSlugs: [] }
  const isNew = status === 'published' && publicSlugs.at(-1) !== slug
  written.add(id)
  pages.set(id, {
    id,
    publicSlugs: isNew ? [...publicSlugs, slug] : publicSlugs,
    slug,
    status,
    title,
  })
}

type Picture = { alt: string; gone: boolean; id: string }

const pages = new Map<string, Page>()
/** The pages that were written since they were last compared. */
const written = new Set<string>()
const pictures = new Map<string, Picture>()
let partner: { id: string }
/** When, of each hand-in that was acknowledged. */
const handedIn = new Set<string>()
/** The document that the last request was about, if it was not answered. */
let uncertain: string | undefined
const counts = { acknowledged: 0, interrupted: 0, orphans: 0 }

const form = async (data: object): Promise<FormData> => {
  const bytes = await sharp({
    create: {
      background: { b: 0, g: 0, r: Math.floor(Math.random() * 255) },
      channels: 3,
      height: 300,
      width: 400,
    },
  })
    .png()
    .toBuffer()
  const body = new FormData()
  body.set('_payload', JSON.stringify(data))
  body.set('file', new File([new Uint8Array(bytes)], 'bild.png'))
  return body
}

let serial = 0

const anyOf = <Value>(values: Iterable<Value>): undefined | Value => {
  const list = [...values]
  return list[Math.floor(Math.random() * list.length)]
}

const uploadPicture = async (): Promise<void> => {
  serial += 1
  const alt = `Drill ${serial}`
  const { doc } = await write('media', await form({ alt }))
  pictures.set(doc.id, { alt, gone: false, id: doc.id })
}

const steps: (() => Promise<void>)[] = [
  async () => {
    serial += 1
    const title = `Drill ${serial}`
    const { doc } = await write('pages?draft=true', { title })
    note(doc)
  },
  async () => {
    const page = anyOf(pages.values())
    if (page) {
      serial += 1
      const title = `Drill ${serial}`
      uncertain = page.id
      note((await write(`pages/${page.id}`, { _status: 'published', title }, 'PATCH')).doc)
    }
  },
  async () => {
    const page = anyOf([...pages.values()].filter(({ status }) => status === 'published'))
    if (page) {
      serial += 1
      const slug = `drill-adresse-${serial}`
      uncertain = page.id
      note((await write(`pages/${page.id}`, { _status: 'published', slug }, 'PATCH')).doc)
    }
  },
  () => uploadPicture(),
  async () => {
    const picture = anyOf([...pictures.values()].filter(({ gone }) => !gone))
    if (picture) {
      uncertain = picture.id
      await write(`media/${picture.id}`, await form({}), 'PATCH')
    }
  },
  async () => {
    const there = [...pictures.values()].filter(({ gone }) => !gone)
    const picture = there.length > 5 ? anyOf(there) : undefined
    if (picture) {
      uncertain = picture.id
      await write(`media/${picture.id}`, {}, 'DELETE')
      picture.gone = true
    }
  },
  async () => {
    serial += 1
    await write(
      `partners/${partner.id}?draft=true`,
      { summary: `Drill ${serial}` },
      'PATCH',
      editor,
    )
    const { review } = await write(`partners/${partner.id}/submit`, {}, 'POST', editor)
    // Handing in what is handed in already changes nothing.
    handedIn.add(review.submittedAt)
    await write(`partners/${partner.id}/return`, { note: 'Noch einmal' })
  },
]

/** Writes until the server is killed. */
const writeUntilKilled = async (): Promise<void> => {
  let isKilled = false
  const timer = setTimeout(
    () => {
      isKilled = true
      server.child.kill('SIGKILL')
    },
    300 + Math.random() * 1_700,
  )
  try {
    for (;;) {
      uncertain = undefined
      await anyOf(steps)?.()
      counts.acknowledged += 1
    }
  } catch (error) {
    if (error instanceof Refused || !isKilled) {
      throw error
    }
    counts.interrupted += 1
  } finally {
    clearTimeout(timer)
    await server.ended
  }
}

const all = async <Doc>(route: string): Promise<Doc[]> => {
  const docs: Doc[] = []
  for (let page = 1, isLast = false; !isLast; page += 1) {
    const { json, status } = await ask(`${route}&limit=100&depth=0&page=${page}`)
    expect(status, JSON.stringify(json)).toBe(200)
    docs.push(...(json.docs as Doc[]))
    isLast = !json.hasNextPage
  }
  return docs
}

/** Compares what is there of some pages with what was acknowledged. */
const checkPages = async (ids: string[]): Promise<void> => {
  if (ids.length === 0) {
    return
  }
  const these = (field: string): string => `where[${field}][in]=${ids.join()}`
  const [docs, redirects, versions, log] = await Promise.all([
    all<PageReply>(`pages?draft=true&${these('id')}`),
    all<{ from: string }>(`redirects?${these('to.reference.value')}`),
    all<{ parent: string; version: { title: string } }>(
      `pages/versions?where[latest][equals]=true&${these('parent')}`,
    ),
    all<{ action: string; documentId: string }>(`audit-log?${these('documentId')}`),
  ])
  for (const id of ids) {
    const doc = docs.find((each) => each.id === id)
    expect(doc, `the page ${pages.get(id)?.title}`).toBeDefined()
    if (doc && (id === uncertain || !pages.has(id))) {
      // It may have happened, or not, or its answer was lost; what it is now is what counts.
      note(doc)
    }
    const { publicSlugs = [], slug, status, title } = pages.get(id) ?? {}
    expect(doc).toMatchObject({ _status: status, slug, title })
    for (const old of publicSlugs.slice(0, -1)) {
      expect(redirects.map(({ from }) => from)).toContain(`/${old}`)
    }
    const newest = versions.filter(({ parent }) => parent === id)
    expect(newest.map(({ version }) => version.title)).toEqual([title])
    const actions = log.filter(({ documentId }) => documentId === id).map(({ action }) => action)
    expect(actions).toContain('create')
    if (publicSlugs.length > 0) {
      expect(actions).toContain('publish')
    }
  }
}

/** Compares what is there of the pages that were written since the last time, and of all pictures. */
const check = async (): Promise<void> => {
  const { json } = await ask('pages?draft=true&where[title][like]=Drill&sort=-createdAt&limit=1')
  const [last] = json.docs as PageReply[]
  const ids = [...written, uncertain, last && !pages.has(last.id) ? last.id : undefined]
  written.clear()
  await checkPages([
    ...new Set(ids.filter((id) => id !== undefined && !pictures.has(id))),
  ] as string[])
  const published = anyOf([...pages.values()].filter(({ status }) => status === 'published'))
  if (published) {
    const reply = await ask(`search?q=${encodeURIComponent(published.title)}`, {}, {})
    expect(JSON.stringify(reply.json)).toContain(published.title)
  }
  await checkPictures()
  uncertain = undefined
}

const checkPictures = async (): Promise<void> => {
  type Found = {
    alt: string
    filename: string
    id: string
    sizes: Record<string, { filename: string }>
  }
  const docs = await all<Found>('media?where[alt][like]=Drill')
  const found = new Map(docs.map((doc) => [doc.id, doc]))
  for (const picture of pictures.values()) {
    const isThere = found.has(picture.id)
    if (picture.id === uncertain) {
      picture.gone = !isThere
    }
    expect(isThere, `the picture ${picture.alt}`).toBe(!picture.gone)
  }
  const stored = new Set(readdirSync(path.join(own.DATA_DIR, 'media')))
  const named = [...found.values()].flatMap(({ filename, sizes }) => [
    filename,
    ...Object.values(sizes).flatMap((size) => size.filename ?? []),
  ])
  expect(named.filter((name) => !stored.has(name))).toEqual([])
  for (const doc of found.values()) {
    pictures.set(doc.id, { alt: doc.alt, gone: false, id: doc.id })
  }
  counts.orphans = [...stored].filter((name) => !named.includes(name)).length
}

beforeAll(async () => {
  await receiveMails()
  const { code, output } = await runCompiled('src/server/seed.ts', [], env)
  expect(code, output).toBe(0)
  await startServer()
  person = {}
  const office = await write('users/login', coordinator)
  person = { Authorization: `JWT ${office.token}` }
  partner = (
    await write('partners', { _status: 'published', kind: 'other', name: 'Drill', reach: 'region' })
  ).doc
  const email = 'redaktion@example.org'
  await write('users', { email, name: 'Redaktion', partners: [partner.id], role: 'partner-editor' })
  const { text = '' } = await mailTo(email, 'Einladung')
  const token = /\/set-password\/(\w+)/.exec(text)?.[1]
  const signedIn = await write('users/reset-password', { password, token }, 'POST', {})
  editor = { Authorization: `JWT ${signedIn.token}` }
  await uploadPicture()
}, 180_000)

afterAll(() => server.child.kill('SIGKILL'))

it(`${kills} kills should lose nothing that was acknowledged, and leave no half of anything`, async () => {
  for (let kill = 0; kill < kills; kill += 1) {
    await writeUntilKilled()
    await startServer()
    await check()
  }
  expect(await all<PageReply>('pages?draft=true&where[title][like]=Drill')).toHaveLength(pages.size)
  const ids = [...pages.keys()]
  for (let start = 0; start < ids.length; start += 50) {
    await checkPages(ids.slice(start, start + 50))
  }
  // Each hand-in is told to the coordinator by mail: once, and once more at most if the server was killed
  // in between. What a killed process had in hand is taken up within a minute.
  const mailsOfReview = () =>
    mailsTo(coordinator.email).filter(({ subject }) => subject?.startsWith('Zur Prüfung'))
  await vi.waitFor(
    async () => {
      const { json } = await ask('payload-jobs?limit=1&where[queue][equals]=mail')
      expect(json.totalDocs).toBe(0)
    },
    { interval: 1_000, timeout: 150_000 },
  )
  // One more, which is sent after all others.
  const last = 'zuletzt@example.org'
  await write('users', { email: last, name: 'Zuletzt', role: 'coordinator' })
  await mailTo(last, 'Einladung')
  const mails = mailsOfReview()
  const submissions = (await all<object>('audit-log?where[action][equals]=submit')).length
  console.info(
    `${kills} kills: ${counts.acknowledged} writes acknowledged, ${counts.interrupted} interrupted; ${pages.size} pages, ${pictures.size} pictures, ${handedIn.size} hand-ins acknowledged, ${submissions} in the audit log, ${mails.length} mails; ${counts.orphans} files without a document`,
  )
  expect(submissions).toBeGreaterThanOrEqual(handedIn.size)
  expect(mails.length).toBeGreaterThanOrEqual(submissions)
  expect(mails.length).toBeLessThanOrEqual(submissions + kills)
  // They are swept within a day.
  const long = new Date(Date.now() - 2 * 60 * 60_000)
  for (const name of readdirSync(path.join(own.DATA_DIR, 'media'))) {
    utimesSync(path.join(own.DATA_DIR, 'media', name), long, long)
  }
  server.child.kill('SIGKILL')
  await server.ended
  const { code, output } = await runCompiled('tests/support/sweep.ts', [], env)
  expect(code, output).toBe(0)
  await startServer()
  await checkPictures()
  expect(counts.orphans).toBe(0)
}, 3_600_000)
