import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

import { AxeBuilder } from '@axe-core/playwright'
import { TOTP } from 'otpauth'
import { chromium } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'

import type { Command } from '../support/command.ts'
import { runCompiled, startCompiled } from '../support/command.ts'
import { findBrowser } from '../support/findBrowser.ts'
import { freePort } from '../support/freePort.ts'
import { receiveMails } from '../support/mails.ts'
import { ownDatabase } from '../support/ownDatabase.ts'

type Storage = BrowserContextOptions['storageState']

/** A built server with a database of its own, and a browser: what the people of an office have. */
export type Office = {
  /** Lets the pages of this file go to one other address. */
  allow: (address: string) => void
  /** A page of the admin UI in which the first coordinator is signed in. */
  coordinator: (options?: BrowserContextOptions) => Promise<Page>
  /** What the sample data says of its logins, by e-mail address. */
  logins: Record<string, string>
  /** A page in a window of its own; nobody is signed in. */
  open: (options?: BrowserContextOptions) => Promise<Page>
  origin: () => string
  /** The documents of a list of the API, as anybody gets them. */
  publicList: (path: string) => Promise<Record<string, unknown>[]>
  /** @param meanwhile what somebody does while there is no server. */
  restart: (meanwhile?: () => Promise<void>) => Promise<void>
  /** Signs the first coordinator in, and sets up the second factor, the first time it is called. */
  signedInOnce: () => Promise<{ recoveryCodes: string[]; storage: Storage }>
  signIn: (page: Page, email: string, password: string, code?: string) => Promise<void>
  /** Goes to an address, and waits until the page answers to clicks. */
  visit: (page: Page, address: string) => Promise<void>
}

/** Looks for faults of accessibility, in frames as well: all of them are ours. */
export const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode()

export const coordinatorLogin = {
  email: 'koordination@example.org',
  password: 'korrekt pferd batterie',
}

/**
 * Starts them for the tests of a file, and holds all pages to what this project promises: no request
 * to another host.
 */
