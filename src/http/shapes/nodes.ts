/**
 * What a text consists of once its links, images and blocks are looked up: whatever can be written both as HTML
 * and as plain text. `language` is set where it differs from that of the text.
 */
export type TextNode =
  | {
      alt: string
      credit: string
      height?: number
      language?: string
      src: string
      type: 'figure'
      width?: number
    }
  | { children: TextNode[]; level: 2 | 3 | 4; type: 'heading' }
  | { children: TextNode[]; start?: number; type: 'list' }
  | { children: TextNode[]; tone: string; type: 'aside' }
  | { children: TextNode[]; type: 'item' | 'paragraph' | 'quote' }
  | {
      children: TextNode[]
      href: string
      /** Whether it leads to another website. */
      isElsewhere?: boolean
      /** Whether it says where it leads, as a phone number does. */
      isSpelled?: boolean
      language?: string
      targetLanguage?: string
      type: 'link'
    }
  | {
      format?: number
      /** Whether it has no direction of its own, as times have none. */
      isNeutral?: boolean
      language?: string
      text: string
      type: 'text'
    }
  | { type: 'break' | 'rule' }

/** A node around others; none around nothing. */
export const around = (
  children: TextNode[],
  make: (children: TextNode[]) => TextNode,
): TextNode[] => (children.length > 0 ? [make(children)] : [])

export const textOf = (text: string, language?: string): TextNode => ({
  language,
  text,
  type: 'text',
})

export const paragraph = (...children: TextNode[]): TextNode => ({ children, type: 'paragraph' })

export const item = (...children: TextNode[]): TextNode => ({ children, type: 'item' })

export const heading = (...children: TextNode[]): TextNode => ({
  children,
  level: 2,
  type: 'heading',
})

export type Link = Omit<Extract<TextNode, { type: 'link' }>, 'children' | 'type'>

/** A link; its text alone if it leads nowhere. */
export const linkTo = (link: Link | undefined, children: TextNode[]): TextNode[] =>
  link && children.length > 0 ? [{ ...link, children, type: 'link' }] : children
