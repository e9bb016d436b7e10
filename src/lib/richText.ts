import { isObject } from './isObject.ts'

/** Inline nodes of Lexical; all others begin a new line. */
const inlineTypes = ['autolink', 'inlineBlock', 'linebreak', 'link', 'tab', 'text']

/** Fields of a block that hold codes or ids instead of text. */
const codeFields = ['blockName', 'blockType', 'id', 'tone']
const isID = (text: string): boolean => /^[0-9a-f-]{24,36}$/i.test(text)

/** Whether a value is rich text as Payload's editor stores it. */
export const isRichText = (value: unknown): value is { root: object } =>
  isObject(value) && isObject(value.root)

/** A node of a rich text; what is stored may have any form. */
type Node = Record<string, unknown>

/** The nodes right below a node. */
export const childrenOf = ({ children }: Node): Node[] =>
  Array.isArray(children) ? children.filter(isObject) : []

/** All nodes of a rich text, however deep. */
export const nodesIn = ({ root }: { root: object }): Node[] =>
  childrenOf(root as Node).flatMap((node) => [node, ...nodesIn({ root: node })])

/** All texts within a value, whatever they are for. */
const stringsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : []

/**
 * The text of a rich text, blocks included: a line for each paragraph, with nothing between the nodes
 * of a line, so that a word with one syllable in bold stays one word.
 *
 * @returns `text`, which people read, and `otherStrings`, which the API hands out as well: link
 * addresses, names of blocks, and anything else that a client has stored.
 */
export const readRichText = ({
  root,
}: {
  root: object
}): { otherStrings: string; text: string } => {
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
                .map(([key, inside]) => (codeFields.includes(key) ? '' : textOfBlock(inside)))
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
    return `${own}${inside}${inlineTypes.includes(String(type)) ? '' : '\n'}`
  }

  const text = textOf(root)
  return { otherStrings: [...others].join('\n'), text }
}

/** The bits of Lexical's `format`, and their HTML elements. */
export const textFormats = [
  { bit: 1, tag: 'strong' },
  { bit: 2, tag: 'em' },
  { bit: 4, tag: 's' },
  { bit: 8, tag: 'u' },
  { bit: 16, tag: 'code' },
  { bit: 32, tag: 'sub' },
  { bit: 64, tag: 'sup' },
] as const
