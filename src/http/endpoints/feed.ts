import type { Endpoint } from 'payload'

import { Feed } from 'feed'
import { NotFound } from 'payload'

import { published } from '../../access/content.ts'
import { inLocale } from '../../addresses/localeOf.ts'
import { pathInLocale, pathOf } from '../../addresses/paths.ts'
import { environment } from '../../environment.ts'
import { escapeHTML } from '../../lib/escapeHTML.ts'
import { ownValue } from '../../lib/ownValue.ts'
import type { Media } from '../../payload-types.ts'
import { topics } from '../../vocabularies/topics.ts'
import { labelLanguageOf } from '../../vocabularies/vocabulary.ts'

/** How many items a feed has. */
const maxItems = 30

/** The package `feed` takes titles for HTML in Atom, and for plain text elsewhere; descriptions are always HTML. */
const formats = {
  atom: { type: 'application/atom+xml', write: (feed: Feed) => feed.atom1() },
  json: { type: 'application/feed+json', write: (feed: Feed) => feed.json1() },
  rss: { type: 'application/rss+xml', write: (feed: Feed) => feed.rss2() },
}

type Format = keyof typeof formats

/**
 * `GET /api/feed/atom`, `/rss` and `/json`: the latest news in one language, with links to the
 * website (SITE_URL). With `fallback-locale=none`, only news that is written in that language.
 */
export const feed: Endpoint = {
  handler: async (req) => {
    const format = ownValue<(typeof formats)[Format]>(formats, String(req.routeParams?.format))
    if (!format) {
      throw new NotFound(req.t)
    }
    const { fallbackLocale, locale } = inLocale(req)
    const [site, { docs }] = await Promise.all([
      req.payload.findGlobal({ slug: 'site', depth: 0, locale, overrideAccess: false }),
      req.payload.find({
        collection: 'news',
        depth: 1,
        fallbackLocale,
        limit: maxItems,
        locale,
        pagination: false,
        select: {
          image: true,
          publishedAt: true,
          slug: true,
          teaser: true,
          title: true,
          topics: true,
          updatedAt: true,
        },
        sort: '-publishedAt',
        where: published,
      }),
    ])
    const url = (path: string) => `${environment.siteURL}${pathInLocale(path, locale)}`
    const localeQuery = locale === 'de' ? '' : `?locale=${locale}`
    const feedAddress = (name: Format) => `${environment.publicURL}/api/feed/${name}${localeQuery}`
    const news = docs.filter(({ title }) => title)
    const result = new Feed({
      author: { link: url('/'), name: site.name },
      description: site.claim ?? site.name,
      feedLinks: { atom: feedAddress('atom'), json: feedAddress('json'), rss: feedAddress('rss') },
      generator: false,
      id: url('/'),
      language: locale,
      link: url('/'),
      title: site.name,
      updated: new Date(
        Math.max(
          Date.parse(site.updatedAt ?? ''),
          ...news.map((each) => Date.parse(each.updatedAt)),
        ),
      ),
    })
    for (const item of news) {
      const link = url(pathOf('news', item) ?? '/')
      result.addItem({
        category: (item.topics ?? []).map((code) => ({
          name: topics.find(({ value }) => value === code)?.label[labelLanguageOf(locale)],
          term: code,
        })),
        date: new Date(item.updatedAt),
        description: escapeHTML(item.teaser ?? item.title),
        // Not the link, which changes with the slug: readers would show the item again.
        id: `${environment.publicURL}/api/news/${item.id}${localeQuery}`,
        image: enclosureOf(item.image),
        link,
        published: new Date(item.publishedAt),
        title: format === formats.atom ? escapeHTML(item.title) : item.title,
      })
    }
    return new Response(format.write(result), {
      headers: { 'Content-Type': `${format.type}; charset=utf-8` },
    })
  },
  method: 'get',
  path: '/feed/:format',
}

const enclosureOf = (image: Media | null | string | undefined) =>
  typeof image === 'object' && image?.url
    ? {
        length: image.filesize ?? 0,
        type: image.mimeType ?? undefined,
        url: new URL(image.url, environment.publicURL).href,
      }
    : undefined
