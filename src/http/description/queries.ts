import { facetsOf, filters, hasFacets } from '../../addresses/filters.ts'
import { locales } from '../../vocabularies/locales.ts'
import { limits } from '../limits/clampQuery.ts'
import type { Content } from './content.ts'
import { codesSchema } from './content.ts'
import { formats } from '../shapes/formats.ts'
import { questionExamples, revisionExample } from './examples.ts'
import type { Parameter, Schema } from './openAPI.ts'
import { arrayOf, ref } from './openAPI.ts'

/** A parameter with a plain value. */
export const query = (
  name: string,
  description: string,
  schema: Schema,
  more: Partial<Parameter> & { example: unknown },
): Parameter => ({ name, description, in: 'query', schema, ...more })

/**
 * A parameter whose value is JSON; brackets say the same. It is described as a text: of what OpenAPI has for JSON
 * (`content`), and for brackets (`deepObject`), generated clients do not send what is nested.
 */
const inJSON = (name: string, description: string, schema: Schema, example: object): Parameter => ({
  name,
  description: `${description} As JSON, or in brackets: \`${inBrackets(name, example)}\`.`,
  example: JSON.stringify(example),
  in: 'query',
  schema: { contentMediaType: 'application/json', contentSchema: schema, type: 'string' },
})

const inBrackets = (name: string, value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([key, each]) => inBrackets(`${name}[${key}]`, each))
        .join('&')
    : `${name}=${String(value)}`

/** Several values, separated by commas. */
const list = (name: string, description: string, schema: Schema, example: unknown[]): Parameter =>
  query(name, description, schema, { example, explode: false, style: 'form' })

const whole = (least: number, most?: number): Schema => ({
  ...(most !== undefined && { maximum: most }),
  minimum: least,
  type: 'integer',
})

const yes: Schema = { enum: ['true'], type: 'string' }

export const locale = query('locale', 'The language of the texts.', ref('Locale'), {
  example: 'en',
})

export const inLanguage: Parameter[] = [
  locale,
  query(
    'fallback-locale',
    'What fills gaps; German, unless another language is named. `none` leaves them.',
    { enum: ['none', ...locales.map(({ code }) => code)], type: 'string' },
    { example: 'none' },
  ),
]

/** What every public read takes. */
export const asOf = query(
  'revision',
  'The state of the content that the reply must not be older than: the `revision` of a webhook, or a `cursor` of `/api/changes`.',
  { type: 'string' },
  { example: revisionExample },
)

export const fallbackMark = query(
  'fallback',
  '`mark`: each document says in `fallbacks` which of its fields are not in the language that was asked for, and in which instead.',
  { enum: ['mark'], type: 'string' },
  { example: 'mark' },
)

/** How documents are written, beside which fields they have. */
export const written: Parameter[] = [
  query(
    'format',
    'Rich text as a string: as HTML without scripts, styles and classes, or as plain text. Its links are absolute.',
    { enum: [...formats], type: 'string' },
    { example: 'html' },
  ),
  fallbackMark,
]

/** Pages of a list. */
export const paging = (most: number): Parameter[] => [
  query('limit', 'How many documents at most.', { default: 10, ...whole(1, most) }, { example: 5 }),
  query('page', 'Which page.', { default: 1, ...whole(1, limits.page) }, { example: 1 }),
]

/** How much of a document is answered, and in which language. */
export const shapeOf = ({ name, slug }: Pick<Content, 'name' | 'slug'>): Parameter[] => [
  query(
    'depth',
    'How far related documents are filled in.',
    { default: 1, ...whole(0, limits.depth) },
    { example: 0 },
  ),
  inJSON(
    'select',
    'Which fields to answer; by `false`, which not.',
    ref(`${name}Select`),
    questionExamples[slug]?.select ?? { updatedAt: true },
  ),
  populate,
  ...written,
  ...inLanguage,
  asOf,
]

const populate = inJSON(
  'populate',
  'Which fields related documents have, by their collection.',
  ref('Populate'),
  { pages: { path: true, title: true } },
)

const whereOf = ({ name, slug }: Content): Parameter =>
  inJSON('where', 'Conditions.', ref(`${name}Where`), questionExamples[slug]?.where ?? {})

/** Questions that no field holds the answer to, by collection. */
const questions: Record<string, Parameter[] | undefined> = {
  partners: [
    query(
      'near',
      'A latitude, a longitude and kilometres: those whose address is public and within; the nearest first, each with its `distance` in kilometres.',
      { pattern: '^-?[\\d.]+,-?[\\d.]+,[\\d.]+$', type: 'string' },
      { example: '52.26,10.52,25' },
    ),
    query(
      'openAt',
      'Those that are open at a day and time, in Berlin where no time zone is named. A public holiday of Lower Saxony has the hours of a Sunday; hours by appointment do not count.',
      { type: 'string' },
      { example: '2026-12-01T10:00' },
    ),
    query('openNow', 'Those that are open now.', yes, { example: 'true' }),
  ],
  standards: [
    query('current', 'Those in force that nothing in force supersedes.', yes, { example: 'true' }),
  ],
}

/** What counts and lists take to narrow what they find. */
export const conditionsOf = (content: Content): Parameter[] => [
  ...shortFilters(content.slug),
  ...(questions[content.slug] ?? []),
  whereOf(content),
]

const facetsParameter = (slug: string): Parameter[] =>
  hasFacets(slug)
    ? [
        list(
          'facets',
          'How many of all pages each code of these filters would find, as `facets` beside `docs`.',
          arrayOf({ enum: facetsOf(slug), type: 'string' }, { minItems: 1 }),
          facetsOf(slug).slice(0, 2),
        ),
      ]
    : []

export const listParametersOf = (content: Content): Parameter[] => [
  ...conditionsOf(content),
  ...facetsParameter(content.slug),
  list(
    'sort',
    'Fields to sort by, `-` for descending.',
    ref(`${content.name}Sort`),
    questionExamples[content.slug]?.sort ?? [],
  ),
  ...paging(limits.documents),
  query(
    'pagination',
    '`false`: the documents are not counted.',
    { default: true, type: 'boolean' },
    { example: false },
  ),
  ...shapeOf(content),
]

/** Short for conditions. */
const shortFilters = (collection: string): Parameter[] =>
  Object.entries(filters[collection] ?? {}).map(([name, { codes, field }]) => {
    const values = codes?.map(({ value }) => value)
    return list(
      name,
      `Any of these \`${field}\`.${name === 'path' ? ' A language may be in front.' : ''}${name === 'district' ? ' Also finds partners that serve the whole region, the state or the country.' : ''}`,
      arrayOf(values ? codesSchema(values) : { type: 'string' }, { minItems: 1 }),
      values?.slice(0, 2) ?? [(name === 'path' ? pathExamples : slugExamples)[collection]],
    )
  })

const slugExamples: Record<string, string> = {
  news: 'kooperationsvereinbarung-gezeichnet',
  pages: 'koordinierungsstelle',
  partners: 'muster-biss-braunschweig',
  standards: 'kooperationsvereinbarung',
}

const pathExamples: Record<string, string> = {
  news: '/aktuelles/kooperationsvereinbarung-gezeichnet',
  pages: '/koordinierungsstelle',
  partners: '/partner/muster-biss-braunschweig',
  standards: '/standards/kooperationsvereinbarung',
}
