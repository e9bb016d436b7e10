import { describe, expect, it } from 'vitest'

import { locales } from '../../../src/vocabularies/locales.ts'
import { make, removeDocuments } from '../../support/documents.ts'
import { graphQL, instance, requestJSON } from '../../support/instance.ts'

removeDocuments()

const others = locales.map(({ code }) => code).filter((code) => code !== 'de')

describe.each(others)('locale %s', (locale) => {
  it('should fall back to German', async () => {
    const { id } = await make('pages', { intro: 'Einleitung', title: 'Auf Deutsch' })
    const { json } = await requestJSON(`/api/pages/${id}?locale=${locale}`)
    expect(json).toMatchObject({ intro: 'Einleitung', title: 'Auf Deutsch' })
  })

  it('should show the gap when asked for no fallback', async () => {
    const { id } = await make('pages', { intro: 'Einleitung', title: 'Auf Deutsch' })
    const { json } = await requestJSON(`/api/pages/${id}?locale=${locale}&fallback-locale=none`)
    expect(json.title ?? null).toBeNull()
    expect(json.intro ?? null).toBeNull()
  })

  it('should answer its own text by REST and GraphQL and leave the German one alone', async () => {
    const { id } = await make('pages', { title: 'Auf Deutsch' })
    const payload = await instance()
    await payload.update({
      id,
      collection: 'pages',
      data: { _status: 'published', title: `Titel ${locale}` },
      locale,
    })
    const { json } = await requestJSON(`/api/pages/${id}?locale=${locale}`)
    expect(json.title).toBe(`Titel ${locale}`)
    const code = locale.replace('-', '_')
    const { json: reply } = await graphQL(
      `{ own: Page(id: "${id}", locale: ${code}) { title } de: Page(id: "${id}", locale: de) { title } }`,
    )
    expect(reply.data).toEqual({ de: { title: 'Auf Deutsch' }, own: { title: `Titel ${locale}` } })
  })

  it('should not write the fallback into the document when one field is saved', async () => {
    const { id } = await make('pages', { intro: 'Einleitung', title: 'Auf Deutsch' })
    const payload = await instance()
    await payload.update({
      id,
      autosave: true,
      collection: 'pages',
      data: { title: `Titel ${locale}` },
      draft: true,
      locale,
    })
    const doc = await payload.findByID({
      id,
      collection: 'pages',
      draft: true,
      fallbackLocale: false,
      locale,
    })
    expect(doc).toMatchObject({ title: `Titel ${locale}` })
    expect(doc.intro ?? null).toBeNull()
  })
})

describe('locales', () => {
  it('should be written right to left in Arabic only', () => {
    expect(locales.filter((locale) => 'rtl' in locale).map(({ code }) => code)).toEqual(['ar'])
  })

  it('should answer globals in German where a locale has no text', async () => {
    const { json } = await requestJSON('/api/globals/emergency?locale=uk')
    expect(json.notice).toContain('keine Soforthilfe')
    expect(json.phones.map(({ number }: { number: string }) => number)).toEqual([
      '110',
      '112',
      '116 016',
    ])
  })
})
