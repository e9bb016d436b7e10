import { setTimeout as pause } from 'node:timers/promises'

import { expect, it } from 'vitest'

import { onePixel } from '../support/onePixel.ts'
import { autosaved, says, useOffice } from './office.ts'

const office = useOffice()

/** How far apart the times are that the picker offers, in milliseconds. */
const fiveMinutes = 5 * 60_000
const berlin = new Intl.DateTimeFormat('de', { timeStyle: 'short', timeZone: 'Europe/Berlin' })

/** Jobs run once a minute. */
const longestWait = fiveMinutes + 2 * 60_000

/** The next time that the picker offers, which shows those of one day only. */
const nextTime = async (): Promise<number> => {
  const time = Math.ceil(Date.now() / fiveMinutes) * fiveMinutes
  if (berlin.format(time) !== '00:00') {
    return time
  }
  await pause(time + 1_000 - Date.now())
  return nextTime()
}

it(
  'should publish a news item with an image at the time that a coordinator has chosen, and not before',
  async () => {
    const page = await office.coordinator()
    await office.visit(page, '/admin/collections/news/create')
    await autosaved(page, () => page.locator('#field-title').fill('Fachtag im Mai'))
    await page.locator('#field-image').getByRole('button', { name: 'Neu erstellen' }).click()
    const drawer = page.locator('.drawer__content')
    await drawer
      .locator('input[type=file]')
      .setInputFiles({ buffer: onePixel, mimeType: 'image/png', name: 'foto.png' })
    await drawer.locator('#field-alt').fill('Ein Saal mit Menschen')
    await autosaved(page, () => drawer.locator('#action-save').click())
    const time = await nextTime()
    await page.locator('.doc-controls__controls .popup-button').first().click()
    await page.locator('#schedule-publish').click()
    await page.locator('.schedule-publish .react-datepicker__input-container input').click()
    // The list begins with the time that is just over.
    await page
      .locator('.react-datepicker__time-list-item', { hasText: berlin.format(time) })
      .first()
      .click()
    await page.locator('#scheduled-publish-save').click()
    await says(page, /geplant/)

    const isPublic = async () => (await office.publicList('news?slug=fachtag-im-mai')).length === 1
    for (const end = Date.now() + longestWait; !(await isPublic());) {
      expect(Date.now()).toBeLessThan(end)
      await pause(500)
    }
    expect(Date.now()).toBeGreaterThanOrEqual(time)
    const [item] = await office.publicList('news?slug=fachtag-im-mai')
    expect(item).toMatchObject({ image: { alt: 'Ein Saal mit Menschen' } })
  },
  fiveMinutes + longestWait + 120_000,
)
