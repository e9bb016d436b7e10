/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx'

import type { LinkableCollection } from '../../addresses/paths.ts'
import { linkableCollections, pathInLocale, pathOf } from '../../addresses/paths.ts'
import { isObject } from '../../lib/isObject.ts'
import { textFormats } from '../../lib/richText.ts'
import { safeLink } from '../../lib/safeLink.ts'
import type { Media } from '../../payload-types.ts'
import type { Reader } from '../cms.ts'
import { BlockContent } from './BlockContent.tsx'
import { Picture } from './Picture.tsx'

type Node = { [field: string]: unknown; children?: Node[]; type: string }

/** Rich text as the API returns it: a tree of Lexical nodes. */
type Body = { root: { children: unknown[] } } | null | undefined

/** How many blocks of one text may request data from the API. */
const mostBlocks = 10

/**
 * The main text of a document.
 *
 * Workaround (no issue known): Payload's own converter writes style attributes, which the content security
 * policy forbids. Can go when it writes classes; tests/integration/payload/upstream.test.ts notices.
 */
export const RichText = ({ body, reader }: { body: Body; reader: Reader }) => {
  const nodes = (body?.root.children ?? []) as Node[]
  const blocks = nodes.filter(({ type }) => type === 'block').slice(0, mostBlocks)
  return (
    <div class="text">
      {nodes.map((node) =>
        node.type === 'block' ? (
          blocks.includes(node) && <BlockContent fields={node.fields} reader={reader} />
        ) : (
          <NodeContent node={node} reader={reader} />
        ),
      )}
    </div>
  )
}

const headings = ['h2', 'h3', 'h4'] as const

const NodeContent = ({ node, reader }: { node: Node; reader: Reader }): Child => {
  const children = node.children?.map((child) => <NodeContent node={child} reader={reader} />)
  switch (node.type) {
    case 'autolink':
    case 'link': {
      const { href, rel } = targetOf(node.fields, reader)
      return href ? (
        <a href={href} rel={rel}>
          {children}
        </a>
      ) : (
        <>{children}</>
      )
    }
    case 'heading': {
      const Tag = headings.find((tag) => tag === node.tag) ?? 'h2'
      return <Tag>{children}</Tag>
    }
    case 'horizontalrule':
      return <hr />
    case 'linebreak':
      return <br />
    case 'list':
      return node.listType === 'number' ? (
        <ol start={Number(node.start) || 1}>{children}</ol>
      ) : (
        <ul>{children}</ul>
      )
    case 'listitem':
      return <li>{children}</li>
    case 'paragraph':
      return children?.length ? <p>{children}</p> : null
    case 'quote':
      return <blockquote>{children}</blockquote>
    case 'upload':
      // An image that is in the trash comes as an id.
      return isImage(node.value) ? <Picture image={node.value} reader={reader} /> : null
    case 'tab':
      return ' '
    case 'text':
      return formatted(typeof node.text === 'string' ? node.text : '', Number(node.format) || 0)
    default:
      return <>{children}</>
  }
}

const isImage = (value: unknown): value is Media => isObject(value) && 'alt' in value

const formatted = (text: string, format: number): Child =>
  textFormats
    .filter(({ bit }) => format & bit)
    .reduce<Child>((content, { tag: Tag }) => <Tag>{content}</Tag>, text)

type LinkFields = {
  doc?: { relationTo: LinkableCollection; value: Parameters<typeof pathOf>[1] | string }
  linkType?: string
  url?: unknown
}

/** The address to which a link leads; undefined if its document is not public. */
const targetOf = (
  fields: unknown,
  { locale }: Reader,
): { href: string | undefined; rel?: string } => {
  const { doc, linkType, url } = (fields ?? {}) as LinkFields
  if (linkType !== 'internal') {
    const href = safeLink(url)
    return href?.startsWith('http') ? { href, rel: 'noreferrer' } : { href }
  }
  const path =
    doc && typeof doc.value === 'object' && linkableCollections.includes(doc.relationTo)
      ? pathOf(doc.relationTo, doc.value)
      : undefined
  return { href: path && pathInLocale(path, locale) }
}
