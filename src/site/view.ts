import type { HtmlEscapedString } from 'hono/utils/html'

import type { LocaleCode } from '../addresses/localeOf.ts'

type Content = HtmlEscapedString | Promise<HtmlEscapedString>

/** What stands between the header and the footer of a page, and what its head says of it. */
export type View = {
  breadcrumbs?: { isGerman?: boolean; label: string; path?: string }[]
  content: Content
  description?: string
  /** What somebody works on, and not what everybody sees. */
  isPreview?: boolean
  /** A document that is not written in the language of the reader. */
  isUntranslated?: boolean
  /** The languages that it is written in; undefined: all. */
  locales?: readonly LocaleCode[]
  status?: number
  title: string
}
