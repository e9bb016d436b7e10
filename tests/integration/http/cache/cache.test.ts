import type { Server } from 'node:http'
import type { Payload, PayloadRequest } from 'payload'

import { setTimeout as pause } from 'node:timers/promises'

import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Command } from '../../../support/command.ts'
import { listen } from '../../../support/listen.ts'
import { onePixel } from '../../../support/onePixel.ts'
import { oneOf, randomFrom } from '../../../support/random.ts'
import { startOtherProcess } from '../../../support/startOtherProcess.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import type { Client } from '../../../support/instance.ts'
import { instance, signIn } from '../../../support/instance.ts'

removeDocuments()

/** `SEED=…` makes up another story. */
const seed = Number(process.env.SEED ?? 20261123)
const length = Number(process.env.WRITES ?? 40)

let payload: Payload
let server: Server
let other: Command
let coordinator: Client
const origins: string[] = []

beforeAll(async () => {
  payload = await instance()
  coordinator = await signIn({ role: 'coordinator' })
  const own = await listen(payload)
  server = own.server
  const started = await startOtherProcess({})
  other = started.server
  origins.push(own.origin, started.origin)
})

afterAll(() => {
  other.child.kill('SIGKILL')
  server.closeAllConnections()
  server.close()
})

/** What the public sees, piece by piece; undefined: nothing. */
type World = {
  claim: string
  credit: string
  name: string
  title: string | undefined
}

/** A write, once its reply has come. `at` is Infinity until then. */
type Step = { at: number; by: string; process: number; world: World }

type Read = {
  /** The piece of the world that a reply shows. */
  ask: (origin: string) => Promise<unknown>
  piece: keyof World
}

/** The story is the same each time, whoever reads it meanwhile. */
const ofStory = randomFrom(seed)

const getJSON = async (url: string) => (await fetch(url)).json()

const askGraphQL = async (origin: string, query: string) => {
  const response = await fetch(`${origin}/api/graphql`, {
    body: JSON.stringify({ query }),
    headers: { 'Content-Type': 'application/json' },
    method: 'POST',
  })
  return (await response.json()).data
}

