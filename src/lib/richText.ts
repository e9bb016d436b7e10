import { isObject } from '../limits/isObject.ts'

/** Nodes of Lexical that stand in a line; all others begin a new one. */
const inline = ['autolink', 'inlineBlock', 'linebreak', 'link', 'tab', 'text']

/** Fields of a block that are no text; neither are ids, nor lists of codes. */
const codes = ['blockName', 'blockType', 'id', 'tone']
const isID = (text: string): boolean => /^[0-9a-f-]{24,36}$/i.test(text)

/** Whether a value is rich text as Payload's editor stores it. */
export const isRichText = (value: unknown): value is { root: object } =>
  isObject(value) && isObject(value.root)

/**
 * What people read in a rich text, blocks included: a line for each paragraph, with nothing between
 * the nodes of a line, so that a word of which one syllable is bold stays one word.
 *
 * @returns beside it the addresses that its links lead to.
 */
export const readRichText = ({ root }: { root: object }): { links: string[]; text: string } => {
  const links: string[] = []

  const textOfBlock = (value: unknown): string =>
    typeof value === 'string'
      ? isID(value)
        ? ''
        : `${value}\n`
      : Array.isArray(value)
        ? value.filter(isObject).map(textOfBlock).join('')
        : isRichText(value)
          ? textOf(value.root)
          : isObject(value)
            ? Object.entries(value)
                .map(([key, inside]) => (codes.includes(key) ? '' : textOfBlock(inside)))
                .join('')
            : ''

  const textOf = (node: unknown): string => {
    if (!isObject(node)) {
      return ''
    }
    const { children, fields, text, type } = node
    if (type === 'linebreak') {
      return '\n'
    }
    if (type === 'tab') {
      return ' '
    }
    if (isObject(fields) && typeof fields.url === 'string') {
      links.push(fields.url)
    }
    const own = typeof text === 'string' ? text : type === 'block' ? textOfBlock(fields) : ''
    const inside = Array.isArray(children) ? children.map(textOf).join('') : ''
    return `${own}${inside}${inline.includes(String(type)) ? '' : '\n'}`
  }

  const text = textOf(root)
  return { links, text }
}
