import type { Page } from '../src/payload-types.ts'

/** Rich text as the API stores it. */
export type RichText = NonNullable<Page['body']>

type Node = RichText['root']['children'][number]

const text = (value: string): Node => ({
  type: 'text',
  detail: 0,
  format: 0,
  mode: 'normal',
  style: '',
  text: value,
  version: 1,
})

const element = (type: string, children: Node[], more: Record<string, unknown> = {}): Node => ({
  type,
  children,
  direction: 'ltr',
  format: '',
  indent: 0,
  version: 1,
  ...more,
})

export const paragraph = (value: string): Node =>
  element('paragraph', [text(value)], { textFormat: 0, textStyle: '' })

export const heading = (value: string): Node => element('heading', [text(value)], { tag: 'h2' })

export const list = (items: string[]): Node =>
  element(
    'list',
    items.map((item, index) => element('listitem', [text(item)], { value: index + 1 })),
    { listType: 'bullet', start: 1, tag: 'ul' },
  )

export const richText = (...children: Node[]): RichText => ({
  root: element('root', children) as RichText['root'],
})