export const useOffice = ({ sample = false }: { sample?: boolean } = {}): Office => {
  const own = ownDatabase()
  const logins: Record<string, string> = {}
  const foreign: string[] = []
  const allowed: string[] = []
  const pages = new Set<Page>()
  let browser: Browser
  let server: Command
  let origin: string
  let signedIn: Promise<{ recoveryCodes: string[]; storage: Storage }> | undefined

  const env: Record<string, string> = {
    ...own,
    COORDINATOR_EMAIL: coordinatorLogin.email,
    COORDINATOR_PASSWORD: coordinatorLogin.password,
    LOG_LEVEL: 'error',
    RATE_LIMIT_LOGIN: '100',
    REQUIRE_TWO_FACTOR: 'coordinators',
  }

  const startServer = async (): Promise<void> => {
    server = startCompiled('src/server/start.ts', [], env)
    await server.printed('is running.')
  }

  const stopServer = async (): Promise<void> => {
    server.child.kill('SIGTERM')
    await server.ended
  }

  beforeAll(async () => {
    const port = await freePort()
    origin = `http://localhost:${port}`
    Object.assign(env, { PORT: String(port), SERVER_URL: origin })
    await receiveMails()
    if (sample) {
      const { code, output } = await runCompiled('src/server/seed.ts', ['--sample'], env)
      expect(code, output).toBe(0)
      for (const [, email, password] of output.matchAll(/Login\s+(\S+@\S+)\s+(\S+)/g)) {
        logins[email ?? ''] = password ?? ''
      }
    }
    await startServer()
    browser = await chromium.launch({
      args: [
        // In containers, and as root, Chromium has no sandbox of its own.
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-quic',
        '--disable-sync',
        '--no-first-run',
      ],
      executablePath: findBrowser(),
    })
  })

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail' && process.env.SCREENSHOTS) {
      let number = 0
      for (const page of pages) {
        number += 1
        const name = `${task.name.replaceAll(/\W+/g, '-').slice(0, 60)}-${number}.png`
        await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}` }).catch(() => undefined)
      }
    }
    await Promise.all([...pages].map((page) => page.context().close()))
    pages.clear()
    expect(foreign.splice(0)).toEqual([])
  })

  afterAll(async () => {
    await browser?.close()
    await stopServer()
  })

  const open: Office['open'] = async (options) => {
    const context = await browser.newContext({
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      viewport: { height: 900, width: 1280 },
      ...options,
    })
    // A busy machine is slow; how slow is not what these tests are about.
    context.setDefaultTimeout(60_000)
    context.on('request', (request) => {
      const url = request.url()
      const isOurs = [origin, ...allowed].some((address) => url.startsWith(address))
      if (!isOurs && !/^(?:blob|data):/.test(url)) {
        foreign.push(url)
      }
    })
    const page = await context.newPage()
    pages.add(page)
    return page
  }

  const visit: Office['visit'] = async (page, address) => {
    await page.goto(new URL(address, origin).href)
    await answersToClicks(page)
  }

  const signIn: Office['signIn'] = async (page, email, password, code) => {
    await visit(page, '/admin/login')
    await page.getByLabel('E-Mail-Adresse').fill(email)
    await page.getByLabel('Passwort', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Anmelden' }).click()
    if (code) {
      await page.getByLabel('Code').fill(code)
      await page.getByRole('button', { name: 'Anmelden' }).click()
    }
    await page.waitForURL(`${origin}/admin`)
  }

  const signedInOnce: Office['signedInOnce'] = () => {
    signedIn ??= (async () => {
      const page = await open()
      await signIn(page, coordinatorLogin.email, coordinatorLogin.password)
      const recoveryCodes = await setUpSecondFactor(page)
      return { recoveryCodes, storage: await page.context().storageState() }
    })()
    return signedIn
  }

  const coordinator: Office['coordinator'] = async (options) => {
    const { storage } = await signedInOnce()
    const page = await open({ storageState: storage, ...options })
    await visit(page, '/admin')
    return page
  }

  return {
    allow: (address) => {
      allowed.push(address)
    },
    coordinator,
    logins,
    open,
    origin: () => origin,
    publicList: async (path) => {
      const response = await fetch(`${origin}/api/${path}`)
      return ((await response.json()) as { docs: Record<string, unknown>[] }).docs
    },
    restart: async (meanwhile) => {
      await stopServer()
      await meanwhile?.()
      await startServer()
    },
    signedInOnce,
    signIn,
    visit,
  }
}

/**
 * The admin UI comes as HTML first; a click before React has taken it over is lost, and a form is not
 * ready before it says so. The website is there when it is there.
 */
export const answersToClicks = async (page: Page): Promise<void> => {
  await page.waitForFunction(
    () =>
      !location.pathname.startsWith('/admin') ||
      (!document.querySelector('form[data-form-ready=false]') &&
        [...document.querySelectorAll('button')].every((button) =>
          Object.keys(button).some((key) => key.startsWith('__reactProps')),
        )),
  )
}

/** Sets the second factor up as the page that asks for it says. @returns the recovery codes. */
const setUpSecondFactor = async (page: Page): Promise<string[]> => {
  await page.getByRole('button', { name: 'Einrichten' }).click()
  await page.getByLabel('Ihr jetziges Passwort').fill(coordinatorLogin.password)
  await page.getByRole('button', { name: 'Einrichten' }).click()
  const secret = await page.locator('.two-factor__secret').textContent()
  const totp = new TOTP({ secret: (secret ?? '').replaceAll(' ', '') })
  await page.getByLabel(/Geben Sie die sechs Ziffern ein/).fill(totp.generate())
  await page.getByRole('button', { name: 'Bestätigen' }).click()
  await page.getByRole('button', { name: 'Ich habe sie notiert' }).waitFor()
  const codes = await page.locator('.two-factor__codes li').allTextContents()
  await page.getByRole('button', { name: 'Ich habe sie notiert' }).click()
  await page.waitForURL(/\/admin$/)
  return codes
}

/** Waits for what Payload says when it has done something. */
export const says = async (page: Page, text: RegExp | string): Promise<void> => {
  await page.locator('[data-sonner-toast]', { hasText: text }).first().waitFor()
}

/** Whether a form saves itself by asking for an address. */
export const isAutosave = (url: string): boolean => url.includes('autosave=true')

/** Changes something in a form, and waits until the form has saved itself. */
export const autosaved = async (page: Page, change: () => Promise<void>): Promise<void> => {
  const saved = page.waitForResponse((response) => isAutosave(response.url()) && response.ok())
  await change()
  await saved
}

/** Picks an entry of a select or relationship field by typing. */
export const choose = async (page: Page, field: string, text: string): Promise<void> => {
  const select = page.locator(`#field-${field}`)
  await select.locator('input').first().fill(text)
  await page.locator('.rs__option', { hasText: text }).first().click()
}
