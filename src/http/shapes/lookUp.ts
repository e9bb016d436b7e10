import { domainToUnicode } from 'node:url'

import type { LocaleCode } from '../../addresses/localeOf.ts'
import { pathInLocale, pathOf } from '../../addresses/paths.ts'
import { publicWords } from '../../addresses/publicWords.ts'
import { environment } from '../../environment.ts'
import { isObject } from '../../lib/isObject.ts'
import { ownValue } from '../../lib/ownValue.ts'
import { spellPhone } from '../../lib/phone.ts'
import { childrenOf } from '../../lib/richText.ts'
import { safeLink } from '../../lib/safeLink.ts'
import { sizeInWords } from '../../lib/sizeInWords.ts'
import { mailLink } from '../../lib/webAddress.ts'
import { publicVocabularies } from '../../vocabularies/all.ts'
import { defaultLocale } from '../../vocabularies/locales.ts'
import type { Vocabulary } from '../../vocabularies/vocabulary.ts'
import { labelLanguageOf, labelOf } from '../../vocabularies/vocabulary.ts'
import { weekdayInWords } from '../../vocabularies/weekdays.ts'
import type { TextNode } from './nodes.ts'
import type { Choice, ListedPartner, RichText, Targets } from './targets.ts'
import { choiceOf, choicesIn, linked, reference } from './targets.ts'

type Values = Record<string, unknown>

/** Who reads a text. */
export type Reader = {
  /** What fills the gaps of the language; false leaves them. */
  fallback: LocaleCode | false
  locale: LocaleCode
}

type Looking = { choices: string[]; targets: Targets } & Reader

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

/** A node around others; none around nothing. */
const around = (children: TextNode[], make: (children: TextNode[]) => TextNode): TextNode[] =>
  children.length > 0 ? [make(children)] : []

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

type Link = Omit<Extract<TextNode, { type: 'link' }>, 'children' | 'type'>

/** A link; its text alone if it leads nowhere. */
const linkTo = (link: Link | undefined, children: TextNode[]): TextNode[] =>
  link && children.length > 0 ? [{ ...link, children, type: 'link' }] : children

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

/** The address of a page of the website, in a language. */
const addressOf = (path: string, locale: LocaleCode): string =>
  `${environment.siteURL}${pathInLocale(path, locale)}`

/** The address of a file, wherever the text is shown. */
const fileURL = (url: unknown): string | undefined =>
  typeof url === 'string' ? new URL(url, environment.publicURL).href : undefined

const textOf = (text: string, language?: string): TextNode => ({ language, text, type: 'text' })

const paragraph = (...children: TextNode[]): TextNode => ({ children, type: 'paragraph' })

const item = (...children: TextNode[]): TextNode => ({ children, type: 'item' })

const heading = (...children: TextNode[]): TextNode => ({ children, level: 2, type: 'heading' })

/** What is written in the reader's language, or in that which fills its gaps. */
const written = (
  value: unknown,
  { fallback, locale }: Reader,
): { language?: string; text: string } | undefined => {
  const texts = isObject(value) ? value : { [locale]: value }
  for (const language of [locale, ...(fallback ? [fallback] : [])]) {
    const text = texts[language]
    if (typeof text === 'string' && text !== '') {
      return language === locale ? { text } : { language, text }
    }
  }
  return undefined
}

/** A label, marked as German where the reader's language has none. */
const label = (terms: Vocabulary, code: unknown, { locale }: Reader): TextNode => {
  const language = labelLanguageOf(locale)
  const isOwn = language === 'en' || locale === defaultLocale
  return textOf(labelOf(terms, String(code), locale), isOwn ? undefined : language)
}

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

const blockOf = (fields: Values, looking: Looking): TextNode[] => {
  const title = typeof fields.title === 'string' && fields.title !== '' ? fields.title : undefined
  const words = publicWords[looking.locale]
  switch (fields.blockType) {
    case 'callout':
      return calloutOf(fields, title)
    case 'contact':
      return contactOf(looking.targets.find(reference('partners', fields.partner)), title, looking)
    case 'downloads':
      return below(title ?? words.documents, downloadsOf(fields.documents, looking))
    case 'partnerList': {
      const choice = choiceOf(fields)
      return looking.choices.includes(JSON.stringify(choice))
        ? below(title ?? words.partners, partnersOf(choice, looking))
        : []
    }
    default:
      return []
  }
}

/** A list with a heading; neither if nothing is in it. */
const below = (title: string, items: TextNode[]): TextNode[] =>
  around(items, (children) => ({ children, type: 'list' })).flatMap((list) => [
    heading(textOf(title)),
    list,
  ])

const tones = ['info', 'important', 'warning']

const calloutOf = ({ text, tone }: Values, title: string | undefined): TextNode[] => {
  const paragraphs = (typeof text === 'string' ? text : '')
    .split(/\n{2,}/)
    .filter((each) => each.trim() !== '')
    .map((each) => paragraph(...linesOf(each)))
  const children = [
    ...(title ? [{ ...heading(textOf(title)), level: 3 } as TextNode] : []),
    ...paragraphs,
  ]
  return around(children, () => ({
    children,
    tone: tones.find((each) => each === tone) ?? 'info',
    type: 'aside',
  }))
}

const linesOf = (text: string): TextNode[] =>
  text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [textOf(line)]),
    ])

