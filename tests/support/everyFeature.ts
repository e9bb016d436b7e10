import { linkNode } from './documents.ts'

const element = (type: string, children: object[], more: object = {}) => ({
  children,
  direction: null,
  format: '',
  indent: 0,
  type,
  version: 1,
  ...more,
})

const text = (value: string, format = 0) => ({
  detail: 0,
  format,
  mode: 'normal',
  style: '',
  text: value,
  type: 'text',
  version: 1,
})

const block = (blockType: string, fields: object) => ({
  fields: { blockName: '', blockType, id: '65f000000000000000000002', ...fields },
  format: '',
  type: 'block',
  version: 2,
})

const webLink = (url: string) =>
  element('link', [text('Im Netz')], {
    fields: { doc: null, linkType: 'custom', newTab: true, url },
    id: '65f000000000000000000003',
    version: 3,
  })

/** What a text may lead to. */
type Ids = { document?: string; image: string; page: string; partner: string }

/** The nodes of a text with everything that the editor offers, as it sends them. */
export const everyFeature = ({ document, image, page, partner }: Ids): object[] => [
  element('heading', [text('Überschrift')], { tag: 'h2' }),
  element('heading', [text('Kleinere')], { tag: 'h3' }),
  element('heading', [text('Kleinste')], { tag: 'h4' }),
  element('paragraph', [
    text('fett', 1),
    text('kursiv', 2),
    { type: 'linebreak', version: 1 },
    { ...text('\t'), detail: 2, type: 'tab' },
    linkNode('pages', page),
    linkNode('partners', partner),
    webLink('https://www.example.org/?a=1&b=2'),
    webLink('mailto:hilfe@example.org'),
    webLink('tel:116016'),
    webLink('/aktuelles'),
    element('autolink', [text('example.org')], {
      fields: { linkType: 'custom', url: 'https://example.org' },
      id: '65f000000000000000000004',
      version: 2,
    }),
  ]),
  ...(['bullet', 'number'] as const).map((listType) =>
    element(
      'list',
      [
        element('listitem', [text('eins')], { value: 1 }),
        element(
          'listitem',
          [
            element('list', [element('listitem', [text('innen')], { indent: 1, value: 1 })], {
              listType,
              start: 1,
              tag: listType === 'number' ? 'ol' : 'ul',
            }),
          ],
          { value: 2 },
        ),
      ],
      { listType, start: 1, tag: listType === 'number' ? 'ol' : 'ul' },
    ),
  ),
  element('quote', [text('gesagt')]),
  { type: 'horizontalrule', version: 1 },
  {
    fields: null,
    format: '',
    id: '65f000000000000000000005',
    relationTo: 'media',
    type: 'upload',
    value: image,
    version: 3,
  },
  block('callout', { text: 'Wer bedroht wird, ruft 110 an.', title: 'Wichtig', tone: 'warning' }),
  block('contact', { partner, title: 'So erreichen Sie uns' }),
  block('partnerList', { districts: ['03101'], kinds: ['womens-shelter'] }),
  ...(document ? [block('downloads', { documents: [document] })] : []),
]

/** A rich text of these nodes. */
export const richTextOf = (children: object[]) => ({ root: element('root', children) as never })
