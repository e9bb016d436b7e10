/** @jsxImportSource hono/jsx */
import { html } from 'hono/html'

import type { Asked } from './asked.ts'
import { hrefOf } from './asked.ts'
import type { Chrome } from './chrome.ts'
import { readChrome } from './chrome.ts'
import type { Found, Reader } from './cms.ts'
import { Shell } from './components/Shell.tsx'
import { documentView } from './documentView.ts'
import type { View } from './view.ts'

/** A page as HTML. */
export const renderView = async (
  reader: Reader,
  { asked, chrome, view }: { asked: Asked; chrome: Chrome; view: View },
): Promise<string> => {
  const page = <Shell asked={asked} chrome={chrome} reader={reader} view={view} />
  return String(await html`<!doctype html>${page}`)
}

/**
 * The page of a document as HTML, with the script that shows what is being typed. It is all the same
 * how the document was read: a draft that somebody may see is shown as it would be published.
 *
 * @param found the document in the reader's language, with (`shown`) and without (`own`) German in
 * place of what is missing, and the languages that it is written in.
 */
export const renderPreview = async (reader: Reader, found: Found): Promise<string> => {
  const { locale } = reader
  const { path } = found
  const chrome = await readChrome(reader)
  return renderView(reader, {
    asked: { href: hrefOf({ locale, path }), isElsewhere: false, locale, path, query: {} },
    chrome,
    view: { ...(await documentView(reader, chrome, found)), isPreview: true },
  })
}
