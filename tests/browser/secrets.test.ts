import type { Page } from 'playwright-core'

import { describe, expect, it } from 'vitest'

import { autosaved, choose, coordinatorLogin, says, useOffice } from './office.ts'

const office = useOffice()

const publishButton = (page: Page) => page.locator('#action-save')

const isPublished = (page: Page): Promise<void> =>
  page.locator('.status__value', { hasText: /^Veröffentlicht$/ }).waitFor()

/** What the public gets of a partner, as text. */
const publicText = async (slug: string): Promise<string> =>
  JSON.stringify(await office.publicList(`partners?slug=${slug}`))

const dialog = (page: Page) => page.locator('.publish-questions')

const openTab = (page: Page, name: string): Promise<void> =>
  page.locator('.tabs-field__tab-button', { hasText: name }).click()

/** A shelter whose form says that its address is public; not published yet. */
const writeShelter = async (page: Page, name: string, street: string): Promise<void> => {
  await office.visit(page, '/admin/collections/partners/create')
  await page.locator('#field-name').fill(name)
  await choose(page, 'kind', 'Frauenhaus')
  await openTab(page, 'Ort')
  await choose(page, 'address__visibility', 'Öffentlich')
  await page.locator('#field-address__street').fill(street)
  await page.locator('#field-address__postalCode').fill('38100')
  await autosaved(page, () => page.locator('#field-address__town').fill('Braunschweig'))
}

const confirmAddress = async (page: Page): Promise<void> => {
  await publishButton(page).click()
  await dialog(page).getByRole('button', { name: 'Ja, diese Anschrift veröffentlichen' }).click()
  await isPublished(page)
}

describe('the address of a shelter', () => {
  it('should go public only after a question that shows it, and be hidden with one click', async () => {
    const page = await office.coordinator()
    await writeShelter(page, 'Haus am Deich', 'Deichweg 7')
    await publishButton(page).click()
    await dialog(page).getByText('Deichweg 7').waitFor()
    await dialog(page).getByRole('button', { name: 'Zurück zum Formular' }).click()
    expect(await publicText('haus-am-deich')).toBe('[]')
    await confirmAddress(page)
    expect(await publicText('haus-am-deich')).toContain('Deichweg 7')

    await page.getByRole('button', { name: 'Adresse sofort verbergen' }).click()
    await says(page, /nicht mehr öffentlich/)
    const hidden = await publicText('haus-am-deich')
    expect(hidden).toContain('Haus am Deich')
    expect(hidden).not.toContain('Deichweg')
    await openTab(page, 'Intern')
    expect(await page.locator('#field-internal__postalAddress').inputValue()).toContain(
      'Deichweg 7',
    )
  })

  it('should be hidden from the list, and by choosing that it is secret', async () => {
    const page = await office.coordinator()
    await writeShelter(page, 'Haus am Wehr', 'Wehrgasse 3')
    await confirmAddress(page)
    const form = page.url()
    await office.visit(page, '/admin/collections/partners?limit=100')
    await page.getByRole('button', { name: 'Adresse sofort verbergen: Haus am Wehr' }).click()
    await says(page, /nicht mehr öffentlich/)
    expect(await publicText('haus-am-wehr')).not.toContain('Wehrgasse')

    await office.visit(page, form)
    await openTab(page, 'Ort')
    await choose(page, 'address__visibility', 'Öffentlich')
    await page.locator('#field-address__street').fill('Wehrgasse 5')
    await autosaved(page, () => page.locator('#field-address__town').fill('Peine'))
    await confirmAddress(page)
    expect(await publicText('haus-am-wehr')).toContain('Wehrgasse 5')
    await choose(page, 'address__visibility', 'Geheim')
    await publishButton(page).click()
    await isPublished(page)
    expect(await publicText('haus-am-wehr')).not.toContain('Wehrgasse')
  })

  it('should not come back by a version that is restored', async () => {
    const page = await office.coordinator()
    await writeShelter(page, 'Haus am Hafen', 'Hafenstraße 9')
    await confirmAddress(page)
    const form = page.url().split('?')[0] ?? ''
    await page.getByRole('button', { name: 'Adresse sofort verbergen' }).click()
    await says(page, /nicht mehr öffentlich/)
    await office.visit(page, `${form}/versions`)
    await page.locator('tbody tr').last().getByRole('link').first().click()
    await page.locator('.restore-version').waitFor()
    await page.getByRole('button', { name: 'Als Entwurf wiederherstellen' }).click()
    await page.getByRole('button', { name: 'Bestätigen' }).click()
    await page.waitForURL(form)
    expect(await publicText('haus-am-hafen')).not.toContain('Hafenstraße')
  })
})

