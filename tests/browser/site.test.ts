import type { Page } from 'playwright-core'

import { beforeAll, describe, expect, it } from 'vitest'

import { axe, useOffice } from './office.ts'

const office = useOffice({ sample: true })

const languages = ['', '/ar', '/de-simple']
const paths: string[] = [
  '/',
  '/partner',
  '/partner?district=03151&kind=zirkus',
  '/standards',
  '/aktuelles',
  '/suche?q=gewalt',
  '/suche?q=gibtesnicht',
  '/impressum',
  '/datenschutz',
  '/barrierefreiheit',
  '/koordinierungsstelle',
  '/gibt-es-nicht',
]

beforeAll(async () => {
  for (const [folder, list] of [
    ['partner', 'partners'],
    ['standards', 'standards'],
    ['aktuelles', 'news'],
  ]) {
    const [doc] = await office.publicList(`${list}?limit=1`)
    paths.push(`/${folder}/${String(doc?.slug)}`)
  }
})

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

const violationsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await axe(page).withTags(tags).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

describe('every page of the website', () => {
  it.each(languages)(
    'should have no fault of accessibility and no cookie: %s',
    async (language) => {
      const page = await office.open()
      for (const path of paths) {
        await office.visit(page, `${language}${path}`.replace(/\/$/, ''))
        expect(await violationsOf(page), `${language}${path}`).toEqual([])
        expect(await page.locator('html').getAttribute('dir')).toBe(
          language === '/ar' ? 'rtl' : 'ltr',
        )
        // 320 pixels are also 1280 at 400 %.
        await page.setViewportSize({ height: 800, width: 320 })
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(width, `${language}${path}`).toBeLessThanOrEqual(320)
        await page.setViewportSize({ height: 900, width: 1280 })
      }
      expect(await page.context().cookies()).toEqual([])
    },
  )

  it('should have no fault of accessibility in the dark', async () => {
    const page = await office.open({ colorScheme: 'dark' })
    for (const path of paths) {
      await office.visit(page, path)
      expect(await violationsOf(page), path).toEqual([])
    }
  })

  it('should have its faults found, in frames as well', async () => {
    const page = await office.open()
    await office.visit(page, '/')
    await page.evaluate(() => {
      document.documentElement.removeAttribute('lang')
      const frame = document.createElement('iframe')
      frame.srcdoc = '<html lang="de"><title>Bild</title><img src="/bild.png">'
      document.querySelector('main')?.append(frame)
      return new Promise((resolve) => frame.addEventListener('load', resolve))
    })
    const rules = (await violationsOf(page)).map((violation) => violation.split(':')[0])
    expect(rules).toEqual(expect.arrayContaining(['frame-title', 'html-has-lang', 'image-alt']))
  })

  it('should be read, filtered and searched without JavaScript', async () => {
    const page = await office.open({ javaScriptEnabled: false })
    await office.visit(page, '/partner')
    await page.locator('select[name=district]').selectOption('03151')
    await page.locator('main form button').first().click()
    expect(page.url()).toContain('district=03151')
    expect(await page.locator('main').textContent()).toMatch(/\d+/)
    await office.visit(page, '/suche')
    await page.locator('main input[name=q]').fill('Kooperationsvereinbarung')
    await page.keyboard.press('Enter')
    await page
      .getByRole('main')
      .getByRole('link', { name: /Kooperationsvereinbarung/ })
      .first()
      .click()
    await page.getByRole('heading', { level: 1 }).waitFor()
  })
})

describe('the way out', () => {
  const target = 'https://www.dwd.de/'

  /** Lets nothing out: the target is answered here. */
  const openWithTarget = async (options?: Parameters<typeof office.open>[0]): Promise<Page> => {
    const page = await office.open(options)
    await page.context().route(`${target}**`, (route) => route.fulfill({ body: 'Wetter' }))
    office.allow(target)
    await office.visit(page, '/aktuelles')
    await office.visit(page, '/partner')
    return page
  }

  it('should lead away at once by three times Shift, and not back to the page', async () => {
    const page = await openWithTarget()
    for (const key of ['Shift', 'Shift', 'Shift']) {
      await page.keyboard.press(key)
    }
    await page.waitForURL(target)
    await page.goBack()
    expect(page.url()).toBe(`${office.origin()}/aktuelles`)
  })

  it('should lead away by its button, in view wherever one has scrolled to', async () => {
    const page = await openWithTarget()
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    const exit = page.locator('#exit')
    const box = await exit.boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual(0)
    expect(box?.y).toBeLessThan(900)
    await exit.click()
    await page.waitForURL(target)
  })

  it('should lead away without JavaScript', async () => {
    const page = await openWithTarget({ javaScriptEnabled: false })
    await page.locator('#exit').click()
    await page.waitForURL(target)
  })
})
