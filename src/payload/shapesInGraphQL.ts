import type { GraphQLArgument, GraphQLEnumType, GraphQLField, GraphQLObjectType } from 'graphql'
import type { GraphQLExtension, PayloadRequest } from 'payload'

import DataLoader from 'dataloader'

import type { Fallbacks } from '../http/shapes/fallbacks.ts'
import { markFallbacks } from '../http/shapes/fallbacks.ts'
import type { Format } from '../http/shapes/formats.ts'
import { convertTexts, formats } from '../http/shapes/formats.ts'
import type { Reading } from '../http/shapes/shape.ts'
import { isRichText } from '../lib/richText.ts'
import { defaultLocale } from '../vocabularies/locales.ts'
import type { Fields } from './eachField.ts'
import type { Context } from './ownContext.ts'
import { readingOfDocument } from './ownContext.ts'

type GraphQL = Parameters<GraphQLExtension>[0]

type Values = Record<string, unknown>

let formatType: GraphQLEnumType | undefined

/** The type of the argument `format`, one in all schemas. */
const typeOfFormat = ({ GraphQLEnumType }: GraphQL): GraphQLEnumType => {
  formatType ??= new GraphQLEnumType({
    description:
      'As HTML without scripts, styles and classes, or as plain text. Links are absolute.',
    name: 'RichTextFormat',
    values: Object.fromEntries(formats.map((format) => [format, {}])),
  })
  return formatType
}

const without = { astNode: undefined, deprecationReason: undefined, extensions: {} }

/**
 * Lets a query ask for rich text as a string: `body(format: html)`.
 *
 * @param fields of a type of the schema.
 * @param name of one that is rich text.
 */
export const addFormat = (graphQL: GraphQL, fields: Fields, name: string): void => {
  const field = fields[name]
  const { args = [], resolve } = field ?? {}
  if (!field || !resolve || args.some((arg) => arg.name === 'format')) {
    return
  }
  const argument: GraphQLArgument = {
    ...without,
    defaultValue: undefined,
    description: undefined,
    name: 'format',
    type: typeOfFormat(graphQL),
  }
  args.push(argument)
  field.resolve = (doc, asked, context, info) => {
    const { format } = asked as { format?: Format }
    const text = (doc as Values)[name]
    if (!format || !isRichText(text)) {
      return resolve(doc, asked, context, info)
    }
    const { fallback, locale } = readingOfDocument(doc as Values, context as Context)
    const reader = { fallback, locale: locale === 'all' ? defaultLocale : locale }
    return loadersOf(context as Context)[format].load({ reader, text })
  }
}

let fallbackType: GraphQLObjectType | undefined

const typeOfFallback = ({
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLString,
}: GraphQL): GraphQLObjectType => {
  const text = { type: new GraphQLNonNull(GraphQLString) }
  fallbackType ??= new GraphQLObjectType({
    description:
      'A field that is not in the language that was asked for, and the language that it is in.',
    fields: { field: text, locale: text },
    name: 'Fallback',
  })
  return fallbackType
}

/**
 * Adds a field to the documents of a collection, or to a global: which of the fields that a query names are not in
 * the language that was asked for.
 *
 * @param fields of the type of the documents.
 */
export const addFallbacks = (graphQL: GraphQL, fields: Fields, slug: string): void => {
  const { GraphQLList, GraphQLNonNull } = graphQL
  const field: GraphQLField<Values, Context> = {
    ...without,
    args: [],
    description: undefined,
    name: 'fallbacks',
    resolve: async (doc, _, context) => {
      const reading = readingOfDocument(doc, context)
      const fallbacks = await loadersOf(context).fallbacks.load({ doc, reading, slug })
      return Object.entries(fallbacks).map(([field, locale]) => ({ field, locale }))
    },
    subscribe: undefined,
    type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(typeOfFallback(graphQL)))),
  }
  fields.fallbacks = field as unknown as Fields[string]
}

type Marked = { doc: Values; reading: Reading; slug: string }

type Loaders = { fallbacks: DataLoader<Marked, Fallbacks> } & Record<
  Format,
  DataLoader<Parameters<typeof convertTexts>[2][number], string>
>

const loaders = new WeakMap<Context, Loaders>()

/** Does for all documents of a list at once what is asked of each. */
const loadersOf = (context: Context): Loaders => {
  const { req } = context
  const converting = (format: Format): Loaders[Format] =>
    new DataLoader((texts) => convertTexts(req.payload, format, [...texts]), { cache: false })
  const known = loaders.get(context) ?? {
    fallbacks: new DataLoader((docs) => fallbacksOf(req, docs), { cache: false }),
    html: converting('html'),
    text: converting('text'),
  }
  loaders.set(context, known)
  return known
}

const copyOf = (doc: Values): { fallbacks?: Fallbacks } & Values => ({ ...doc })

const fallbacksOf = async (
  req: PayloadRequest,
  marked: readonly Marked[],
): Promise<Fallbacks[]> => {
  const copies = marked.map(({ doc, reading, slug }) => ({
    doc: copyOf(doc),
    how: { slug, ...reading },
  }))
  const ways = new Map(copies.map(({ how }) => [JSON.stringify(how), how]))
  for (const [key, how] of ways) {
    const docs = copies.filter((each) => JSON.stringify(each.how) === key).map(({ doc }) => doc)
    await markFallbacks(req, { docs, ...how })
  }
  return copies.map(({ doc }) => doc.fallbacks ?? {})
}
