import type { CollectionBeforeChangeHook, PayloadRequest, Where } from 'payload'

import { published } from '../../access/content.ts'
import type { LinkableCollection } from '../../addresses/paths.ts'
import { documentPathOf, isListPath, pathOf, withoutLocale } from '../../addresses/paths.ts'
import { isPublic, readStored } from '../../hooks/publicState.ts'
import { idOf } from '../../lib/idOf.ts'
import { invalid } from '../../lib/invalid.ts'
import { safeLink } from '../../lib/safeLink.ts'
import type { Text } from '../../lib/say.ts'
import { decoded, withoutEndingSlashes } from '../../lib/urlPath.ts'
import type { Redirect } from '../../payload-types.ts'
import { tellWebhooks } from '../webhooks/index.ts'
import { parseURL } from '../../lib/parseURL.ts'

/** Paths for which the website never looks up redirects. */
const reservedPaths = /^\/(?:_next|_site|admin|api|vorschau)(?:\/|$)/

/**
 * An old address in the form in which it is looked up: only the path, decoded, without a trailing slash.
 * A complete web address may be pasted.
 */
const oldPathOf = (from: string): string | undefined => {
  const text = from.trim()
  const [path = ''] = (parseURL(text)?.pathname ?? text).split(/[?#]/)
  const readable = withoutEndingSlashes(decoded(path)?.normalize('NFC') ?? '')
  return readable && /^\/(?!\/)[^\\\s\p{Cc}]+$/u.test(readable) && !reservedPaths.test(readable)
    ? readable
    : undefined
}

/** The published document at a path. */
const documentAt = async (
  req: PayloadRequest,
  path: string,
): Promise<{ collection: LinkableCollection; id: string } | undefined> => {
  const { collection, field, value } = documentPathOf(path)
  const { docs } = await req.payload.find({
    collection,
    depth: 0,
    limit: 1,
    pagination: false,
    req,
    select: {},
    where: { and: [published, { [field]: { equals: value } }] },
  })
  return docs[0] && { collection, id: docs[0].id }
}

type To = NonNullable<Redirect['to']>

const notFound: Text = {
  de: 'Unter dieser Adresse ist nichts veröffentlicht. Bitte das Dokument auswählen oder eine vollständige Internetadresse eingeben.',
  en: 'Nothing is published at this address. Please choose the document, or enter a complete web address.',
}

/** A target as it is stored, or what is wrong with it. A document is stored as a reference, since it may move. */
const targetOf = async (
  req: PayloadRequest,
  url: string,
): Promise<{ fault: Text } | { to: Partial<To> }> => {
  const address = safeLink(url.trim())
  const elsewhere = parseURL(address ?? '')
  if (elsewhere) {
    const { hostname, href, protocol } = elsewhere
    return /^https?:/.test(protocol) && hostname.includes('.')
      ? { to: { reference: null, type: 'custom', url: href } }
      : { fault: notFound }
  }
  const [path = ''] = (address ?? '').split(/[?#]/)
  const readable = withoutEndingSlashes(decoded(path) ?? '')
  if (!readable.startsWith('/')) {
    return {
      fault: {
        de: 'Bitte eine vollständige Internetadresse eingeben, die mit https:// beginnt, oder einen Pfad dieser Internetseite, der mit / beginnt.',
        en: 'Please enter a complete web address that begins with https://, or a path of this website that begins with /.',
      },
    }
  }
  const place = withoutLocale(readable)
  const found = await documentAt(req, place.path)
  if (found) {
    return { to: referenceTo(found) }
  }
  const { docs } = await req.payload.find({
    collection: 'redirects',
    depth: 0,
    limit: 1,
    pagination: false,
    req,
    where: { from: { equals: place.path } },
  })
  if (docs[0]?.to) {
    return { to: docs[0].to }
  }
  return isListPath(place.path)
    ? { to: { reference: null, type: 'custom', url: encodeURI(readable) } }
    : { fault: notFound }
}

const referenceTo = ({
  collection,
  id,
}: {
  collection: LinkableCollection
  id: string
}): Partial<To> => ({
  reference: { relationTo: collection, value: id },
  type: 'reference',
  url: null,
})

/** The current path of a target; undefined if that is not public, or outside this website. */
const pathOfTarget = async (
  req: PayloadRequest,
  { reference, url }: Partial<To>,
): Promise<string | undefined> => {
  if (!reference) {
    return url?.startsWith('/') ? withoutLocale(decoded(url) ?? url).path : undefined
  }
  const collection = reference.relationTo
  const stored = await readStored(req, collection, idOf(reference.value) ?? '')
  return isPublic(stored) ? pathOf(collection, stored) : undefined
}

/**
 * Normalises a redirect, and refuses one that leads to nothing, to itself or in a circle. The path of a
 * document becomes a reference, so that the redirect still leads there in one step when it moves.
 *
 * @throws 400 at the field.
 */
export const checkRedirect: CollectionBeforeChangeHook<Redirect> = async ({
  data,
  originalDoc,
  req,
}) => {
  const refuse = (path: string, text: Text): never => {
    throw invalid(req, 'redirects', [path], text)
  }
  const from = oldPathOf(data.from ?? '')
  if (!from) {
    return refuse('from', {
      de: 'Bitte den Pfad der alten Adresse eingeben, der mit / beginnt, zum Beispiel /alte-seite.',
      en: 'Please enter the path of the old address, which begins with /, for example /old-page.',
    })
  }
  if (withoutLocale(from).locale) {
    return refuse('from', {
      de: 'Bitte ohne das Sprachkürzel am Anfang eingeben, die Weiterleitung gilt in allen Sprachen.',
      en: 'Please leave out the language code at the beginning; the redirect works in all languages.',
    })
  }
  const { reference, type, url } = data.to ?? {}
  const target =
    type === 'custom' ? await targetOf(req, url ?? '') : { to: { reference, type, url: null } }
  if ('fault' in target) {
    return refuse('to.url', target.fault)
  }
  const path = await pathOfTarget(req, target.to)
  if (target.to.reference && path === undefined) {
    return refuse('to.reference', {
      de: 'Dieses Dokument ist nicht veröffentlicht, die Weiterleitung würde ins Leere führen.',
      en: 'This document is not published, so the redirect would lead nowhere.',
    })
  }
  if (path === from) {
    return refuse('from', {
      de: 'Diese Weiterleitung führt zu ihrer eigenen Adresse.',
      en: 'This redirect leads to its own address.',
    })
  }
  if (from !== originalDoc?.from && (isListPath(from) || (await documentAt(req, from)))) {
    return refuse('from', {
      de: 'Unter dieser Adresse steht etwas, eine Weiterleitung hätte dort keine Wirkung.',
      en: 'This address is in use, so a redirect would have no effect.',
    })
  }
  return { ...data, from, targetIsPublic: true, to: target.to as To }
}

/** Makes redirects to a document public or not, as the document is, so that none leads to nothing. */
export const updateVisibility = async (
  req: PayloadRequest,
  id: string,
  targetIsPublic: boolean,
): Promise<void> => {
  const where: Where = {
    and: [
      { 'to.reference.value': { equals: id } },
      { targetIsPublic: { not_equals: targetIsPublic } },
    ],
  }
  const { docs } = await req.payload.db.find<Redirect>({
    collection: 'redirects',
    limit: 0,
    pagination: false,
    req,
    sort: 'id',
    where,
  })
  await req.payload.db.updateMany({
    collection: 'redirects',
    data: { targetIsPublic },
    req,
    returning: false,
    where,
  })
  for (const redirect of docs) {
    await tellWebhooks({
      action: targetIsPublic ? 'publish' : 'unpublish',
      entity: 'redirects',
      id: redirect.id,
      path: redirect.from,
      req,
    })
  }
}

/** Deletes the redirects to a document that is deleted for good. */
export const forgetRedirectsTo = async (req: PayloadRequest, id: string): Promise<void> => {
  await req.payload.delete({
    collection: 'redirects',
    req,
    where: { 'to.reference.value': { equals: id } },
  })
}
