import { pathOf } from '../../addresses/paths.ts'
import { environment } from '../../environment.ts'
import { isObject } from '../../lib/isObject.ts'
import { ownValue } from '../../lib/ownValue.ts'
import { childrenOf } from '../../lib/richText.ts'
import { safeLink } from '../../lib/safeLink.ts'
import type { Looking } from './blocks.ts'
import { blockOf } from './blocks.ts'
import type { Link, TextNode } from './nodes.ts'
import { around, linkTo } from './nodes.ts'
import type { Reader } from './reader.ts'
import { addressOf, fileURL, written } from './reader.ts'
import type { RichText, Targets } from './targets.ts'
import { choicesIn, linked, reference } from './targets.ts'

type Values = Record<string, unknown>

/**
 * A text with its links, images and blocks looked up, in the words of the reader's language. Nodes that are not
 * what the editor makes are replaced by what is in them.
 */
export const lookUp = (text: RichText, reader: Reader, targets: Targets): TextNode[] => {
  const choices = choicesIn(text).map((choice) => JSON.stringify(choice))
  return inside(text.root as Values, { ...reader, choices, targets })
}

const inside = (node: Values, looking: Looking): TextNode[] =>
  childrenOf(node).flatMap((child) => nodesOf(child, looking))

const levels = { h2: 2, h3: 3, h4: 4 } as const

const nodesOf = (node: Values, looking: Looking): TextNode[] => {
  const fields = isObject(node.fields) ? node.fields : {}
  switch (node.type) {
    case 'autolink':
    case 'link':
      return linkTo(targetOf(fields, looking), inside(node, looking))
    case 'block':
      return blockOf(fields, looking)
    case 'heading': {
      const level = ownValue<2 | 3 | 4>(levels, String(node.tag)) ?? 2
      return around(inside(node, looking), (children) => ({ children, level, type: 'heading' }))
    }
    case 'horizontalrule':
      return [{ type: 'rule' }]
    case 'linebreak':
      return [{ type: 'break' }]
    case 'list':
      return around(itemsOf(node, looking), (children) => ({
        children,
        ...(node.listType === 'number' && { start: Math.trunc(Number(node.start)) || 1 }),
        type: 'list',
      }))
    case 'paragraph':
    case 'quote': {
      const { type } = node
      return around(inside(node, looking), (children) => ({ children, type }))
    }
    case 'tab':
      return [{ text: ' ', type: 'text' }]
    case 'text':
      return typeof node.text === 'string' && node.text !== ''
        ? [{ format: Number(node.format) || 0, text: node.text, type: 'text' }]
        : []
    case 'upload':
      return figureOf(looking.targets.find(reference('media', node.value)), looking)
    default:
      return inside(node, looking)
  }
}

/** The items of a list. The editor puts a list below an item into an item of its own; here it is part of that. */
const itemsOf = (list: Values, looking: Looking): TextNode[] => {
  const items: { children: TextNode[]; type: 'item' }[] = []
  for (const node of childrenOf(list)) {
    const children = node.type === 'listitem' ? inside(node, looking) : nodesOf(node, looking)
    const above = children.every(({ type }) => type === 'list') ? items.at(-1) : undefined
    if (above) {
      above.children.push(...children)
    } else {
      items.push({ children, type: 'item' })
    }
  }
  return items
}

const targetOf = (fields: Values, { locale, targets }: Looking): Link | undefined => {
  if (fields.linkType === 'internal') {
    const reference = linked(fields)
    const target = targets.find(reference)
    const path = reference && target && pathOf(reference.slug as 'pages', target)
    return path === undefined ? undefined : { href: addressOf(path, locale) }
  }
  const href = safeLink(fields.url)
  if (href === undefined || href.startsWith('#')) {
    // There is nothing in the text to which it could lead.
    return undefined
  }
  return href.startsWith('/')
    ? { href: `${environment.siteURL}${href}` }
    : { href, isElsewhere: /^https?:/i.test(href) && !isOfSite(href) }
}

const isOfSite = (url: string): boolean =>
  new URL(url).origin === new URL(environment.siteURL).origin

const figureOf = (image: undefined | Values, reader: Reader): TextNode[] => {
  const { card } = isObject(image?.sizes) ? image.sizes : {}
  const size = isObject(card) && card.url ? card : image
  const src = fileURL(size?.url)
  if (!image || !size || src === undefined) {
    return []
  }
  const alt = written(image.alt, reader)
  return [
    {
      alt: alt?.text ?? '',
      credit: written(image.credit, reader)?.text ?? '',
      language: alt?.language,
      src,
      type: 'figure',
      ...(typeof size.height === 'number' && { height: size.height }),
      ...(typeof size.width === 'number' && { width: size.width }),
    },
  ]
}
