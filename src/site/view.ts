import type { HtmlEscapedString } from 'hono/utils/html'

import type { LocaleCode } from '../addresses/localeOf.ts'
import type { LinkedData } from './linkedData.ts'

type Content = HtmlEscapedString | Promise<HtmlEscapedString>

/** The content of a page between header and footer, and the data for its `<head>`. */
export type View = {
  breadcrumbs?: { isGerman?: boolean; label: string; path?: string }[]
  content: Content
  description?: string
  /** Whether it is a preview of a draft, and not the public page. */
  isPreview?: boolean
  /** What the page is about, for programs. */
  linkedData?: LinkedData[]
  /** Whether the document is not available in the reader's language. */
  isUntranslated?: boolean
  /** The languages that it is written in; undefined: all. */
  locales?: readonly LocaleCode[]
  status?: number
  title: string
}
