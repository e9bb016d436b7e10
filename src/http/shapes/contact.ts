import { domainToUnicode } from 'node:url'

import { pathOf } from '../../addresses/paths.ts'
import { publicWords } from '../../addresses/publicWords.ts'
import { isObject } from '../../lib/isObject.ts'
import { spellPhone } from '../../lib/phone.ts'
import { safeLink } from '../../lib/safeLink.ts'
import { mailLink } from '../../lib/webAddress.ts'
import { publicVocabularies } from '../../vocabularies/all.ts'
import { weekdayInWords } from '../../vocabularies/weekdays.ts'
import type { TextNode } from './nodes.ts'
import { around, heading, item, linkTo, paragraph, textOf } from './nodes.ts'
import type { Reader } from './reader.ts'
import { addressOf, germanFor, label, written } from './reader.ts'
import type { ListedPartner } from './targets.ts'
import { parseURL } from '../../lib/parseURL.ts'

type Values = Record<string, unknown>

/** How to reach a partner: only what is public of it. */
export const contactOf = (
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
  const address = parseURL(href ?? '')
  return href && address
    ? [
        item(textOf(`${publicWords[locale].website}: `), {
          children: [textOf(domainToUnicode(address.hostname).replace(/^www\./, ''))],
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
  // What is not public is not stored there; a second lock.
  const place = visibility === 'public' ? [postalCode, town].filter(Boolean).join(' ') : town
  const lines = [visibility === 'public' && street, place].filter(Boolean).join(', ')
  return lines ? [item(textOf(`${words.address}: `), textOf(lines, germanFor(locale)))] : []
}

/** A partner's name, which leads to its page. */
const nameOf = ({ name, slug }: ListedPartner, { locale }: Reader): TextNode[] => {
  const path = pathOf('partners', { slug })
  const link = path === undefined ? undefined : { href: addressOf(path, locale) }
  return linkTo(link && { ...link, language: germanFor(locale) }, [textOf(name)])
}

/** The same, and what kind of organisation it is. */
export const nameAndKindOf = (partner: ListedPartner, reader: Reader): TextNode[] => [
  ...nameOf(partner, reader),
  textOf(' '),
  label(publicVocabularies.kinds, partner.kind, reader),
]

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
