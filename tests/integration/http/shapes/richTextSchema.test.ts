import type { SerializedEditorState } from '@payloadcms/richtext-lexical/lexical'
import type { RichTextField } from 'payload'

import { getEnabledNodes } from '@payloadcms/richtext-lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'

import config from '../../../../payload.config.ts'
import { sampleNews } from '../../../../seed/sample/news.ts'
import { samplePartners } from '../../../../seed/sample/partners.ts'
import { sampleStandards } from '../../../../seed/sample/standards.ts'
import { textBlocks } from '../../../../src/fields/richText.ts'
import { describeAPI } from '../../../../src/http/description/describeAPI.ts'
import { isObject } from '../../../../src/lib/isObject.ts'
import { leavesOf } from '../../../../src/lib/leavesOf.ts'
import { isRichText, nodesIn } from '../../../../src/lib/richText.ts'
import { everyFeature, richTextOf } from '../../../support/everyFeature.ts'
import { instance, requestJSON } from '../../../support/instance.ts'

const { components } = describeAPI(await config)
const { collections } = await config

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: false })
ajv.addSchema({ $id: 'api', components })
const validate = ajv.compile({ $ref: 'api#/components/schemas/RichText' })

const faultsOf = (text: unknown): unknown => (validate(text) ? [] : validate.errors?.slice(0, 5))

/** The rich texts in whatever there is. */
const textsIn = (value: unknown): { root: object }[] =>
  isRichText(value)
    ? [value]
    : isObject(value) || Array.isArray(value)
      ? Object.values(value).flatMap(textsIn)
      : []

const id = '0123456789abcdef01234567'
const everything = richTextOf(
  everyFeature({ document: id, image: id, page: id, partner: id }),
) as SerializedEditorState & { root: object }

/** The editor of a field, as far as it tells which nodes it knows. */
type Editor = { editorConfig: Parameters<typeof getEnabledNodes>[0]['editorConfig'] }

const editors = collections.flatMap(({ fields, slug }) =>
  leavesOf(fields).flatMap(({ field, path }) =>
    field.type === 'richText'
      ? [{ editor: (field as RichTextField).editor as unknown as Editor, name: `${slug}.${path}` }]
      : [],
  ),
)

const described = (name: string): string[] => {
  const { mapping } = components.schemas[name]?.discriminator as { mapping: object }
  return Object.keys(mapping)
}

describe('the description of rich text', () => {
  it('should fit every text of the original content', async () => {
    let texts = 0
    for (const slug of ['news', 'pages', 'standards']) {
      const { json } = await requestJSON(`/api/${slug}?limit=100&select[body]=true&depth=2`)
      // Other tests make documents without a text.
      for (const body of textsIn(json.docs)) {
        expect(faultsOf(body)).toEqual([])
        texts += 1
      }
    }
    expect(texts).toBeGreaterThanOrEqual(4)
  })

  it('should fit every text of the sample content', () => {
    const texts = textsIn([sampleNews, samplePartners, sampleStandards])
    expect(texts.length).toBeGreaterThan(10)
    for (const text of texts) {
      expect(faultsOf(text)).toEqual([])
    }
  })

  it('should fit a text with everything, as the editor itself writes it', () => {
    const { editor } = editors.find(({ name }) => name === 'pages.body') ?? {}
    const lexical = createHeadlessEditor({ nodes: getEnabledNodes(editor as Editor) })
    lexical.setEditorState(lexical.parseEditorState(everything))
    // As it is sent: without what is undefined.
    const written = JSON.parse(JSON.stringify(lexical.getEditorState())) as typeof everything
    const types = nodesIn(written).map(({ type }) => type)
    expect(described('RichTextNode').filter((type) => !types.includes(type))).toEqual([])
    expect(faultsOf(everything)).toEqual([])
    expect(faultsOf(written)).toEqual([])
  })

  it('should know every node that any editor makes, and every block', () => {
    expect(editors.length).toBeGreaterThanOrEqual(4)
    const types = editors.flatMap(({ editor }) =>
      getEnabledNodes(editor).map((node) => ('replace' in node ? node.replace : node).getType()),
    )
    const ours = ['linebreak', 'paragraph', 'root', 'tab', 'text']
    // There are no blocks within a line.
    const known = [...described('RichTextNode'), ...ours, 'inlineBlock']
    expect(types.filter((type) => !known.includes(type))).toEqual([])
    expect(described('RichTextBlockFields')).toEqual(textBlocks.map(({ slug }) => slug))
    for (const { fields, slug } of textBlocks) {
      const { properties } = components.schemas[
        `RichTextBlock${slug.replace(/^./, (letter) => letter.toUpperCase())}`
      ] as { properties: object }
      const names = leavesOf(fields).map(({ path }) => path)
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(names))
    }
  })

  it.each([
    ['a node of another kind', { type: 'table', version: 1 }],
    ['a heading of the first level', { ...everything.root, tag: 'h1', type: 'heading' }],
    ['a property that there is not', { style: 'color: red', type: 'horizontalrule', version: 1 }],
    ['a block that there is not', { fields: { blockType: 'map' }, type: 'block', version: 2 }],
    [
      'a field that a block has not',
      {
        fields: { blockType: 'contact', internal: 'x', partner: id },
        type: 'block',
        version: 2,
      },
    ],
    [
      'a link into what is not public',
      {
        children: [],
        direction: null,
        fields: { doc: { relationTo: 'users', value: id }, linkType: 'internal' },
        format: '',
        indent: 0,
        type: 'link',
        version: 3,
      },
    ],
  ])('should not fit %s', (_, node) => {
    expect(faultsOf(richTextOf([node]))).not.toEqual([])
  })

  it('should fit what is populated in a text', async () => {
    const payload = await instance()
    const { docs } = await payload.find({
      collection: 'pages',
      depth: 0,
      limit: 1,
      where: { _status: { equals: 'published' } },
    })
    const page = docs[0]?.id ?? ''
    const { json } = await requestJSON(`/api/pages/${page}?depth=3`)
    const whole = ajv.compile({ $ref: 'api#/components/schemas/Page' })
    expect(whole(json) ? [] : whole.errors).toEqual([])
  })
})
