import type { APIError, Field, FieldHook } from 'payload'

import { isObject } from '../lib/isObject.ts'
import { refusal } from '../lib/refusal.ts'
import { isDangerousLink, safeLink } from '../lib/safeLink.ts'
import type { Text } from '../lib/say.ts'
import { say } from '../lib/say.ts'

type Node = Record<string, unknown>

/** The URL that Payload's editor writes into a link to a document. */
const internalLinkURL = 'https://'

const isUnsafe = (url: unknown): boolean => url !== internalLinkURL && safeLink(url) === undefined

const isDangerous = (url: unknown): boolean => typeof url !== 'string' || isDangerousLink(url)

/** The address to which a node of rich text links; undefined if there is none. */
const addressOf = ({ fields }: Node): unknown => {
  const url = isObject(fields) ? fields.url : undefined
  return url === null || url === '' ? undefined : url
}

/** The first address in a rich text, or in those of all languages, that passes a test. */
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

/** A rich text in which dangerous links are replaced by their text. */
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

export const unsafeLinkHint: Text = {
  de: 'Ein Link führt auf eine Seite dieser Website (/…), ins Internet (https://…), zu einer E-Mail-Adresse (mailto:…) oder einer Rufnummer (tel:…), ohne Leerzeichen.',
  en: 'A link leads to a page of this website (/…), to the web (https://…), to an e-mail address (mailto:…) or a phone number (tel:…), without spaces.',
}

/** The error for an address that no link may have; the form shows it at the field. */
const refusalOf = (address: unknown, { path, req }: Parameters<FieldHook>[0]): APIError => {
  const shown = (typeof address === 'string' ? address : JSON.stringify(address)).slice(0, 100)
  const message = say(req, {
    de: `„${shown}“ geht nicht. ${unsafeLinkHint.de}`,
    en: `"${shown}" is not allowed. ${unsafeLinkHint.en}`,
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

const refuseUnsafeLinks: FieldHook = (args) => {
  const address = findAddress(args.value, isUnsafe)
  if (address !== undefined) {
    throw refusalOf(address, args)
  }
  return undefined
}

const dropDangerousLinks: FieldHook = ({ value }) =>
  findAddress(value, isDangerous) === undefined ? undefined : withoutDangerousLinks(value)

const refuseDangerousAddress: FieldHook = (args) => {
  if (typeof args.value === 'string' && isDangerousLink(args.value)) {
    throw refusalOf(args.value, args)
  }
  return undefined
}

const hideDangerousAddress: FieldHook = ({ value }) =>
  typeof value === 'string' && isDangerousLink(value) ? null : undefined

/** The hooks of a field for a link address. A draft may keep an incomplete address, but no dangerous one. */
export const linkHooks = {
  afterRead: [hideDangerousAddress],
  beforeValidate: [refuseDangerousAddress],
}

/**
 * Adds hooks to every rich text field, however deep: links may lead to safe addresses only, in drafts as
 * well, and dangerous ones that are already stored are left out when a document is read.
 */
export const keepLinksSafe = (fields: Field[]): void => {
  for (const field of fields) {
    // A field that several collections share must not get the hooks twice.
    if (field.type === 'richText' && !field.hooks?.beforeValidate?.includes(refuseUnsafeLinks)) {
      field.hooks = {
        ...field.hooks,
        afterRead: [...(field.hooks?.afterRead ?? []), dropDangerousLinks],
        beforeValidate: [refuseUnsafeLinks, ...(field.hooks?.beforeValidate ?? [])],
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
