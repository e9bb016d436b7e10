import { filters } from '../../addresses/filters.ts'
import { locales } from '../../vocabularies/locales.ts'
import { limits } from '../limits/clampQuery.ts'
import type { Content } from './content.ts'
import { codesSchema } from './content.ts'
import { questionExamples } from './examples.ts'
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
  ...inLanguage,
]

const populate = inJSON(
  'populate',
  'Which fields related documents have, by their collection.',
  ref('Populate'),
  { pages: { path: true, title: true } },
)

export const whereOf = ({ name, slug }: Content): Parameter =>
  inJSON('where', 'Conditions.', ref(`${name}Where`), questionExamples[slug]?.where ?? {})

export const listParametersOf = (content: Content): Parameter[] => [
  ...shortFilters(content.slug),
  whereOf(content),
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
export const shortFilters = (collection: string): Parameter[] =>
  Object.entries(filters[collection] ?? {}).map(([name, { codes, field }]) => {
    const values = codes?.map(({ value }) => value)
    return list(
      name,
      `Any of these \`${field}\`.${name === 'district' ? ' Also finds partners that serve the whole region, the state or the country.' : ''}`,
      arrayOf(values ? codesSchema(values) : { type: 'string' }, { minItems: 1 }),
      values?.slice(0, 2) ?? [slugExamples[collection]],
    )
  })

const slugExamples: Record<string, string> = {
  news: 'kooperationsvereinbarung-gezeichnet',
  pages: 'koordinierungsstelle',
  partners: 'muster-biss-braunschweig',
  standards: 'kooperationsvereinbarung',
}
