import type { Locator, Page } from 'playwright-core'

import { mkdir } from 'node:fs/promises'

import sharp from 'sharp'
import { describe, it } from 'vitest'

import { answersToClicks, autosaved, useOffice } from '../browser/office.ts'

const office = useOffice({ sample: true })

/** Writes what a window shows to `docs`; the words of a picture's page say what is to be seen. */
const picture = async (page: Page, name: string, ...shown: Locator[]): Promise<void> => {
  for (const each of shown) {
    await each.first().waitFor()
  }
  const png = await page.screenshot({ animations: 'disabled' })
  await mkdir('docs/office', { recursive: true })
  await sharp(png).webp({ quality: 80 }).toFile(`docs/${name}.webp`)
}

const asEditor = async (): Promise<Page> => {
  const email = 'muster-redaktion-1@example.org'
  const page = await office.open()
  await office.signIn(page, email, office.logins[email] ?? '')
  return page
}

const ownProfile = async (): Promise<Page> => {
  const page = await asEditor()
  await page.getByRole('link', { name: 'Profil bearbeiten' }).first().click()
  await page.getByRole('button', { name: 'Zur Prüfung einreichen' }).waitFor()
  await answersToClicks(page)
  await page.locator('[data-lexical-editor=true]').first().waitFor()
  return page
}

describe('a picture of the documentation', () => {
  it('should show the website', async () => {
    const page = await office.open()
    await office.visit(page, '/')
    await picture(page, 'website', page.getByRole('heading', { level: 1 }))
  })

  it('should show the website in Arabic on a phone', async () => {
    const page = await office.open({
      deviceScaleFactor: 2,
      viewport: { height: 844, width: 390 },
    })
    await office.visit(page, '/ar/partner')
    await picture(page, 'website-arabic', page.getByRole('heading', { level: 1 }))
  })

  it('should show how one signs in', async () => {
    const page = await office.open()
    await office.visit(page, '/admin/login')
    await picture(page, 'office/anmelden', page.getByRole('button', { name: 'Anmelden' }))
  })

  it('should show the desk of coordinators, and that of editors', async () => {
    const page = await office.coordinator()
    await picture(page, 'desk', page.getByRole('heading', { name: 'Zu bestätigen' }))
    const own = await asEditor()
    await picture(
      own,
      'office/schreibtisch-redaktion',
      own.getByRole('button', { name: 'Profil bestätigen' }),
    )
  })

  it('should show a profile that its editor changes', async () => {
    const page = await ownProfile()
    await picture(
      page,
      'office/profil',
      page.getByRole('button', { name: 'Zur Prüfung einreichen' }),
    )
  })

  it('should show what is handed in, and how it differs', async () => {
    const own = await ownProfile()
    await autosaved(own, () =>
      own.locator('#field-description').fill('Wir beraten kostenlos, auch am Telefon.'),
    )
    await own.getByRole('button', { name: 'Zur Prüfung einreichen' }).click()
    await own.getByText('Eingereicht', { exact: false }).first().waitFor()
    const page = await office.coordinator()
    await page.getByRole('link', { name: 'Unterschiede ansehen' }).first().click()
    await picture(page, 'office/unterschiede', page.getByText('auch am Telefon'))
  })

  it('should show a form with its preview beside it', async () => {
    const [item] = await office.publicList('news?limit=1')
    const page = await office.coordinator({ viewport: { height: 900, width: 1600 } })
    await office.visit(page, `/admin/collections/news/${String(item?.id)}`)
    await page.locator('#live-preview-toggler').click()
    const preview = page.frameLocator('iframe')
    await picture(page, 'live-preview', preview.getByRole('heading', { level: 1 }))
  })

  it('should show what an import would do', async () => {
    const page = await office.coordinator()
    await office.visit(page, '/admin/collections/partners')
    await page.getByRole('button', { name: 'Importieren (CSV)' }).click()
    await page.locator('#import-file').setInputFiles({
      buffer: Buffer.from('Name;Art;Ort\nMuster-Beratungsstelle Nord;Sonstige;Gifhorn\n'),
      mimeType: 'text/csv',
      name: 'partner.csv',
    })
    await picture(
      page,
      'office/import',
      page.getByRole('button', { name: /Partner als Entwürfe übernehmen/ }),
    )
  })
})
