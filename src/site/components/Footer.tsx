/** @jsxImportSource hono/jsx */
import { legalPages } from '../../addresses/legalPages.ts'
import { pathInLocale } from '../../addresses/paths.ts'
import type { Asked } from '../asked.ts'
import type { Chrome } from '../chrome.ts'
import type { Reader } from '../cms.ts'
import { markGerman } from '../language.ts'
import { Menu, MenuLinks } from './Menu.tsx'

/** The menu again, for narrow screens, and the links that the law requires on every page. */
export const Footer = ({
  asked,
  chrome,
  reader,
}: {
  asked: Asked
  chrome: Chrome
  reader: Reader
}) => {
  const { navigation, site } = chrome
  const { locale, say } = reader
  return (
    <footer>
      <Menu asked={asked} chrome={chrome} id="menue" label={say.menu} reader={reader} />
      <nav aria-label={say.legalMenu} class="legal">
        <ul class="wide">
          <MenuLinks
            asked={asked}
            links={navigation.shown.footer}
            own={navigation.own.footer}
            reader={reader}
          />
          {Object.entries(legalPages).map(([slug, { text }]) => (
            <li>
              <a
                aria-current={asked.path === `/${slug}` ? 'page' : undefined}
                href={pathInLocale(`/${slug}`, locale)}
              >
                {say[text]}
              </a>
            </li>
          ))}
          <li>
            <a href={`${pathInLocale('/', locale)}#schnell-verlassen`}>{say.exit}</a>
          </li>
        </ul>
      </nav>
      <p class="wide quiet" {...markGerman(reader, site.own.name)}>
        {site.shown.name}
      </p>
    </footer>
  )
}
