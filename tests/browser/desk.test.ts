import type { Page } from 'playwright-core'

import { describe, expect, it } from 'vitest'

import { answersToClicks, autosaved, axe, says, useOffice } from './office.ts'

const office = useOffice({ sample: true })

/** Violations that hinder people, within what is ours. */
const seriousIn = async (page: Page, selector: string): Promise<string[]> => {
  const { violations } = await axe(page)
    .include(selector)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

const asEditor = async (
  options?: Parameters<typeof office.open>[0],
  email = 'muster-redaktion-1@example.org',
): Promise<Page> => {
  const page = await office.open(options)
  await office.signIn(page, email, office.logins[email] ?? '')
  return page
}

describe('the desk', () => {
  it('should have no serious fault of accessibility, for coordinators and editors, light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const page of [
        await office.coordinator({ colorScheme }),
        await asEditor({ colorScheme }),
      ]) {
        await page.locator('.desk h2').first().waitFor()
        expect(await seriousIn(page, '.desk')).toEqual([])
      }
    }
  })

  it('should show an editor nothing in the menu that the editor cannot use', async () => {
    const page = await asEditor()
    await page.locator('.nav-toggler').first().click()
    const names = await page.locator('.nav__link').allTextContents()
    expect(names.map((name) => name.trim()).sort()).toEqual([
      'Bilder',
      'Dokumente',
      'Kooperationspartner',
    ])
  })

  it('should confirm a profile with one click, and say when it is due again', async () => {
    const page = await asEditor()
    await page.getByRole('button', { name: 'Profil bestätigen' }).click()
    await says(page, /Danke\. Die nächste Bestätigung ist am/)
    await page.getByText(/Bestätigt\. Die nächste Bestätigung/).waitFor()
  })

  it('should be used from end to end by keyboard', async () => {
    const page = await asEditor()
    const press = async (name: string): Promise<void> => {
      for (let step = 0; step < 60; step += 1) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate(() => document.activeElement?.textContent?.trim())
        if (focused === name) {
          await page.keyboard.press('Enter')
          return
        }
      }
      throw new Error(`"${name}" was not reached by keyboard.`)
    }
    await press('Profil bearbeiten')
    await page.waitForURL(/\/collections\/partners\//)
    const description = page.locator('#field-description')
    await description.waitFor()
    await answersToClicks(page)
    await autosaved(page, () => description.pressSequentially('Getippt. '))
    await press('Zur Prüfung einreichen')
    await says(page, /Eingereicht/)
  })
})

describe('what is ours on the pages of Payload', () => {
  const faultsOn = async (page: Page, selectors: string[]): Promise<string[]> => {
    const faults: string[] = []
    for (const selector of selectors) {
      await page.locator(selector).filter({ visible: true }).first().waitFor()
      faults.push(...(await seriousIn(page, selector)))
    }
    return faults
  }

  it('should have no serious fault of accessibility, light and dark', async () => {
    const [item] = await office.publicList('pages?limit=1')
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await office.coordinator({ colorScheme })
      for (const [path, selectors] of [
        ['/admin/collections/users/create', ['.invite']],
        [`/admin/collections/pages/${String(item?.id)}`, ['.status', '.used-in']],
        ['/admin/collections/partners', ['.exchange', '.quick-filters']],
      ] as const) {
        await office.visit(page, path)
        expect(await faultsOn(page, [...selectors]), path).toEqual([])
      }
      for (const name of ['Importieren (CSV)', 'Exportieren (CSV)']) {
        await page.getByRole('button', { name }).click()
        expect(await faultsOn(page, ['.exchange__box']), name).toEqual([])
        await page
          .locator('.exchange__box')
          .filter({ visible: true })
          .getByRole('button', { name: /Schließen|Abbrechen/ })
          .click()
      }
    }
  })

  it('should let the office hand back by a dialog that everybody can use', async () => {
    const editor = await asEditor({}, 'muster-redaktion-2@example.org')
    await editor.getByRole('link', { name: 'Profil bearbeiten' }).click()
    await editor.waitForURL(/\/collections\/partners\//)
    const profile = editor.url()
    await office.visit(editor, profile)
    await autosaved(editor, () => editor.locator('#field-description').fill('Neu.'))
    await editor.getByRole('button', { name: 'Zur Prüfung einreichen' }).click()
    await says(editor, /Eingereicht/)
    const page = await office.coordinator()
    await office.visit(page, profile)
    await page.getByRole('button', { name: 'Zurückgeben' }).click()
    expect(await faultsOn(page, ['.return-note__box'])).toEqual([])
  })
})

