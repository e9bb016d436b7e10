/**
 * A text as a URL; undefined if it is none.
 *
 * Workaround (nodejs/node, no issue known): once `URL.canParse` is compiled, Node 20 and 22 take every text with an
 * umlaut in it for none. Can go when neither is supported; tests/unit/lib/parseURL.test.ts fails without it.
 */
export const parseURL = (text: string): undefined | URL => {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
