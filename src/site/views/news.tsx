/** @jsxImportSource hono/jsx */
import { pathInLocale } from '../../addresses/paths.ts'
import type { Asked } from '../asked.ts'
import { pageOf } from '../asked.ts'
import type { Chrome } from '../chrome.ts'
import type { Found, Reader } from '../cms.ts'
import { readList } from '../cms.ts'
import { Choice } from '../components/Choice.tsx'
import { Codes } from '../components/Codes.tsx'
import { Day } from '../components/Day.tsx'
import { NewsSummary } from '../components/NewsSummary.tsx'
import { Pagination } from '../components/Pagination.tsx'
import { PartnerNames } from '../components/PartnerNames.tsx'
import { Picture } from '../components/Picture.tsx'
import { RichText } from '../components/RichText.tsx'
import { feedOf } from '../components/Shell.tsx'
import { markGerman } from '../language.ts'
import { newsData } from '../linkedData.ts'
import type { View } from '../view.ts'
import { isBeyond } from './partners.tsx'

const newsOnPage = 10

/** News, the newest first, and how to subscribe to them. */
export const newsView = async (reader: Reader, asked: Asked): Promise<View> => {
  const { locale, say } = reader
  const { topic } = asked.query
  const { docs, totalPages } = await readList(reader, {
    collection: 'news',
    limit: newsOnPage,
    page: pageOf(asked.query),
    sort: '-publishedAt',
    where: topic ? { topics: { in: [topic] } } : undefined,
  })
  const path = pathInLocale('/aktuelles', locale)
  return {
    breadcrumbs: [{ label: say.news }],
    content: (
      <>
        <h1>{say.news}</h1>
        <form action={path} class="panel filters">
          <Choice
            chosen={topic}
            label={say.topic}
            name="topic"
            reader={reader}
            vocabulary="topics"
          />
          <button>{say.show}</button>
        </form>
        {topic && (
          <p class="results">
            <a href={path}>{say.removeFilters}</a>
          </p>
        )}
        {docs.length === 0 && <p>{say.noNews}</p>}
        <div class="news">
          {docs.map((item) => (
            <NewsSummary heading="h2" item={item} reader={reader} />
          ))}
        </div>
        <Pagination asked={asked} reader={reader} totalPages={totalPages} />
        <p class="quiet">
          {say.feeds}: <a href={feedOf('atom', locale)}>Atom</a>,{' '}
          <a href={feedOf('rss', locale)}>RSS</a>, <a href={feedOf('json', locale)}>JSON</a>
        </p>
      </>
    ),
    status: isBeyond(asked, totalPages) ? 404 : 200,
    title: say.news,
  }
}

/** A news item. */
export const newsItemView = (reader: Reader, chrome: Chrome, found: Found<'news'>): View => {
  const { locales, own, shown } = found
  const { say } = reader
  const image = typeof shown.image === 'object' ? shown.image : undefined
  const ownImage = typeof own.image === 'object' ? own.image : undefined
  return {
    breadcrumbs: [
      { label: say.news, path: '/aktuelles' },
      { isGerman: !own.title, label: shown.title },
    ],
    content: (
      <article>
        <p class="quiet">
          <Day date={shown.publishedAt} reader={reader} />
        </p>
        <h1 {...markGerman(reader, own.title)}>{shown.title}</h1>
        {shown.teaser && (
          <p class="lead" {...markGerman(reader, own.teaser)}>
            {shown.teaser}
          </p>
        )}
        {image && <Picture image={image} own={ownImage ?? image} reader={reader} />}
        {shown.body && (
          <div {...markGerman(reader, own.body)}>
            <RichText body={shown.body} reader={reader} />
          </div>
        )}
        <dl class="facts">
          <Codes codes={shown.topics} reader={reader} title={say.topics} vocabulary="topics" />
        </dl>
        {shown.partners && shown.partners.length > 0 && (
          <section>
            <h2>{say.partnersConcerned}</h2>
            <PartnerNames partners={shown.partners} reader={reader} />
          </section>
        )}
      </article>
    ),
    description: shown.meta?.description ?? shown.teaser ?? undefined,
    linkedData: [newsData(reader, chrome, found)],
    locales,
    title: shown.title,
  }
}
