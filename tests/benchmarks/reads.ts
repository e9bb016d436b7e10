/** One question of a frontend. `body`: it is asked by GraphQL. */
export type Read = { body?: string; name: string; path: string }

const graphQL = (name: string, query: string): Read => ({
  body: JSON.stringify({ query }),
  name: `${name} (GraphQL)`,
  path: '/api/graphql',
})

/**
 * What is measured.
 *
 * @param slug of a news item.
 */
export const readsOf = (slug: string): Read[] => [
  { name: '10 news', path: '/api/news?limit=10' },
  { name: 'a news item by slug', path: `/api/news?where[slug][equals]=${slug}` },
  { name: 'all 51 partners', path: '/api/partners?limit=51' },
  { name: 'partners of a district', path: '/api/partners?where[districts][in]=03151' },
  graphQL(
    '10 news',
    '{ News(limit: 10) { docs { title slug teaser publishedAt image { url alt } partners { name slug } } } }',
  ),
  graphQL(
    'a news item by slug',
    `{ News(where: { slug: { equals: "${slug}" } }) { docs { title slug teaser body publishedAt image { url alt } partners { name slug } } } }`,
  ),
  graphQL(
    'all 51 partners',
    '{ Partners(limit: 51) { docs { name slug kind districts services languages phones { label number } email website } } }',
  ),
  graphQL(
    'partners of a district',
    '{ Partners(where: { districts: { in: [_03151] } }) { docs { name slug kind districts services } } }',
  ),
]

/** Reads whose misses are compared with those of stock Payload by the stricter aim. */
export const isSmall = ({ name }: Read): boolean => !name.startsWith('all 51')
