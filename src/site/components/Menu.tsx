/** @jsxImportSource hono/jsx */
import { pathInLocale, pathOf } from '../../addresses/paths.ts'
import { safeLink } from '../../lib/safeLink.ts'
import type { Navigation } from '../../payload-types.ts'
import type { Asked } from '../asked.ts'
import type { Chrome } from '../chrome.ts'
import type { Reader } from '../cms.ts'
import { markGerman } from '../language.ts'

/** The parts of the website, and the pages that the office has chosen. */
export const Menu = ({
  asked,
  chrome: { navigation },
  id,
  label,
  reader,
}: {
  asked: Asked
  chrome: Chrome
  id?: string
  label: string
  reader: Reader
}) => {
  const { locale, say } = reader
  const parts = [
    { label: say.partners, path: '/partner' },
    { label: say.standards, path: '/standards' },
    { label: say.news, path: '/aktuelles' },
    { label: say.search, path: '/suche' },
  ]
  return (
    <nav aria-label={label} class="menu" id={id}>
      <ul class="wide">
        <MenuLinks
          asked={asked}
          links={navigation.shown.header}
          own={navigation.own.header}
          reader={reader}
        />
        {parts.map(({ label: name, path }) => (
          <li>
            <a aria-current={currentOf(asked.path, path)} href={pathInLocale(path, locale)}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Entries of the navigation, without those that lead to what is not public. */
export const MenuLinks = ({
  asked,
  links,
  own,
  reader,
}: {
  asked: Asked
  links: Navigation['header']
  own: Navigation['header']
  reader: Reader
}) => (
  <>
    {(links ?? []).map(({ label, page, type, url }, index) => {
      const path =
        type === 'page'
          ? typeof page === 'object' && page
            ? pathOf('pages', page)
            : undefined
          : safeLink(url)
      return (
        path && (
          <li {...markGerman(reader, own?.[index]?.label)}>
            <a
              aria-current={currentOf(asked.path, path)}
              href={path.startsWith('/') ? pathInLocale(path, reader.locale) : path}
              rel={path.startsWith('/') ? undefined : 'noreferrer'}
            >
              {label}
            </a>
          </li>
        )
      )
    })}
  </>
)

const currentOf = (here: string, path: string): 'page' | 'true' | undefined =>
  here === path ? 'page' : path !== '/' && here.startsWith(`${path}/`) ? 'true' : undefined
