import { existsSync } from 'node:fs'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * The Chromium to test with: the one that `CHROMIUM_PATH` names, else one in the usual places.
 *
 * @throws where there is none.
 */
export const findBrowser = (): string => {
  const named = process.env.CHROMIUM_PATH
  const found = (named ? [named] : places).find((place) => existsSync(place))
  if (!found) {
    throw new Error(
      named
        ? `There is no browser at CHROMIUM_PATH=${named}.`
        : 'The browser tests need Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH.',
    )
  }
  return found
}
