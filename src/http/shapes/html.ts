import { escapeHTML } from '../../lib/escapeHTML.ts'
import { textFormats } from '../../lib/richText.ts'
import type { TextNode } from './nodes.ts'

/**
 * A text as HTML that is well-formed XML, too: without style, class, id or script.
 *
 * Workaround (no issue known): Payload's own converter writes style attributes, which the content security
 * policies of many websites forbid, and the nodes that it fails on into the log. Can go when it does neither;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const htmlOf = (nodes: TextNode[]): string => nodes.map(elementOf).join('')

const elementOf = (node: TextNode): string => {
  switch (node.type) {
    case 'aside':
      return `<aside${attributes({ 'data-tone': node.tone })}>${htmlOf(node.children)}</aside>`
    case 'break':
      return '<br />'
    case 'figure': {
      const { alt, credit, height, language: lang, src, width } = node
      const image = attributes({ alt, height, lang, loading: 'lazy', src, width })
      const caption = credit && `<figcaption>${escaped(credit)}</figcaption>`
      return `<figure><img${image} />${caption}</figure>`
    }
    case 'heading':
      return `<h${node.level}>${htmlOf(node.children)}</h${node.level}>`
    case 'item':
      return `<li>${htmlOf(node.children)}</li>`
    case 'link':
      return `<a${attributes({
        dir: (node.isSpelled || node.language) && 'auto',
        href: node.href,
        hreflang: node.targetLanguage,
        lang: node.language,
        rel: node.isElsewhere && 'noreferrer',
      })}>${htmlOf(node.children)}</a>`
    case 'list':
      return node.start === undefined
        ? `<ul>${htmlOf(node.children)}</ul>`
        : `<ol${attributes({ start: node.start !== 1 && node.start })}>${htmlOf(node.children)}</ol>`
    case 'paragraph':
      return `<p>${htmlOf(node.children)}</p>`
    case 'quote':
      return `<blockquote>${htmlOf(node.children)}</blockquote>`
    case 'rule':
      return '<hr />'
    case 'text': {
      const text = textFormats
        .filter(({ bit }) => (node.format ?? 0) & bit)
        .reduce((inside, { tag }) => `<${tag}>${inside}</${tag}>`, escaped(node.text))
      return node.language || node.isNeutral
        ? `<span${attributes({ dir: 'auto', lang: node.language })}>${text}</span>`
        : text
    }
  }
}

/** Characters that neither HTML nor XML knows are left out. */
const escaped = (text: unknown): string =>
  escapeHTML(text).replace(/[^\P{Cc}\t\n]|[\p{Cs}\uFFFE\uFFFF]/gu, '')

const attributes = (values: Record<string, false | number | string | undefined>): string =>
  Object.entries(values)
    .map(([name, value]) =>
      value === undefined || value === false ? '' : ` ${name}="${escaped(value)}"`,
    )
    .join('')
