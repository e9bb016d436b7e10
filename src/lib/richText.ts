import { isObject } from './isObject.ts'

/** Nodes of Lexical that stand in a line; all others begin a new one. */
const inline = ['autolink', 'inlineBlock', 'linebreak', 'link', 'tab', 'text']

/** Fields of a block that are no text; neither are ids, nor lists of codes. */
const codes = ['blockName', 'blockType', 'id', 'tone']
const isID = (text: string): boolean => /^[0-9a-f-]{24,36}$/i.test(text)

/** Whether a value is rich text as Payload's editor stores it. */
export const isRichText = (value: unknown): value is { root: object } =>
  isObject(value) && isObject(value.root)

/** All texts within a value, whatever they are for. */
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : []

/**
 * What people read in a rich text, blocks included: a line for each paragraph, with nothing between
 * the nodes of a line, so that a word of which one syllable is bold stays one word.
 *
 * @returns beside it everything else that is in it and handed out: addresses of links, the name that a
 * block was given, and whatever a client has sent.
 */
export const readRichText = ({ root }: { root: object }): { others: string; text: string } => {
  const others = new Set<string>()

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
    const { children, text, ...more } = node
    const { fields, type } = more
    stringsIn(more).forEach((each) => others.add(each))
    if (type === 'linebreak') {
      return '\n'
    }
    if (type === 'tab') {
      return ' '
    }
    const own = typeof text === 'string' ? text : type === 'block' ? textOfBlock(fields) : ''
    const inside = Array.isArray(children) ? children.map(textOf).join('') : ''
    return `${own}${inside}${inline.includes(String(type)) ? '' : '\n'}`
  }

  const text = textOf(root)
  return { others: [...others].join('\n'), text }
}
