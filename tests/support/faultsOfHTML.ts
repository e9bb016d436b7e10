import { XMLParser } from 'fast-xml-parser'
import { SyntaxValidator } from 'fast-xml-validator'

/** What HTML of the API may consist of: elements, and the attributes of each beside `dir` and `lang`. */
const allowed: Record<string, string[]> = {
  a: ['href', 'hreflang', 'rel'],
  aside: ['data-tone'],
  blockquote: [],
  br: [],
  code: [],
  em: [],
  figcaption: [],
  figure: [],
  h2: [],
  h3: [],
  h4: [],
  hr: [],
  img: ['alt', 'height', 'loading', 'src', 'width'],
  li: [],
  ol: ['start'],
  p: [],
  s: [],
  span: [],
  strong: [],
  sub: [],
  sup: [],
  u: [],
  ul: [],
}

type Parsed = { [name: string]: Parsed[] | Record<string, string> }

const parser = new XMLParser({
  attributeNamePrefix: '',
  ignoreAttributes: false,
  parseTagValue: false,
  preserveOrder: true,
  processEntities: true,
  trimValues: false,
})

const isSafeURL = (url: string | undefined, schemes: RegExp): boolean =>
  url !== undefined && URL.canParse(url) && schemes.test(new URL(url).protocol)

const faultsOfAttributes = (name: string, attributes: Record<string, string>): string[] => [
  ...Object.keys(attributes)
    .filter((each) => !['dir', 'lang', ...(allowed[name] ?? [])].includes(each))
    .map((each) => `${name} has ${each}`),
  ...(name === 'a' && !isSafeURL(attributes.href, /^(?:https?|mailto|tel):$/)
    ? [`a link to ${attributes.href}`]
    : []),
  ...(name === 'img' && !isSafeURL(attributes.src, /^https?:$/)
    ? [`an image from ${attributes.src}`]
    : []),
  ...(name === 'img' && attributes.alt === undefined ? ['an image without alt'] : []),
]

const faultsOfNodes = (nodes: Parsed[]): string[] =>
  nodes.flatMap((node) => {
    const [name = ''] = Object.keys(node).filter((each) => each !== ':@')
    if (name === '#text') {
      return []
    }
    return [
      ...(name in allowed ? [] : [`an element ${name}`]),
      ...faultsOfAttributes(name, (node[':@'] ?? {}) as Record<string, string>),
      ...faultsOfNodes((node[name] ?? []) as Parsed[]),
    ]
  })

/** What is wrong with HTML that the API makes of rich text: what is not well-formed, and whatever could do harm. */
export const faultsOfHTML = (html: string): string[] => {
  const whole = `<root>${html}</root>`
  const validity: unknown = SyntaxValidator.validate(whole)
  return validity === true
    ? faultsOfNodes((parser.parse(whole) as Parsed[])[0]?.root as Parsed[])
    : [JSON.stringify(validity)]
}
