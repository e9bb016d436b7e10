import type { APIError, Field, FieldHook } from 'payload'

import { isObject } from '../lib/isObject.ts'
import { refusal } from '../lib/refusal.ts'
import { isDangerousLink, safeLink } from '../lib/safeLink.ts'
import type { Text } from '../lib/say.ts'
import { say } from '../lib/say.ts'

type Node = Record<string, unknown>

/** What the editor of the admin UI writes into links that lead to a document. */
const placeholder = 'https://'

const isUnsafe = (url: unknown): boolean => url !== placeholder && safeLink(url) === undefined

const isDangerous = (url: unknown): boolean => typeof url !== 'string' || isDangerousLink(url)

/** The address that a node of rich text leads to; undefined where it has none. */
const addressOf = ({ fields }: Node): unknown => {
  const url = isObject(fields) ? fields.url : undefined
  return url === null || url === '' ? undefined : url
}

/** The first address in a rich text, or in one for each language, of which that is true. */
const findAddress = (value: unknown, test: (url: unknown) => boolean): unknown => {
  for (const each of Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []) {
    const own = isObject(each) ? addressOf(each) : undefined
    const found = own !== undefined && test(own) ? own : findAddress(each, test)
    if (found !== undefined) {
      return found
    }
  }
  return undefined
}

/** A rich text in which the text of dangerous links has stayed, and the links have not. */
const withoutDangerousLinks = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown) => {
      const address = isObject(each) ? addressOf(each) : undefined
      return isObject(each) && address !== undefined && isDangerous(address)
        ? withoutDangerousLinks(each.children ?? [])
        : [withoutDangerousLinks(each)]
    })
  }
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([key, inside]) => [key, withoutDangerousLinks(inside)]),
      )
    : value
}

export const unsafe: Text = {
  de: 'Ein Link führt auf eine Seite dieser Website (/…), ins Internet (https://…), zu einer E-Mail-Adresse (mailto:…) oder einer Rufnummer (tel:…), ohne Leerzeichen.',
  en: 'A link leads to a page of this website (/…), to the web (https://…), to an e-mail address (mailto:…) or a phone number (tel:…), without spaces.',
}

/** Refuses an address for a link, with a sentence. */
const refusalOf = (address: unknown, { path, req }: Parameters<FieldHook>[0]): APIError => {
  const shown = (typeof address === 'string' ? address : JSON.stringify(address)).slice(0, 100)
  const message = say(req, {
    de: `„${shown}“ geht nicht. ${unsafe.de}`,
    en: `"${shown}" is not possible. ${unsafe.en}`,
  })
  return refusal(
    req,
    400,
    {
      de: 'Ein Link führt an eine Adresse, die nicht erlaubt ist. Bitte den Link ändern oder entfernen.',
      en: 'A link leads to an address that is not allowed. Please change the link or remove it.',
    },
    { errors: [{ message, path: path.join('.') }] },
  )
}

const refuseUnsafe: FieldHook = (args) => {
  const address = findAddress(args.value, isUnsafe)
  if (address !== undefined) {
    throw refusalOf(address, args)
  }
  return undefined
}

const clean: FieldHook = ({ value }) =>
  findAddress(value, isDangerous) === undefined ? undefined : withoutDangerousLinks(value)

const refuseDangerous: FieldHook = (args) => {
  if (typeof args.value === 'string' && isDangerousLink(args.value)) {
    throw refusalOf(args.value, args)
  }
  return undefined
}

const onlySafe: FieldHook = ({ value }) =>
  typeof value === 'string' && isDangerousLink(value) ? null : undefined

/** The hooks of a field for an address: a half-written one may be kept in a draft, a dangerous one not. */
export const linkHooks = { afterRead: [onlySafe], beforeValidate: [refuseDangerous] }

/**
 * Lets links in rich text lead to safe addresses only, in drafts as well; what was stored before is
 * handed out without dangerous ones. Added to every field of rich text, wherever it stands.
 */
export const keepLinksSafe = (fields: Field[]): void => {
  for (const field of fields) {
    // Some fields stand in several collections.
    if (field.type === 'richText' && !field.hooks?.beforeValidate?.includes(refuseUnsafe)) {
      field.hooks = {
        ...field.hooks,
        afterRead: [...(field.hooks?.afterRead ?? []), clean],
        beforeValidate: [refuseUnsafe, ...(field.hooks?.beforeValidate ?? [])],
      }
    }
    keepLinksSafe('fields' in field ? field.fields : [])
    if (field.type === 'tabs') {
      field.tabs.forEach((tab) => keepLinksSafe(tab.fields))
    }
    if (field.type === 'blocks') {
      field.blocks.forEach((block) => keepLinksSafe(block.fields))
    }
  }
}