describe('lists', () => {
  it('should show what the office looks for with one click, and everything with another', async () => {
    const page = await office.coordinator()
    await office.visit(page, '/admin/collections/partners')
    const rows = page.locator('tbody tr')
    const filters = page.getByRole('navigation', { name: 'Filter der Liste' })
    await filters.getByRole('link', { name: 'Frauenhäuser' }).click()
    await filters.locator('[aria-current]', { hasText: 'Frauenhäuser' }).waitFor()
    const kinds = await rows.locator('.cell-kind').allTextContents()
    expect(new Set(kinds)).toEqual(new Set(['Frauenhaus']))
    await filters.getByRole('link', { name: 'Alle' }).click()
    await filters.locator('[aria-current]', { hasText: 'Alle' }).waitFor()
    expect(await rows.count()).toBeGreaterThan(kinds.length)
  })
})

describe('the live preview', () => {
  it('should show what is typed, without a click', async () => {
    const page = await office.coordinator()
    const [item] = await office.publicList('news?limit=1')
    await office.visit(page, `/admin/collections/news/${String(item?.id)}`)
    await page.locator('.live-preview-toggler, #live-preview-toggler').first().click()
    const preview = page.frameLocator('iframe')
    await preview.getByRole('heading', { level: 1 }).waitFor()
    // The first one warms the server up.
    for (const title of ['Ein Titel', 'Ein neuer Titel']) {
      await page.locator('#field-title').fill(title)
      const begin = performance.now()
      await preview.getByRole('heading', { exact: true, name: title }).waitFor()
      console.log(`Preview: ${Math.round(performance.now() - begin)} ms for "${title}".`)
    }
  })
})

describe('the list of partners as a spreadsheet', () => {
  it('should take in 51 partners after a look at them', async () => {
    const page = await office.coordinator()
    await office.visit(page, '/admin/collections/partners')
    await page.getByRole('button', { name: 'Importieren (CSV)' }).click()
    const rows = Array.from({ length: 51 }, (_, index) => `Träger ${index + 1};Sonstige`)
    await page.locator('#import-file').setInputFiles({
      buffer: Buffer.from(['Name;Art', ...rows].join('\r\n'), 'latin1'),
      mimeType: 'text/csv',
      name: 'partner.csv',
    })
    await page.getByText('51 Partner würden angelegt').waitFor({ timeout: 60_000 })
    expect(await seriousIn(page, '.exchange__box')).toEqual([])
    await page.getByRole('button', { name: '51 Partner als Entwürfe übernehmen' }).click()
    await page.getByText('Fertig: 51 Partner angelegt').waitFor({ timeout: 60_000 })
    const totalDocs = await page.evaluate(async () => {
      const response = await fetch('/api/partners?draft=true&where[name][like]=Träger&limit=1')
      return ((await response.json()) as { totalDocs: number }).totalDocs
    })
    expect(totalDocs).toBe(51)
    expect(await office.publicList('partners?where[name][like]=Träger')).toEqual([])
  })

  it('should name line and column of what is wrong, and take nothing in', async () => {
    const page = await office.coordinator()
    await office.visit(page, '/admin/collections/partners')
    await page.getByRole('button', { name: 'Importieren (CSV)' }).click()
    const choose = (number: string): Promise<void> =>
      page.locator('#import-file').setInputFiles({
        buffer: Buffer.from(`Name;Telefon 1\r\nFalsch;${number}\r\n`),
        mimeType: 'text/csv',
        name: 'partner.csv',
      })
    await choose('12')
    await page.getByRole('cell', { name: 'Telefon 1' }).waitFor()
    await page.getByText(/genau eine Rufnummer/).waitFor()
    expect(await page.getByRole('button', { name: /übernehmen/ }).count()).toBe(0)
    // Mended, and chosen again under the same name.
    await choose('030 23125000')
    await page.getByRole('button', { name: '1 Partner als Entwürfe übernehmen' }).waitFor()
    await page.context().route('**/api/partners/import**', (route) => route.abort())
    await choose('12')
    await page.getByText(/Der Server antwortet nicht/).waitFor()
    expect(await page.getByText('Es wurde nichts übernommen').count()).toBe(0)
  })
})
