import type { Question } from './client.ts'

/** A question of a frontend, to this project and to plain Payload. */
export type Read = { name: string; ours: Question; plain: Question }

const byREST = (name: string, ours: string, plain = ours): Read => ({
  name,
  ours: { path: `/api/${ours}` },
  plain: { path: `/api/${plain}` },
})

const asGraphQL = (query: string): Question => ({
  body: JSON.stringify({ query }),
  path: '/api/graphql',
})

/** @param plain as plain Payload calls what is asked for: it has no special names, and codes are texts. */
const byGraphQL = (name: string, query: string, plain: string): Read => ({
  name: `${name} (GraphQL)`,
  ours: asGraphQL(query),
  plain: asGraphQL(plain),
})

const newsItem = 'title slug teaser publishedAt image { url alt } partners { name slug }'
const partner = 'name slug kind districts services languages'

/**
 * What is measured.
 *
 * @param slug of a news item.
 */
export const readsOf = (slug: string): Read[] => [
  byREST('10 news', 'news?limit=10&sort=-publishedAt'),
  byREST('a news item by slug', `news?limit=1&where[slug][equals]=${slug}`),
  byREST('51 partners', 'partners?limit=51'),
  byREST(
    'partners of a district',
    'partners?where[districts][in]=03151',
    'partners?where[districts][in]=03151&limit=10',
  ),
  byGraphQL(
    '10 news',
    `{ News(limit: 10, sort: "-publishedAt") { docs { ${newsItem} } } }`,
    `{ allNews(limit: 10, sort: "-publishedAt") { docs { ${newsItem} } } }`,
  ),
  byGraphQL(
    'a news item by slug',
    `{ News(limit: 1, where: { slug: { equals: "${slug}" } }) { docs { ${newsItem} body } } }`,
    `{ allNews(limit: 1, where: { slug: { equals: "${slug}" } }) { docs { ${newsItem} body } } }`,
  ),
  byGraphQL(
    '51 partners',
    `{ Partners(limit: 51) { docs { ${partner} phones { label number } email website } } }`,
    `{ Partners(limit: 51) { docs { ${partner} phones { label number } email website } } }`,
  ),
  byGraphQL(
    'partners of a district',
    `{ Partners(limit: 10, where: { districts: { in: [_03151] } }) { docs { ${partner} } } }`,
    `{ Partners(limit: 10, where: { districts: { in: ["03151"] } }) { docs { ${partner} } } }`,
  ),
]

/** A condition that holds for every document, and that nobody has asked before: `*` becomes a number (`Question`). */
export const sinceEver = 'where[createdAt][greater_than]=1970-01-01T00:00:00.*Z'

/** The same question, asked as nobody has before. */
export const neverAsked = ({ body, path, ...rest }: Question): Question => ({
  ...rest,
  body: body?.replace(/\{ (?=(?:all)?(?:News|Partners))/, '{ n*: '),
  path: body === undefined ? `${path}&${sinceEver}` : path,
})