describe('the response cache', () => {
  it('should never answer what was so before the newest commit, nor a draft, nor the reply of somebody else', async () => {
    const image = await payload.create({
      collection: 'media',
      data: { alt: 'Bild', credit: 'c0' },
      file: {
        data: onePixel,
        mimetype: 'image/png',
        name: 'a.png',
        size: 70,
      },
      locale: 'de',
    })
    const partner = await make('partners', { name: 'n0' })
    const slug = unique('cache').replaceAll(/\W+/g, '-').toLowerCase()
    const item = await make('news', {
      image: image.id,
      partners: [partner.id],
      slug,
      title: 't0',
    })
    const site = await payload.findGlobal({ slug: 'site', locale: 'de' })
    const draftWord = 'Nur im Entwurf'

    const steps: Step[] = [
      {
        at: 0,
        by: 'the beginning',
        process: 0,
        world: {
          claim: site.claim ?? '',
          credit: 'c0',
          name: 'n0',
          title: 't0',
        },
      },
    ]

    const reads: Record<string, Read> = {
      byID: {
        ask: async (origin) => (await getJSON(`${origin}/api/news/${item.id}?depth=0`)).title,
        piece: 'title',
      },
      claim: {
        ask: async (origin) => (await getJSON(`${origin}/api/globals/site`)).claim,
        piece: 'claim',
      },
      claimByGraphQL: {
        ask: async (origin) => (await askGraphQL(origin, '{ Site { claim } }')).Site.claim,
        piece: 'claim',
      },
      count: {
        ask: async (origin) =>
          (await getJSON(`${origin}/api/news/count?slug=${slug}`)).totalDocs > 0,
        piece: 'title',
      },
      credit: {
        ask: async (origin) => (await getJSON(`${origin}/api/media/${image.id}`)).credit,
        piece: 'credit',
      },
      english: {
        ask: async (origin) =>
          (await getJSON(`${origin}/api/news?slug=${slug}&locale=en`)).docs[0]?.title,
        piece: 'title',
      },
      graphQL: {
        ask: async (origin) =>
          (
            await askGraphQL(
              origin,
              `{ News(where: { slug: { equals: "${slug}" } }) { docs { title } } }`,
            )
          ).News.docs[0]?.title,
        piece: 'title',
      },
      list: {
        ask: async (origin) =>
          (await getJSON(`${origin}/api/news?limit=100&sort=-createdAt`)).docs.find(
            ({ id }: { id: string }) => id === item.id,
          )?.title,
        piece: 'title',
      },
      relation: {
        ask: async (origin) =>
          (await getJSON(`${origin}/api/partners/${partner.id}?select[name]=true`)).name,
        piece: 'name',
      },
    }

    /** The newest change of a piece that a process must know of: its own, or one a second old. */
    const known = (piece: keyof World, before: number, process: number): number =>
      steps.findLastIndex(
        ({ at, process: writer, world }, index) =>
          at <= (writer === process ? before : before - 1000) &&
          world[piece] !== steps[index - 1]?.world[piece],
      )

    let isOver = false
    const seen: Record<string, number> = {}
    /** When each read was last asked of each process, and answered. */
    const answered = origins.map(() => new Map<string, number>())
    /** Waits until so many more reads are answered. */
    const readsGoOn = async (many: number): Promise<void> => {
      const count = (): number => Object.values(seen).reduce((sum, each) => sum + each, 0)
      for (const enough = count() + many; count() < enough && !isOver;) {
        await pause(2)
      }
    }
    const faults: string[] = []
    const reader = async (process: number): Promise<void> => {
      while (!isOver) {
        const [name, { ask, piece }] = oneOf(Math.random, Object.entries(reads))
        const asked = performance.now()
        const oldest = known(piece, asked, process)
        const value = await ask(origins[process] ?? '')
        const possible = steps.slice(oldest).map(({ world }) => world[piece])
        const fits =
          name === 'count'
            ? possible.some((each) => (each !== undefined) === value)
            : possible.includes(value as string | undefined)
        if (!fits) {
          const { at, by, process: writer } = steps[oldest] as Step
          faults.push(
            `${name} of process ${process} answered ${String(value)}, possible: ${possible.join(', ')}; process ${writer} committed ${by} ${Math.round(asked - at)} ms before, answered ${Math.round(performance.now() - asked)} ms later`,
          )
        }
        if (JSON.stringify(value ?? '').includes(draftWord)) {
          faults.push(`${name} of process ${process} answered a draft`)
        }
        seen[name] = (seen[name] ?? 0) + 1
        answered[process]?.set(name, asked)
      }
    }
    // A coordinator asks the same questions, and gets drafts; the others must not.
    const coordinatorReads = async (): Promise<void> => {
      while (!isOver) {
        const response = await fetch(`${origins[0]}/api/news/${item.id}?draft=true`, {
          headers: coordinator.headers,
        })
        if (response.headers.get('cache-control') !== 'private, no-store') {
          faults.push('The reply of a coordinator may be stored.')
        }
        await response.arrayBuffer()
        await pause(20)
      }
    }

    const patch = async (process: number, path: string, data: object): Promise<void> => {
      const response = await fetch(`${origins[process]}/api/${path}`, {
        body: JSON.stringify(data),
        headers: { ...coordinator.headers, 'Content-Type': 'application/json' },
        method: path.startsWith('globals') ? 'POST' : 'PATCH',
      })
      expect(response.status, await response.text()).toBe(200)
    }
    const withTransaction = async (work: (req: PayloadRequest) => Promise<void>): Promise<void> => {
      const req = await createLocalReq({ locale: 'de' }, payload)
      await initTransaction(req)
      await work(req)
    }
    const updateIn = (req: PayloadRequest, title: string) =>
      payload.update({
        id: item.id,
        collection: 'news',
        data: { _status: 'published', title },
        locale: 'de',
        req,
      })

    type Write = {
      /** Only this process can do it. */
      own?: boolean
      run: (process: number, value: string) => Promise<void>
      then: (world: World, value: string) => World
    }
    const shown = (world: World, title: string): World => ({ ...world, title })
    const writes: Record<string, Write> = {
      claim: {
        run: (process, value) =>
          patch(process, 'globals/site?locale=de', { _status: 'published', claim: value }),
        then: (world, claim) => ({ ...world, claim }),
      },
      credit: {
        run: (process, value) => patch(process, `media/${image.id}?locale=de`, { credit: value }),
        then: (world, credit) => ({ ...world, credit }),
      },
      draft: {
        run: (process, value) =>
          patch(process, `news/${item.id}?draft=true&locale=de`, {
            title: `${draftWord} ${value}`,
          }),
        then: (world) => world,
      },
      name: {
        run: (process, value) =>
          patch(process, `partners/${partner.id}?locale=de`, { _status: 'published', name: value }),
        then: (world, name) => ({ ...world, name }),
      },
      publish: {
        run: (process, value) =>
          patch(process, `news/${item.id}?locale=de`, { _status: 'published', title: value }),
        then: shown,
      },
      rollBack: {
        own: true,
        run: (_, value) =>
          withTransaction(async (req) => {
            await updateIn(req, `${draftWord} ${value}`)
            await readsGoOn(10)
            await killTransaction(req)
          }),
        then: (world) => world,
      },
      schedule: {
        own: true,
        run: async (_, value) => {
          // What is scheduled is the newest draft.
          await patch(0, `news/${item.id}?draft=true&locale=de`, { title: value })
          await payload.jobs.queue({
            input: { doc: { relationTo: 'news', value: item.id }, locale: 'de', type: 'publish' },
            queue: 'scheduled-in-test',
            task: 'schedulePublish',
            waitUntil: new Date(),
          } as never)
          await payload.jobs.run({ queue: 'scheduled-in-test' })
        },
        then: shown,
      },
      slowCommit: {
        own: true,
        run: (_, value) =>
          withTransaction(async (req) => {
            await updateIn(req, value)
            delayCommit(payload, await req.transactionID, () => readsGoOn(10))
            await commitTransaction(req)
          }),
        then: shown,
      },
      trashAndRestore: {
        run: async (process, value) => {
          await patch(process, `news/${item.id}?trash=true`, {
            deletedAt: new Date().toISOString(),
          })
          await patch(process, `news/${item.id}?trash=true&locale=de`, {
            _status: 'published',
            deletedAt: null,
            title: value,
          })
        },
        then: shown,
      },
      unpublish: {
        run: (process) => patch(process, `news/${item.id}?locale=de`, { _status: 'draft' }),
        then: (world) => ({ ...world, title: undefined }),
      },
    }

    const reading = Promise.all([
      reader(0),
      reader(0),
      reader(0),
      reader(1),
      reader(1),
      coordinatorReads(),
    ]).catch((error: unknown) => {
      faults.push(String(error))
      isOver = true
    })
    const done: Record<string, number> = {}
    const names = Object.keys(writes)
    for (let number = 1; number <= length && !isOver; number += 1) {
      // Each at least once.
      const name = names[number - 1] ?? oneOf(ofStory, names)
      const write = writes[name] as Write
      const process = write.own ? 0 : oneOf(ofStory, [0, 1])
      const world = (steps.at(-1) as Step).world
      // What is trashed is gone for a moment.
      if (name === 'trashAndRestore') {
        steps.push({
          at: Infinity,
          by: name,
          process,
          world: { ...world, title: undefined },
        })
      }
      const step: Step = { at: Infinity, by: name, process, world: write.then(world, `v${number}`) }
      steps.push(step)
      await write.run(process, `v${number}`)
      step.at = performance.now()
      done[name] = (done[name] ?? 0) + 1
      await readsGoOn(Math.floor(ofStory() * 20))
    }
    // Each process is asked everything once more when it must know of all that was written.
    const settled = performance.now() + 1000
    const isSettled = (): boolean =>
      answered.every((times) =>
        Object.keys(reads).every((name) => (times.get(name) ?? 0) > settled),
      )
    while (!isSettled() && !isOver) {
      await pause(20)
    }
    isOver = true
    await reading
    console.log('Cache:', JSON.stringify({ done, seed, seen }))
    await payload.updateGlobal({
      slug: 'site',
      data: { _status: 'published', claim: site.claim },
      locale: 'de',
    })
    await payload.delete({ id: image.id, collection: 'media' })
    expect(faults.slice(0, 10)).toEqual([])
  }, 240_000)
})

type Session = { commitTransaction?: () => Promise<unknown>; resolve?: () => Promise<unknown> }

/** Lets the database commit a transaction only after something else. */
const delayCommit = ({ db }: Payload, id: unknown, after: () => Promise<void>): void => {
  const session = (db.sessions as Record<string, Session>)[String(id)] as Session
  const name = session.resolve ? 'resolve' : 'commitTransaction'
  const commit = (session[name] as () => Promise<unknown>).bind(session)
  session[name] = async () => {
    await after()
    return commit()
  }
}