const downloadsOf = (documents: unknown, looking: Looking): TextNode[] => {
  const words = publicWords[looking.locale]
  return [documents].flat().flatMap((each) => {
    const file = looking.targets.find(reference('documents', each))
    const href = fileURL(file?.url)
    if (!file || href === undefined) {
      return []
    }
    const language = String(file.language)
    const name: TextNode = {
      children: [textOf(String(file.title))],
      href,
      language,
      targetLanguage: language,
      type: 'link',
    }
    const size = sizeInWords(Number(file.filesize) || 0, looking.locale)
    return [
      item(
        name,
        textOf(` PDF, ${size}, `),
        label(publicVocabularies.languages, language, looking),
        textOf(`, ${file.accessible === true ? words.accessible : words.notAccessible}`),
      ),
    ]
  })
}

/** A partner's name, which leads to its page. */
const nameOf = ({ name, slug }: ListedPartner, { locale }: Reader): TextNode[] => {
  const path = pathOf('partners', { slug })
  const link = path === undefined ? undefined : { href: addressOf(path, locale) }
  return linkTo(link && { ...link, language: germanFor(locale) }, [textOf(name)])
}

/** The same, and what kind of organisation it is. */
const nameAndKindOf = (partner: ListedPartner, reader: Reader): TextNode[] => [
  ...nameOf(partner, reader),
  textOf(' '),
  label(publicVocabularies.kinds, partner.kind, reader),
]

const partnersOf = (choice: Choice, looking: Looking): TextNode[] =>
  looking.targets.list(choice).map((partner) => item(...nameAndKindOf(partner, looking)))

/** How to reach a partner: only what is public of it. */
const contactOf = (
  partner: undefined | Values,
  title: string | undefined,
  reader: Reader,
): TextNode[] => {
  if (!partner) {
    return []
  }
  const named = partner as ListedPartner
  const facts = [
    ...rowsOf(partner.phones).map((phone) => phoneOf(phone, reader)),
    ...mailOf(partner.email, reader),
    ...websiteOf(partner.website, reader),
    ...placeOf(partner.address, reader),
    ...hoursOf(partner.openingHours, reader),
  ]
  return [
    ...(title
      ? [heading(textOf(title)), paragraph(...nameAndKindOf(named, reader))]
      : [heading(...nameOf(named, reader))]),
    ...around(facts, (children) => ({ children, type: 'list' })),
  ]
}

const rowsOf = (rows: unknown): Values[] => (Array.isArray(rows) ? rows.filter(isObject) : [])

const phoneOf = (phone: Values, reader: Reader): TextNode => {
  const words = publicWords[reader.locale]
  const number = String(phone.number)
  const title = written(phone.label, reader) ?? { text: words.phone }
  const hours = written(phone.hours, reader)
  return item(
    textOf(title.text, title.language),
    textOf(': '),
    {
      children: [textOf(spellPhone(number, words.extension))],
      href: `tel:${number}`,
      isSpelled: true,
      type: 'link',
    },
    ...(hours ? [textOf(', '), textOf(hours.text, hours.language)] : []),
    ...(phone.freeOfCharge === true ? [textOf(`, ${words.freeOfCharge}`)] : []),
    ...(phone.hiddenOnBill === true ? [textOf(`, ${words.hiddenOnBill}`)] : []),
  )
}

const mailOf = (email: unknown, { locale }: Reader): TextNode[] =>
  typeof email === 'string' && email !== ''
    ? [
        item(textOf(`${publicWords[locale].email}: `), {
          children: [textOf(email)],
          href: mailLink(email),
          isSpelled: true,
          type: 'link',
        }),
      ]
    : []

const websiteOf = (website: unknown, { locale }: Reader): TextNode[] => {
  const href = safeLink(website)
  return href && URL.canParse(href)
    ? [
        item(textOf(`${publicWords[locale].website}: `), {
          children: [textOf(domainToUnicode(new URL(href).hostname).replace(/^www\./, ''))],
          href,
          isElsewhere: true,
          type: 'link',
        }),
      ]
    : []
}

const placeOf = (address: unknown, { locale }: Reader): TextNode[] => {
  const { postalCode, street, town, visibility } = isObject(address) ? address : {}
  const words = publicWords[locale]
  if (visibility === 'secret') {
    return [item(textOf(words.addressSecret))]
  }
  const place = [postalCode, town].filter(Boolean).join(' ')
  const lines = [street, place].filter(Boolean).join(', ')
  return lines ? [item(textOf(`${words.address}: `), textOf(lines, germanFor(locale)))] : []
}

/** The language of a German text, where the reader's is another one. */
const germanFor = (locale: LocaleCode): string | undefined =>
  locale === defaultLocale ? undefined : defaultLocale

const hoursOf = (openingHours: unknown, reader: Reader): TextNode[] => {
  const items = rowsOf(openingHours).map(({ closes, day, note, opens }) => {
    const remark = written(note, reader)
    return item(
      textOf(`${weekdayInWords(String(day), reader.locale)}: `),
      { isNeutral: true, text: `${String(opens)} – ${String(closes)}`, type: 'text' },
      ...(remark ? [textOf(', '), textOf(remark.text, remark.language)] : []),
    )
  })
  return around(items, (children) =>
    item(textOf(publicWords[reader.locale].openingHours), { children, type: 'list' }),
  )
}
