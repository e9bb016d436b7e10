import type { GraphQLExtension, PayloadRequest } from 'payload'

import type { LocaleCode } from '../../addresses/localeOf.ts'
import { defaultLocale } from '../../vocabularies/locales.ts'
import type { SearchArgs } from './search.ts'
import { findByWords } from './search.ts'

type Args = { fallbackLocale?: string; locale?: LocaleCode } & Pick<
  SearchArgs,
  'limit' | 'page' | 'q'
>

/** `Search(q: "…", locale: en, limit: 10, page: 1)`: as `GET /api/search`. */
export const searchQuery: GraphQLExtension = (graphQL, { types }) => {
  const {
    GraphQLBoolean,
    GraphQLInt,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLString,
  } = graphQL
  const text = { type: new GraphQLNonNull(GraphQLString) }
  const number = { type: new GraphQLNonNull(GraphQLInt) }
  const result = new GraphQLObjectType({
    fields: {
      collection: text,
      excerpt: { type: GraphQLString },
      id: text,
      path: text,
      slug: text,
      title: text,
      url: text,
    },
    name: 'SearchResult',
  })
  return {
    Search: {
      args: {
        fallbackLocale: { type: types.fallbackLocaleInputType },
        limit: { type: GraphQLInt },
        locale: { type: types.localeInputType },
        page: { type: GraphQLInt },
        q: text,
      },
      resolve: (_: unknown, args: Args, { req }: { req: PayloadRequest }) =>
        findByWords(req, {
          ...args,
          fallbackLocale: args.fallbackLocale === 'none' ? false : defaultLocale,
          locale: args.locale ?? defaultLocale,
        }),
      type: new GraphQLObjectType({
        fields: {
          docs: { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(result))) },
          hasNextPage: { type: new GraphQLNonNull(GraphQLBoolean) },
          limit: number,
          page: number,
          totalDocs: number,
          totalPages: number,
        },
        name: 'SearchResults',
      }),
    },
  }
}
