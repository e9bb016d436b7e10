import type { Page } from 'playwright-core'

import { describe, expect, it } from 'vitest'

import { mailTo } from '../support/mails.ts'
import { onePixel } from '../support/onePixel.ts'
import { autosaved, choose, coordinatorLogin, isAutosave, says, useOffice } from './office.ts'

const office = useOffice()

const publish = async (page: Page): Promise<void> => {
  await page.locator('#action-save').click()
  await page.locator('.status__value', { hasText: /^Veröffentlicht$/ }).waitFor()
}

/** Makes an image in the drawer that is open, and takes it. */
const chooseNewImage = async (page: Page, alt: string): Promise<void> => {
  const drawer = page.locator('.drawer__content').last()
  await drawer
    .getByRole('button', { name: /erstellen/ })
    .first()
    .click()
  const form = page.locator('.drawer__content').last()
  await form
    .locator('input[type=file]')
    .setInputFiles({ buffer: onePixel, mimeType: 'image/png', name: 'foto.png' })
  await form.locator('#field-alt').fill(alt)
  await form.locator('#action-save').click()
  await form.waitFor({ state: 'detached' })
}

describe('a coordinator', () => {
  it('should sign in with a password and a second factor, and not without', async () => {
    const { recoveryCodes } = await office.signedInOnce()
    const page = await office.open()
    await office.visit(page, '/admin/login')
    await page.getByLabel('E-Mail-Adresse').fill(coordinatorLogin.email)
    await page.getByLabel('Passwort', { exact: true }).fill(coordinatorLogin.password)
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await page.getByLabel('Code').fill('000000')
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await page.getByText(/Code .* nicht/).waitFor()
    expect(page.url()).toContain('/admin/login')
    await page.getByLabel('Code').fill(recoveryCodes[0] ?? '')
    await page.getByRole('button', { name: 'Anmelden' }).click()
    await page.waitForURL(`${office.origin()}/admin`)
  })

  it('should write a page with an image, which the public sees once it is published', async () => {
    const page = await office.coordinator()
    await office.visit(page, '/admin/collections/pages/create')
    await autosaved(page, async () => {
      await page.locator('#field-title').fill('Was tun bei Gewalt')
      await page.locator('#field-intro').fill('Sie sind nicht allein.')
    })
    await page.locator('[data-lexical-editor]').first().click()
    await page.keyboard.type('Ein Absatz von Hand.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/Datei', { delay: 50 })
    await page.locator('.slash-menu-popup button', { hasText: 'Datei' }).click()
    await autosaved(page, () => chooseNewImage(page, 'Eine offene Tür'))
    expect(await office.publicList('pages?slug=was-tun-bei-gewalt')).toEqual([])
    await publish(page)
    const [doc] = await office.publicList('pages?slug=was-tun-bei-gewalt')
    expect(doc?.intro).toBe('Sie sind nicht allein.')
    expect(JSON.stringify(doc?.body)).toContain('Ein Absatz von Hand.')
    const visitor = await office.open()
    await office.visit(visitor, '/was-tun-bei-gewalt')
    await visitor.getByRole('img', { name: 'Eine offene Tür' }).waitFor()
    expect(await visitor.context().cookies()).toEqual([])
  })
})

describe('an earlier version', () => {
  it('should come back as a draft that changes nothing for the public', async () => {
    const page = await office.coordinator()
    await office.visit(page, '/admin/collections/pages/create')
    await autosaved(page, async () => {
      await page.locator('#field-title').fill('Wege aus der Gewalt')
      await page.locator('#field-intro').fill('Erste Fassung.')
    })
    await publish(page)
    await autosaved(page, () => page.locator('#field-intro').fill('Zweite Fassung.'))
    await publish(page)
    const address = page.url().split('?')[0] ?? ''
    const intro = async () => (await office.publicList('pages?slug=wege-aus-der-gewalt'))[0]?.intro
    expect(await intro()).toBe('Zweite Fassung.')

    await office.visit(page, `${address}/versions`)
    await page
      .locator('tbody tr', { hasText: 'Zuvor veröffentlicht' })
      .getByRole('link')
      .first()
      .click()
    // One time is written by the server, the other by the browser.
    const step = page.locator('.step-nav__last', { hasText: /\d\d:\d\d/ })
    const time = (await step.textContent())?.trim() ?? ''
    await page.getByText(time).nth(1).waitFor()
    await page.getByRole('button', { name: 'Als Entwurf wiederherstellen' }).click()
    await page.getByRole('button', { name: 'Bestätigen' }).click()
    await page.waitForURL(address)
    await page.locator('.status__value', { hasText: 'mit neuerem Entwurf' }).waitFor()
    expect(await page.locator('#field-intro').inputValue()).toBe('Erste Fassung.')
    expect(await intro()).toBe('Zweite Fassung.')
  })
})

