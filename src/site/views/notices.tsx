/** @jsxImportSource hono/jsx */
import type { LegalSlug } from '../../addresses/legalPages.ts'
import { legalPages } from '../../addresses/legalPages.ts'
import { pathInLocale } from '../../addresses/paths.ts'
import type { Chrome } from '../chrome.ts'
import type { Reader } from '../cms.ts'
import { EmergencyNumbers } from '../components/Emergency.tsx'
import { SearchForm } from '../components/SearchForm.tsx'
import type { View } from '../view.ts'

/** The page for an unknown address, with links to go on. */
export const notFoundView = (reader: Reader, { emergency }: Chrome): View => {
  const { locale, say } = reader
  return {
    content: (
      <>
        <h1>{say.notFound}</h1>
        <p class="lead">{say.notFoundText}</p>
        <SearchForm reader={reader} />
        <ul>
          <li>
            <a href={pathInLocale('/', locale)}>{say.start}</a>
          </li>
          <li>
            <a href={pathInLocale('/partner', locale)}>{say.partners}</a>
          </li>
        </ul>
        <h2>{say.emergency}</h2>
        <EmergencyNumbers emergency={emergency} reader={reader} />
      </>
    ),
    status: 404,
    title: say.notFound,
  }
}

/** A placeholder for a page that the law requires, until the office has written it. */
export const notFilledInView = ({ say }: Reader, slug: LegalSlug): View => {
  const title = say[legalPages[slug].text]
  return {
    breadcrumbs: [{ label: title }],
    content: (
      <>
        <h1>{title}</h1>
        <p>{say.notFilledIn}</p>
      </>
    ),
    title,
  }
}
