import type { LinkableCollection } from '../addresses/paths.ts'
import type { Chrome } from './chrome.ts'
import type { Found, Reader } from './cms.ts'
import type { View } from './view.ts'
import { newsItemView } from './views/news.tsx'
import { pageView } from './views/pageOfTree.tsx'
import { partnerView } from './views/partners.tsx'
import { standardView } from './views/standards.tsx'
import { startView } from './views/start.tsx'

/** How a document is shown, wherever it was read: published or, for a preview, as a draft. */
export const documentView = async (reader: Reader, chrome: Chrome, found: Found): Promise<View> => {
  const view = await viewOf(reader, chrome, found)
  return { ...view, isUntranslated: !found.locales.includes(reader.locale) }
}

const viewOf = (reader: Reader, chrome: Chrome, found: Found): Promise<View> | View => {
  if (isOf('news', found)) {
    return newsItemView(reader, chrome, found)
  }
  if (isOf('partners', found)) {
    return partnerView(reader, found)
  }
  if (isOf('standards', found)) {
    return standardView(reader, found)
  }
  const page = found as Found<'pages'>
  return page.path === '/' ? startView(reader, chrome, page) : pageView(reader, page)
}

const isOf = <Slug extends LinkableCollection>(
  collection: Slug,
  found: Found,
): found is Found<Slug> => found.collection === collection
