import type { Payload } from 'payload'

import { progressTo } from '../../src/lib/progress.ts'
import type { Login } from '../coordinator.ts'
import { makePassword } from '../coordinator.ts'
import { inOneTransaction, seededCollections } from '../seeder.ts'
import { drawImage, sampleImages } from './images.ts'
import { sampleNews } from './news.ts'
import { samplePartners } from './partners.ts'
import { sampleStandards } from './standards.ts'

/**
 * Adds the sample data, all fictitious, for trying things out. Existing documents stay as they are.
 */
export const seedSample = (
  payload: Payload,
  out: NodeJS.WriteStream | undefined,
): Promise<{ logins: Login[]; made: number }> =>
  inOneTransaction(payload, progressTo(out), async ({ ensure, progress, req }) => {
    const partners: string[] = []
    const images: string[] = []
    let made = 0
    made += await progress.step('Partners', samplePartners, async ({ data, key, translations }) => {
      const { id, isNew } = await ensure({ collection: 'partners', key, make: () => data })
      partners.push(id)
      if (isNew) {
        for (const [locale, texts] of Object.entries(translations ?? {})) {
          await payload.update({
            id,
            collection: 'partners',
            data: { ...texts, _status: 'published' },
            depth: 0,
            locale: locale as 'en' | 'tr',
            req,
          })
        }
      }
      return isNew
    })
    made += await progress.step('Images', sampleImages, async (image, index) => {
      const { id, isNew } = await ensure({
        collection: 'media',
        file: await drawImage(image),
        key: `sample/image-${index + 1}`,
        make: () => ({ alt: image.alt, credit: 'Musterdaten' }),
      })
      images.push(id)
      return isNew
    })
    const standards: string[] = []
    made += await progress.step('Standards', sampleStandards, async (data, index) => {
      const { id, isNew } = await ensure({
        collection: 'standards',
        key: `sample/standard-${index + 1}`,
        make: () => ({
          ...data,
          responsible: partners.slice(index * 3, index * 3 + 3),
          slug: `muster-standard-${index + 1}`,
          supersedes: index === sampleStandards.length - 1 ? standards.at(-1) : undefined,
        }),
      })
      standards.push(id)
      return isNew
    })
    made += await progress.step('News', sampleNews, async (data, index) => {
      const { isNew } = await ensure({
        collection: 'news',
        key: `sample/news-${index + 1}`,
        make: () => ({
          ...data,
          image: images[index % images.length],
          partners: partners.slice(index, index + 2),
          slug: `muster-meldung-${index + 1}`,
        }),
      })
      return isNew
    })
    const logins: Login[] = []
    const people = [
      { name: 'Muster-Koordination', partners: [], role: 'coordinator' as const },
      ...[0, 1, 2].map((index) => ({
        name: `Muster-Redaktion ${index + 1}`,
        // One of them looks after two organisations.
        partners: partners.slice(index * 8, index * 8 + (index === 2 ? 2 : 1)),
        role: 'partner-editor' as const,
      })),
    ]
    made += await progress.step('Logins', people, async (person, index) => {
      const login = {
        email:
          index === 0 ? 'muster-koordination@example.org' : `muster-redaktion-${index}@example.org`,
        password: makePassword(),
      }
      const { isNew } = await ensure({
        collection: 'users',
        key: `sample/user-${index + 1}`,
        make: () => ({ ...person, ...login }),
      })
      if (isNew) {
        logins.push(login)
      }
      return isNew
    })
    return { logins, made }
  })

/** Removes exactly what `seedSample` has created, even if somebody has changed it since. */
export const removeSample = (
  payload: Payload,
  out: NodeJS.WriteStream | undefined,
): Promise<number> =>
  inOneTransaction(payload, progressTo(out), async ({ progress, req }) => {
    let removed = 0
    for (const collection of seededCollections) {
      const { docs } = await payload.find({
        collection,
        depth: 0,
        draft: true,
        pagination: false,
        req,
        select: {},
        trash: true,
        where: { seedKey: { like: 'sample/' } },
      })
      removed += await progress.step(
        collection,
        docs,
        async ({ id }) => {
          await payload.delete({ id, collection, req, trash: true })
          return true
        },
        'removed',
      )
    }
    return removed
  })
