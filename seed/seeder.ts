import { setTimeout as pause } from 'node:timers/promises'

import type { Payload, PayloadRequest, RequiredDataFromCollectionSlug } from 'payload'

import { commitTransaction, createLocalReq, initTransaction, killTransaction } from 'payload'

import { isTransient } from '../src/database/isTransient.ts'
import type { Progress } from '../src/lib/progress.ts'
import { defaultLocale } from '../src/vocabularies/locales.ts'

/** Collections whose documents remember by `seedKey` that the seed made them. */
export const seededCollections = [
  'news',
  'standards',
  'pages',
  'users',
  'media',
  'documents',
  'partners',
] as const

type SeededCollection = (typeof seededCollections)[number]

export type Seeder = {
  /** Makes a document unless the seed has made it before, even if it is in the trash by now. */
  ensure: <Slug extends SeededCollection>(args: {
    collection: Slug
    file?: { data: Buffer; mimetype: string; name: string; size: number }
    key: string
    make: () => Omit<RequiredDataFromCollectionSlug<Slug>, 'seedKey'>
  }) => Promise<{ id: string; isNew: boolean }>
  payload: Payload
  progress: Progress
  req: PayloadRequest
}

/**
 * How long to try, in milliseconds. When a process is killed, MongoDB keeps its transaction for a
 * minute (`transactionLifetimeLimitSeconds`).
 */
const retryFor = 90_000

/**
 * Does the work in one transaction: all of it or nothing. A transaction that lost against another
 * one is tried again.
 */
export const inOneTransaction = async <Result>(
  payload: Payload,
  progress: Progress,
  work: (seeder: Seeder) => Promise<Result>,
): Promise<Result> => {
  const deadline = Date.now() + retryFor
  for (let isFirst = true; ; isFirst = false) {
    const req = await createLocalReq({}, payload)
    try {
      await initTransaction(req)
      const result = await work({ ensure: ensureWith(req), payload, progress, req })
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      if (!isTransient(error) || Date.now() > deadline) {
        throw error
      }
      if (isFirst) {
        progress.note('Another process is changing the same data; waiting for it.')
      }
      await pause(1_000 + Math.random() * 1_000)
    }
  }
}

const ensureWith =
  (req: PayloadRequest): Seeder['ensure'] =>
  async ({ collection, file, key, make }) => {
    const { docs } = await req.payload.find({
      collection,
      depth: 0,
      draft: true,
      limit: 1,
      locale: defaultLocale,
      pagination: false,
      req,
      trash: true,
      where: { seedKey: { equals: key } },
    })
    if (docs[0]) {
      return { id: docs[0].id, isNew: false }
    }
    const made = await req.payload.create({
      collection: collection as 'partners',
      data: { ...make(), seedKey: key } as never,
      depth: 0,
      file,
      // Payload keeps the locale of a call in `req`, for the calls after it as well.
      locale: defaultLocale,
      req,
    })
    return { id: made.id, isNew: true }
  }
