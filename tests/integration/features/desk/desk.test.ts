import { beforeAll, describe, expect, it } from 'vitest'

import {
  gaps,
  missingLegalPages,
  publishedLast,
  toBeVerified,
  withoutEditors,
} from '../../../../src/features/desk/overview.ts'
import { ownPartners, stateOf } from '../../../../src/features/desk/ownPartners.ts'
import { scheduled } from '../../../../src/features/schedule/times.ts'
import { make, removeDocuments, unique } from '../../../support/documents.ts'
import { instance, requestJSON, requestOf, signIn } from '../../../support/instance.ts'

removeDocuments()

type Person = Awaited<ReturnType<typeof signIn>>

let coordinator: Person
let editor: Person
let partner: { id: string; name: string }

beforeAll(async () => {
  coordinator = await signIn({ role: 'coordinator' })
  const name = unique('Organisation')
  partner = { id: (await make('partners', { description: 'Alt', name })).id, name }
  editor = await signIn({ partners: [partner.id], role: 'partner-editor' })
})

const oldest = '2001-01-01T12:00:00.000Z'

describe('the desk of a coordinator', () => {
  it('should name partners whose confirmation is due, the longest overdue first', async () => {
    const { id } = await make('partners', { reviewDue: oldest, verifiedAt: oldest })
    const draft = await make('partners', { _status: 'draft', reviewDue: oldest } as never)
    const { docs, totalDocs } = await toBeVerified(await requestOf(coordinator))
    expect(docs[0]?.id).toBe(id)
    expect(docs.map((doc) => doc.id)).not.toContain(draft.id)
    expect(totalDocs).toBeGreaterThan(0)
  })

  it('should count published partners that nobody looks after', async () => {
    const req = await requestOf(coordinator)
    const { totalDocs: before } = await withoutEditors(req)
    await make('partners')
    expect((await withoutEditors(req)).totalDocs).toBe(before + 1)
    const { id } = await make('partners')
    await signIn({ partners: [id], role: 'partner-editor' })
    expect((await withoutEditors(req)).totalDocs).toBe(before + 1)
  })

  it('should name what is scheduled, and not what is done', async () => {
    const payload = await instance()
    const title = unique('Geplant')
    const { id } = await make('news', { _status: 'draft', title } as never)
    const waitUntil = new Date(Date.now() + 60_000)
    const job = await payload.jobs.queue({
      input: { doc: { relationTo: 'news', value: id }, type: 'publish' },
      task: 'schedulePublish',
      waitUntil,
    } as never)
    const named = async () =>
      (await scheduled(await requestOf(coordinator))).filter((each) => each.id === id)
    expect(await named()).toEqual([
      {
        collection: 'news',
        hasFailed: false,
        id,
        isPublishing: true,
        time: waitUntil.toISOString(),
        title,
      },
    ])
    await payload.delete({ collection: 'payload-jobs', where: { id: { equals: job.id } } })
    expect(await named()).toEqual([])
  })

  it('should name what was published last, and no draft', async () => {
    const { id } = await make('standards')
    const draft = await make('pages', { _status: 'draft' } as never)
    const ids = (await publishedLast(await requestOf(coordinator))).map((each) => each.id)
    expect(ids[0]).toBe(id)
    expect(ids).not.toContain(draft.id)
  })

  it('should count for each language what is not written in it', async () => {
    const payload = await instance()
    const count = async (locale: string) =>
      (await gaps(await requestOf(coordinator))).find((each) => each.locale === locale)?.counts.news
    const [german, english, turkish] = [await count('de'), await count('en'), await count('tr')]
    const { id } = await make('news')
    await payload.update({
      id,
      collection: 'news',
      data: { _status: 'published', title: 'English' },
      locale: 'en',
    })
    expect(await count('de')).toBe(german)
    expect(await count('en')).toBe(english)
    expect(await count('tr')).toBe((turkish ?? NaN) + 1)
  })

  it('should name the pages that the law asks for until they are published', async () => {
    const req = await requestOf(coordinator)
    const slug = unique('impressum').replaceAll(' ', '-').toLowerCase()
    await make('pages', { _status: 'draft', slug } as never)
    expect(await missingLegalPages(req, [slug])).toEqual([slug])
    const other = `${slug}-2`
    await make('pages', { slug: other })
    expect(await missingLegalPages(req, [slug, other])).toEqual([slug])
  })
})

describe('the desk of an editor', () => {
  const state = async (): Promise<string> => {
    const [own] = await ownPartners(await requestOf(editor))
    return own ? stateOf(own).de : ''
  }
  const save = (data: object, method = 'PATCH', path = '') =>
    requestJSON(`/api/partners/${partner.id}${path}`, { as: editor, body: data, method })

  it('should show the own organisations only', async () => {
    await make('partners')
    const own = await ownPartners(await requestOf(editor))
    expect(own.map(({ draft }) => draft.id)).toEqual([partner.id])
  })

  it('should say in a sentence where the own organisation stands', async () => {
    expect(await state()).toBe('Veröffentlicht. Es gibt keine offenen Änderungen.')
    await save({ description: 'Neu' })
    expect(await state()).toMatch(
      /^Veröffentlicht\. Ihre Änderungen vom \d+\. \S+ \d{4} sind gespeichert, aber noch nicht eingereicht\.$/,
    )
    await save({}, 'POST', '/submit')
    expect(await state()).toMatch(
      /^Veröffentlicht\. Ihre Änderungen vom \d+\. \S+ \d{4} warten auf Prüfung\.$/,
    )
    await requestJSON(`/api/partners/${partner.id}/return`, {
      as: coordinator,
      body: { note: 'Bitte ergänzen.' },
      method: 'POST',
    })
    expect(await state()).toBe(
      'Veröffentlicht. Die Koordinierungsstelle bittet Sie um eine Änderung, bevor sie veröffentlicht.',
    )
  })

  it('should say of a profile that was never published that it is not', async () => {
    const { id } = await make('partners', { _status: 'draft' } as never)
    const person = await signIn({ partners: [id], role: 'partner-editor' })
    const [own] = await ownPartners(await requestOf(person))
    expect(own && stateOf(own).de).toMatch(/^Noch nicht veröffentlicht\./)
  })
})