describe('a partner and the office', () => {
  it('should go the whole way: invitation, profile, review, correction, publication', async () => {
    const email = 'redaktion@example.org'
    const staff = await office.coordinator()
    // The partner, and the person who looks after it.
    await office.visit(staff, '/admin/collections/partners/create')
    await staff.locator('#field-name').fill('Beratungsstelle am Markt')
    await choose(staff, 'kind', 'Frauenberatung')
    await autosaved(staff, () => staff.locator('#field-description').fill('Wir beraten.'))
    await publish(staff)
    const profile = staff.url().split('?')[0] ?? ''
    await office.visit(staff, '/admin/collections/users/create')
    await staff.getByLabel('Name', { exact: true }).fill('Redaktion der Beratungsstelle')
    await staff.getByLabel('E-Mail-Adresse').fill(email)
    await staff.getByLabel('Beratungsstelle am Markt').check()
    await staff.getByRole('button', { name: 'Einladen' }).click()

    // The invitation.
    const invitation = await mailTo(email, 'Einladung')
    const link = /https?:\S+\/set-password\/\S+/.exec(invitation.text ?? '')?.[0] ?? ''
    const editor = await office.open()
    await office.visit(editor, link)
    await editor.getByLabel('Neues Passwort', { exact: true }).fill('gelber Wagen singt im Regen')
    await editor.getByLabel('Neues Passwort wiederholen').fill('gelber Wagen singt im Regen')
    await editor.getByRole('button', { name: 'Passwort festlegen' }).click()
    await editor.waitForURL(`${office.origin()}/admin`)

    // A change, handed in; the public sees nothing of it.
    await office.visit(editor, profile)
    await editor.locator('#field-description').fill('Wir beraten auch am Telefon.')
    await editor.getByRole('button', { name: 'Zur Prüfung einreichen' }).click()
    await says(editor, /Eingereicht/)
    const description = async () =>
      (await office.publicList('partners?slug=beratungsstelle-am-markt'))[0]?.description
    expect(await description()).toBe('Wir beraten.')

    // The office looks at the difference and hands back.
    await mailTo(coordinatorLogin.email, 'Zur Prüfung')
    await office.visit(staff, '/admin')
    await staff
      .getByRole('link', { name: /Unterschiede/ })
      .first()
      .click()
    await staff.getByText('Wir beraten auch am Telefon.').first().waitFor()
    await office.visit(staff, profile)
    await staff.getByRole('button', { name: 'Zurückgeben' }).click()
    await staff.locator('#return-note-text').fill('Bitte die Sprechzeiten nennen.')
    await staff.locator('.return-note').getByRole('button', { name: 'Zurückgeben' }).click()
    await says(staff, /Zurückgegeben/)
    const returned = await mailTo(email, 'noch einmal')
    expect(returned.text).not.toContain('Sprechzeiten')

    // The editor corrects; the office publishes.
    await office.visit(editor, profile)
    await editor.getByText('Bitte die Sprechzeiten nennen.').waitFor()
    await editor.locator('#field-description').fill('Wir beraten montags am Telefon.')
    await editor.getByRole('button', { name: 'Zur Prüfung einreichen' }).click()
    await says(editor, /Eingereicht/)
    expect(await description()).toBe('Wir beraten.')
    await office.visit(staff, profile)
    await publish(staff)
    expect(await description()).toBe('Wir beraten montags am Telefon.')
    const visitor = await office.open()
    await office.visit(visitor, '/partner/beratungsstelle-am-markt')
    await visitor.getByText('Wir beraten montags am Telefon.').waitFor()
    await mailTo(email, 'Veröffentlicht')
  })
})

const typedIn = (page: Page): Promise<string> => page.locator('#field-intro').inputValue()

describe('what was typed', () => {
  const openPage = async (page: Page): Promise<string> => {
    await office.visit(page, '/admin/collections/pages/create')
    await autosaved(page, () => page.locator('#field-title').fill(`Seite ${Date.now()}`))
    return page.url()
  }

  it('should not be lost when the session has expired meanwhile', async () => {
    const page = await office.coordinator()
    await openPage(page)
    await page.context().clearCookies()
    const refused = page.waitForResponse((response) => isAutosave(response.url()))
    await page.locator('#field-intro').fill('Getippt nach dem Ablauf.')
    expect((await refused).status()).toBe(403)
    await page.locator('[data-sonner-toast][data-type=error]').first().waitFor()
    expect(await typedIn(page)).toBe('Getippt nach dem Ablauf.')
  })

  it('should not be lost when somebody else has changed the document', async () => {
    const [one, other] = [await office.coordinator(), await office.coordinator()]
    const url = await openPage(one)
    await office.visit(other, url)
    await autosaved(other, () => other.locator('#field-intro').fill('Von der einen.'))
    await one.locator('#field-intro').fill('Von der anderen.')
    await one.getByText('Jemand anderes hat dieses Dokument geändert').waitFor()
    await one.getByRole('button', { name: 'Meine Fassung behalten' }).click()
    await one.locator('#action-save-draft').click()
    await says(one, /erfolgreich/i)
    expect(await typedIn(one)).toBe('Von der anderen.')
  })

  it('should not be lost when the server restarts in between', async () => {
    const page = await office.coordinator()
    const url = await openPage(page)
    await office.restart(async () => {
      const failed = page.waitForEvent('requestfailed', (request) => isAutosave(request.url()))
      await page.locator('#field-intro').fill('Getippt, während der Server weg war.')
      await failed
    })
    expect(await typedIn(page)).toBe('Getippt, während der Server weg war.')
    await page.locator('#action-save-draft').click()
    await says(page, /erfolgreich/i)
    await office.visit(page, url)
    await page.locator('#field-intro').waitFor()
    expect(await typedIn(page)).toBe('Getippt, während der Server weg war.')
  })
})
