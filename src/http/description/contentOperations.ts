import { hasFacets } from '../../addresses/filters.ts'
import type { Content } from './content.ts'
import { documentExample, fileExamples, idExample, listExample } from './examples.ts'
import type { Operation, Parameter, Paths, Schema } from './openAPI.ts'
import { arrayOf, json, object, ref } from './openAPI.ts'
import { asOf, conditionsOf, listParametersOf, shapeOf } from './queries.ts'
import { forbidden, notFound, refusals, refused } from './refusals.ts'

const integer: Schema = { minimum: 0, type: 'integer' }

const inPath = (name: string, description: string, schema: Schema, example: string): Parameter => ({
  name,
  description,
  example,
  in: 'path',
  required: true,
  schema,
})

const inPathID = inPath('id', 'The id of the document.', ref('ID'), idExample)

/** Which rights whoever asks has; the admin UI is its client. */
const rightsTo = (slug: string, parameters: Parameter[]): { post: Operation } => ({
  post: {
    description: 'The fields and operations that whoever asks may use; the admin UI asks for them.',
    operationId: `rights-${slug}`,
    parameters,
    responses: {
      '200': json('The rights.', { type: 'object' }, { fields: true, read: true }),
      ...refusals,
      ...forbidden,
      ...notFound,
    },
    summary: `What whoever asks may do with ${slug}`,
    tags: ['Sign-in'],
  },
})

/** What can be asked of collections and globals. */
export const contentPaths = (contents: Content[]): Paths =>
  Object.assign(
    {},
    ...contents.map((each) => (each.isGlobal ? pathsOfGlobal(each) : pathsOfCollection(each))),
  ) as Paths

const pathsOfGlobal = (content: Content): Paths => ({
  [`/api/globals/${content.slug}`]: {
    get: {
      description: globalDescriptions[content.slug] ?? `The global \`${content.slug}\`.`,
      operationId: `read-${content.slug}`,
      parameters: shapeOf(content),
      responses: {
        '200': json('The global.', ref(content.name), documentExample(content.slug)),
        ...refusals,
      },
      summary: `Read ${content.slug}`,
      tags: ['Content'],
    },
  },
  [`/api/globals/${content.slug}/access`]: rightsTo(content.slug, []),
})

const globalDescriptions: Record<string, string> = {
  emergency:
    'The emergency numbers, where "Exit this page" leads, and the sentence that the office itself gives no emergency help.',
  navigation: 'The menus of the website.',
  site: 'The names of the office, and the facts of the cooperation.',
}

const pathsOfCollection = (content: Content): Paths => {
  const { hasFiles, name, slug } = content
  return {
    [`/api/${slug}`]: {
      get: {
        description: `${listDescriptions[slug] ?? 'All that is public.'} Lists leave rich text out unless \`select\` names it.`,
        operationId: `list-${slug}`,
        parameters: listParametersOf(content),
        responses: {
          '200': json('A page of documents.', ref(`${name}List`), listExample(slug)),
          ...refusals,
        },
        summary: `List ${slug}`,
        tags: ['Content'],
      },
    },
    [`/api/${slug}/count`]: {
      get: {
        description: 'Takes the filters and conditions of the list.',
        operationId: `count-${slug}`,
        parameters: [...conditionsOf(content), asOf],
        responses: {
          '200': json('How many there are.', ref('Count'), { totalDocs: 51 }),
          ...refusals,
        },
        summary: `Count ${slug}`,
        tags: ['Content'],
      },
    },
    [`/api/${slug}/{id}`]: {
      get: {
        description: 'All of a document, rich text included.',
        operationId: `read-${slug}`,
        parameters: [inPathID, ...shapeOf(content)],
        responses: {
          '200': json('The document.', ref(name), documentExample(slug)),
          ...refusals,
          ...notFound,
        },
        summary: `Read one of ${slug}`,
        tags: ['Content'],
      },
    },
    [`/api/${slug}/access/{id}`]: rightsTo(slug, [inPathID]),
    ...(hasFiles && {
      [`/api/${slug}/file/{filename}`]: {
        get: {
          description: 'Files never change under their names. Parts can be asked for (`Range`).',
          operationId: `file-${slug}`,
          parameters: [
            inPath(
              'filename',
              'The name of the file, as in `url`.',
              { type: 'string' },
              fileExamples[slug] ?? '',
            ),
          ],
          responses: {
            '200': {
              content: { 'application/octet-stream': { schema: {} } },
              description: 'The file.',
            },
            ...refusals,
            '404': refused('There is no such file.', 'not-found', 'There is no such file here.'),
          },
          summary: `Load a file of ${slug}`,
          tags: ['Content'],
        },
      },
    }),
  }
}

const listDescriptions: Record<string, string> = {
  documents: 'PDFs for download.',
  media: 'Images, each in up to three more sizes.',
  news: 'What is new, the newest first.',
  pages: 'The pages of the website, which form a tree.',
  partners: 'The organisations that cooperate. Help does not stop at a border.',
  redirects: 'Old addresses of the website, and where they lead.',
  standards: 'What the partners have agreed on.',
}

/** A page of documents. */
export const listSchema = ({ name, slug }: Pick<Content, 'name' | 'slug'>): Schema =>
  object(
    {
      docs: arrayOf(ref(name)),
      ...(hasFacets(slug) && { facets: ref('Facets') }),
      hasNextPage: { type: 'boolean' },
      hasPrevPage: { type: 'boolean' },
      limit: integer,
      nextPage: { type: ['integer', 'null'] },
      page: integer,
      pagingCounter: integer,
      prevPage: { type: ['integer', 'null'] },
      totalDocs: integer,
      totalPages: integer,
    },
    listNumbers,
  )

const listNumbers = [
  'docs',
  'hasNextPage',
  'hasPrevPage',
  'limit',
  'nextPage',
  'page',
  'pagingCounter',
  'prevPage',
  'totalDocs',
  'totalPages',
]
