/** @jsxImportSource hono/jsx */
import { pathInLocale } from '../../addresses/paths.ts'
import type { Chrome } from '../chrome.ts'
import type { Found, Reader } from '../cms.ts'
import { readList } from '../cms.ts'
import { Choice } from '../components/Choice.tsx'
import { Day } from '../components/Day.tsx'
import { Fact } from '../components/Fact.tsx'
import { NewsSummary } from '../components/NewsSummary.tsx'
import { RichText } from '../components/RichText.tsx'
import { markGerman } from '../language.ts'
import { siteData } from '../linkedData.ts'
import type { View } from '../view.ts'

/** How many news items the start page shows. */
const newest = 3

/** The start page: who the office is, and where to go from here. */
export const startView = async (
  reader: Reader,
  chrome: Chrome,
  page: Found<'pages'> | undefined,
): Promise<View> => {
  const { locale, say } = reader
  const { site } = chrome
  const { docs: news } = await readList(reader, {
    collection: 'news',
    limit: newest,
    pagination: false,
    sort: '-publishedAt',
  })
  const { cooperation, name } = site.shown
  const title = page?.shown.title ?? name ?? say.start
  return {
    content: (
      <>
        <section class="hero">
          <h1 {...markGerman(reader, page?.own.title ?? site.own.name)}>{title}</h1>
          {page?.shown.intro && (
            <p class="lead" {...markGerman(reader, page.own.intro)}>
              {page.shown.intro}
            </p>
          )}
          <div {...markGerman(reader, page?.own.body)}>
            <RichText body={page?.shown.body} reader={reader} />
          </div>
          <dl class="figures">
            <Fact title={say.cooperationPartners}>{cooperation?.partners}</Fact>
            <Fact title={say.cooperationSince}>
              {cooperation?.signedOn && <Day date={cooperation.signedOn} reader={reader} />}
            </Fact>
          </dl>
        </section>
        <div class="ways">
          <section class="panel strong">
            <h2>{say.findHelp}</h2>
            <p>{say.findHelpText}</p>
            <form action={pathInLocale('/partner', locale)}>
              <Choice label={say.district} name="district" reader={reader} vocabulary="districts" />
              <button>{say.show}</button>
            </form>
          </section>
          <section class="panel">
            <h2>
              <a href={pathInLocale('/standards', locale)}>{say.standards}</a>
            </h2>
            <p>{say.standardsText}</p>
          </section>
        </div>
        {news.length > 0 && (
          <section class="news">
            <h2>{say.news}</h2>
            {news.map((item) => (
              <NewsSummary heading="h3" item={item} reader={reader} />
            ))}
            <p>
              <a href={pathInLocale('/aktuelles', locale)}>{say.allNews}</a>
            </p>
          </section>
        )}
        <section class="text" id="schnell-verlassen">
          <h2>{say.exit}</h2>
          {say.exitHow.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </section>
      </>
    ),
    description: page?.shown.meta?.description ?? undefined,
    linkedData: siteData(reader, chrome),
    locales: page?.locales,
    title,
  }
}
