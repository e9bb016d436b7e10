import * as graphQL from 'graphql'
import { describe, expect, it } from 'vitest'

import { searchQuery } from '../../../../src/features/search/searchQuery.ts'

const { Search } = searchQuery(graphQL, {
  types: {
    fallbackLocaleInputType: graphQL.GraphQLString,
    localeInputType: graphQL.GraphQLString,
  },
} as never) as unknown as { Search: graphQL.GraphQLFieldConfig<unknown, unknown> }

const schema = new graphQL.GraphQLSchema({
  query: new graphQL.GraphQLObjectType({ fields: { Search }, name: 'Query' }),
})

type Find = { collection: string; fallbackLocale: unknown; locale: unknown }

/** Asks, of content in which each collection has one document of that title. */
const ask = async (args: string, title = 'Gewalt') => {
  const asked: Find[] = []
  const find = (query: Find) => {
    asked.push(query)
    return Promise.resolve({
      docs: [{ id: query.collection, path: '/seite', slug: 'a', title, name: title }],
    })
  }
  const { data, errors } = await graphQL.graphql({
    contextValue: { req: { payload: { find } } },
    schema,
    source: `{ Search(${args}) { docs { collection excerpt id path slug title } hasNextPage limit page totalDocs totalPages } }`,
  })
  return { asked, errors: errors?.map(({ message }) => message), search: data?.Search }
}

describe('a search by GraphQL', () => {
  it.each([
    ['q: "Gewalt"', 'de', 'de'],
    ['q: "Gewalt", locale: "en"', 'en', 'de'],
    ['q: "Gewalt", locale: "ar", fallbackLocale: "none"', 'ar', false],
    ['q: "Gewalt", fallbackLocale: "en"', 'de', 'de'],
    ['q: "Gewalt", locale: null, fallbackLocale: null', 'de', 'de'],
  ])('should be in the language that is asked for: %s', async (args, locale, fallbackLocale) => {
    const { asked, errors } = await ask(args)
    expect(errors).toBeUndefined()
    expect(asked.map(({ collection }) => collection).toSorted()).toEqual([
      'news',
      'pages',
      'partners',
      'standards',
    ])
    expect(asked.map((each) => [each.locale, each.fallbackLocale])).toEqual(
      asked.map(() => [locale, fallbackLocale]),
    )
  })

  it('should answer documents with their addresses, and how many pages there are', async () => {
    expect((await ask('q: "gewalt", limit: 3, page: 2')).search).toEqual({
      docs: [
        {
          collection: 'standards',
          excerpt: null,
          id: 'standards',
          path: '/standards/a',
          slug: 'a',
          title: 'Gewalt',
        },
      ],
      hasNextPage: false,
      limit: 3,
      page: 2,
      totalDocs: 4,
      totalPages: 2,
    })
  })

  it.each([
    'q: ""',
    'q: "a"',
    'q: "a b c"',
    'q: "?!"',
    `q: "${'ab '.repeat(34)}"`,
    'q: "aa bb cc dd ee ff gg hh ii"',
  ])('should be refused without words that can be looked for: %s', async (args) => {
    const { asked, errors } = await ask(args)
    expect(errors).toEqual([
      '„q“ braucht ein bis 8 Wörter aus mindestens zwei Buchstaben, zusammen höchstens 100 Zeichen.',
    ])
    expect(asked).toEqual([])
  })

  it.each(['limit: 0', 'limit: 51', 'limit: -1', 'page: 0', 'page: 1001'])(
    'should be refused where it asks for too much: %s',
    async (args) => {
      const { asked, errors } = await ask(`q: "Gewalt", ${args}`)
      expect(errors).toEqual(['„limit“ ist eine ganze Zahl von 1 bis 50, „page“ eine ab 1.'])
      expect(asked).toEqual([])
    },
  )

  it('should need something to look for', async () => {
    expect((await ask('limit: 1')).errors?.[0]).toMatch(/"q" of type "String!" is required/)
  })
})
