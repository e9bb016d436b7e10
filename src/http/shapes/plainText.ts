import type { TextNode } from './nodes.ts'

/**
 * A text as plain text: paragraphs with an empty line between them, lists with `- ` or numbers, and links as
 * `text (URL)`.
 */
export const plainTextOf = (nodes: TextNode[]): string => joined(nodes, '\n\n')

const inline = ['break', 'link', 'text']

/** @param gap between two of which at least one is more than a part of a line. */
const joined = (nodes: TextNode[], gap: string): string => {
  let text = ''
  let isInLine = true
  for (const node of nodes) {
    const piece = textOf(node)
    if (piece === '') {
      continue
    }
    const continues = isInLine && inline.includes(node.type)
    text += text === '' || continues ? piece : `${gap}${piece}`
    isInLine = inline.includes(node.type)
  }
  return text
}

const textOf = (node: TextNode): string => {
  switch (node.type) {
    case 'aside':
      return plainTextOf(node.children)
    case 'break':
      return '\n'
    case 'figure':
      return [node.alt && `[${node.alt}]`, node.credit].filter(Boolean).join('\n')
    case 'heading':
    case 'paragraph':
      return joined(node.children, '\n')
    case 'item':
      return joined(node.children, '\n')
    case 'link': {
      const text = joined(node.children, '\n')
      return node.isSpelled || text === node.href ? text : `${text} (${node.href})`
    }
    case 'list':
      return node.children
        .map((item, index) => {
          const mark = node.start === undefined ? '- ' : `${node.start + index}. `
          return `${mark}${indented(textOf(item), ' '.repeat(mark.length))}`
        })
        .join('\n')
    case 'quote':
      return `> ${indented(plainTextOf(node.children), '> ')}`
    case 'rule':
      return '---'
    case 'text':
      return node.text
  }
}

/** Puts something in front of every line but the first. */
const indented = (text: string, before: string): string => text.replaceAll('\n', `\n${before}`)