describe('a list of partners', () => {
  it('should say in red whose addresses it would show; published in bulk, those are left out', async () => {
    const page = await office.coordinator()
    await office.visit(page, '/admin/collections/partners')
    await page.getByRole('button', { name: 'Importieren (CSV)' }).click()
    await page.locator('#import-file').setInputFiles({
      buffer: Buffer.from(
        'Name;Art;Anschrift sichtbar;Straße;Postleitzahl;Ort\r\nListe Haus;Frauenhaus;Öffentlich;Inselweg 4;38100;Braunschweig\r\nListe Wache;Polizei;Öffentlich;Markt 1;38100;Braunschweig\r\n',
      ),
      mimeType: 'text/csv',
      name: 'liste.csv',
    })
    const red = page.locator('.exchange__addresses')
    await red.getByText('Inselweg 4').waitFor()
    await page.getByRole('button', { name: '2 Partner als Entwürfe übernehmen' }).click()
    await page.getByText('Fertig: 2 Partner angelegt').waitFor()
    await office.visit(page, '/admin/collections/partners?search=Liste&limit=100')
    await page.locator('tbody tr').nth(1).waitFor()
    await page.locator('thead input[type=checkbox]').check()
    await page.locator('.list-selection').getByText('Veröffentlichen').click()
    await page
      .getByRole('button', { name: /Bestätigen|Veröffentlichen/ })
      .last()
      .click()
    await says(page, /Liste Haus/)
    expect(await publicText('liste-wache')).toContain('Markt 1')
    expect(await publicText('liste-haus')).toBe('[]')
  })
})

describe('a text that gives a secret place away', () => {
  it('should be published only after a question', async () => {
    const page = await office.coordinator()
    await office.visit(page, '/admin/collections/partners/create')
    await page.locator('#field-name').fill('Haus ohne Adresse')
    await choose(page, 'kind', 'Frauenhaus')
    await openTab(page, 'Intern')
    await autosaved(page, () =>
      page
        .locator('#field-internal__postalAddress')
        .fill('Lerchenfelder Ring 12, 38100 Braunschweig'),
    )
    await publishButton(page).click()
    await isPublished(page)
    const form = page.url()
    await office.visit(page, '/admin/collections/pages/create')
    await page.locator('#field-title').fill('So finden Sie uns')
    await autosaved(page, () =>
      page.locator('#field-intro').fill('Im Lerchenfelder Ring, zweite Tür.'),
    )
    await publishButton(page).click()
    await dialog(page)
      .getByText(/Lerchenfelder Ring/)
      .first()
      .waitFor()
    expect(await office.publicList('pages?slug=so-finden-sie-uns')).toEqual([])
    await dialog(page).getByRole('button', { name: 'Trotzdem veröffentlichen' }).click()
    await isPublished(page)
    expect(await office.publicList('pages?slug=so-finden-sie-uns')).toHaveLength(1)
    // Nobody was asked about this one: the street became secret only afterwards.
    await office.visit(page, '/admin/collections/pages/create')
    await autosaved(page, () => page.locator('#field-title').fill('Fest am Sperbersteig'))
    await publishButton(page).click()
    await isPublished(page)
    await office.visit(page, form)
    await openTab(page, 'Intern')
    await autosaved(page, () =>
      page.locator('#field-internal__postalAddress').fill('Sperbersteig 3'),
    )
    await publishButton(page).click()
    await isPublished(page)
    await office.visit(page, '/admin')
    const section = page.locator('.desk__section', { hasText: 'nennen einen geheimen Ort' })
    await section.getByText('Fest am Sperbersteig').waitFor()
    expect(await section.getByText('So finden Sie uns').count()).toBe(0)
  })
})

describe('a password', () => {
  it('should be changed only by who knows the present one', async () => {
    const page = await office.coordinator()
    await office.visit(page, '/admin/account')
    await page.locator('#change-password').click()
    await page.locator('#field-password').fill(coordinatorLogin.password)
    await page.locator('#field-confirm-password').fill(coordinatorLogin.password)
    /** Types it, and waits until the form knows. */
    const sayNow = async (password: string): Promise<void> => {
      const known = page.waitForResponse((response) => response.request().method() === 'POST')
      await page.locator('#field-currentPassword').fill(password)
      await known
      await page.locator('.field-error').waitFor({ state: 'detached' })
      await page.locator('#action-save').click()
    }
    await sayNow('falsch geraten')
    await page.getByText('Das ist nicht Ihr jetziges Passwort').first().waitFor()
    await sayNow(coordinatorLogin.password)
    await says(page, /Erfolgreich aktualisiert/)
    const recorded = await page.evaluate(async () => {
      const reply = await fetch('/api/audit-log?where[action][equals]=change-password')
      return ((await reply.json()) as { totalDocs: number }).totalDocs
    })
    expect(recorded).toBe(1)
  })
})
