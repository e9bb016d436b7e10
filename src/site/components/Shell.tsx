/** @jsxImportSource hono/jsx */
import { pathInLocale } from '../../addresses/paths.ts'
import { defaultLocale, locales } from '../../vocabularies/locales.ts'
import type { Asked } from '../asked.ts'
import { hrefOf } from '../asked.ts'
import { assets } from '../assets.ts'
import type { Chrome } from '../chrome.ts'
import type { Reader } from '../cms.ts'
import { directionOf, markGerman } from '../language.ts'
import { jsonLDOf } from '../linkedData.ts'
import { texts } from '../texts/index.ts'
import type { View } from '../view.ts'
import { Emergency } from './Emergency.tsx'
import { Footer } from './Footer.tsx'
import { Menu } from './Menu.tsx'

type Props = { asked: Asked; chrome: Chrome; reader: Reader; view: View }

/** A whole page: what is the same on all of them, around what is its own. */
export const Shell = ({ asked, chrome, reader, view }: Props) => {
  const { locale, say } = reader
  const { emergency, site } = chrome
  return (
    <html dir={directionOf(locale)} lang={locale}>
      <Head asked={asked} chrome={chrome} reader={reader} view={view} />
      <body>
        <a class="skip" href="#inhalt">
          {say.skip}
        </a>
        <span class="unseen" id="exit-status" role="status" />
        <Emergency emergency={emergency} reader={reader} />
        <header class="head">
          <div class="wide">
            <a class="brand" href={pathInLocale('/', locale)}>
              <span class="brand-short">{site.shown.shortName ?? say.start}</span>{' '}
              <span class="brand-name" {...markGerman(reader, site.own.claim)}>
                {site.shown.claim ?? site.shown.name}
              </span>
            </a>
            <Languages asked={asked} reader={reader} />
          </div>
          <Menu asked={asked} chrome={chrome} label={say.mainMenu} reader={reader} />
          <p class="to-menu wide">
            <a href="#menue">{say.menu}</a>
            <a href={pathInLocale('/suche', locale)}>{say.search}</a>
          </p>
        </header>
        {view.breadcrumbs && <Breadcrumbs crumbs={view.breadcrumbs} reader={reader} />}
        <main id="inhalt" tabindex={-1} class="wide">
          {view.isPreview && <p class="callout">{say.isPreview}</p>}
          {view.isUntranslated && <p class="callout">{say.notTranslated}</p>}
          {view.content}
        </main>
        <Footer asked={asked} chrome={chrome} reader={reader} />
      </body>
    </html>
  )
}

const Head = ({ asked, chrome: { site }, reader: { locale, say, siteURL }, view }: Props) => {
  const { description, isPreview, linkedData, locales: written, status = 200, title } = view
  const absolute = (code: typeof locale) => `${siteURL}${hrefOf({ ...asked, locale: code })}`
  const alternates = locales.filter(({ code }) => !written || written.includes(code))
  const own = !written || written.includes(locale) ? locale : defaultLocale
  const name = site.shown.shortName ?? site.shown.name
  return (
    <head>
      <meta charset="utf-8" />
      <meta content="width=device-width, initial-scale=1" name="viewport" />
      <title>{name && title !== site.shown.name ? `${title} – ${name}` : title}</title>
      {description && <meta content={description} name="description" />}
      <meta content="light dark" name="color-scheme" />
      <link href={assets.style.path} rel="stylesheet" />
      <link href={assets.mark.path} rel="icon" type="image/svg+xml" />
      {status === 200 && !isPreview ? (
        <>
          <link href={absolute(own)} rel="canonical" />
          {alternates.map(({ code }) => (
            <link href={absolute(code)} hreflang={code} rel="alternate" />
          ))}
          {linkedData && (
            <script
              dangerouslySetInnerHTML={{ __html: jsonLDOf(linkedData) }}
              type="application/ld+json"
            />
          )}
        </>
      ) : (
        <meta content="noindex" name="robots" />
      )}
      {Object.entries(feeds).map(([format, type]) => (
        <link
          href={feedOf(format, locale)}
          rel="alternate"
          title={`${say.news} (${format})`}
          type={type}
        />
      ))}
      <script src={assets.script.path} type="module" />
      {isPreview && <script src={assets.preview.path} type="module" />}
    </head>
  )
}

const feeds = {
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  rss: 'application/rss+xml',
}

/** The feed of the news in a language. */
export const feedOf = (format: string, locale: string): string =>
  `/api/feed/${format}${locale === defaultLocale ? '' : `?locale=${locale}`}`

/** Each language by its own name, in itself. */
const Languages = ({ asked, reader: { locale, say } }: Pick<Props, 'asked' | 'reader'>) => (
  <nav aria-label={say.languages} class="languages">
    <ul>
      {locales.map(({ code }) => (
        <li>
          <a
            aria-current={code === locale ? 'true' : undefined}
            dir={directionOf(code)}
            href={hrefOf({ ...asked, locale: code })}
            hreflang={code}
            lang={code}
          >
            {texts[code].languageName}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const Breadcrumbs = ({
  crumbs,
  reader,
}: {
  crumbs: NonNullable<View['breadcrumbs']>
  reader: Reader
}) => (
  <nav aria-label={reader.say.breadcrumbs} class="breadcrumbs wide">
    <ol>
      {[{ label: reader.say.start, path: '/' }, ...crumbs].map(
        ({ isGerman, label, path }: NonNullable<View['breadcrumbs']>[number]) => (
          <li>
            {path ? (
              <a href={pathInLocale(path, reader.locale)} {...markGerman(reader, !isGerman)}>
                {label}
              </a>
            ) : (
              <span aria-current="page" {...markGerman(reader, !isGerman)}>
                {label}
              </span>
            )}
          </li>
        ),
      )}
    </ol>
  </nav>
)
