import type { Endpoint, PayloadRequest } from 'payload'

import { createHmac } from 'node:crypto'

import { jwtVerify, SignJWT } from 'jose'
import { Forbidden } from 'payload'

import { asPerson } from '../../access/asPerson.ts'
import { isFrontend } from '../../access/people.ts'
import type { LocaleCode } from '../../addresses/localeOf.ts'
import type { LinkableCollection } from '../../addresses/paths.ts'
import { pathInLocale, pathOf } from '../../addresses/paths.ts'
import { environment } from '../../environment.ts'
import { giveShape, shapeOf } from '../../http/shapes/shape.ts'
import { refusal } from '../../lib/refusal.ts'
import { defaultLocale } from '../../vocabularies/locales.ts'

/** How long a link to a preview is valid, in seconds. */
const tokenLifetime = 600

const audience = 'preview'

/** A separate key, so that these tokens cannot be used to sign in. */
const keyOf = (secret: string): Uint8Array => createHmac('sha256', secret).update(audience).digest()

type Previewed = { collection: LinkableCollection; id: string; locale: string }

/**
 * The address that the preview button of the admin UI opens: PREVIEW_URL with the path of the
 * document, its language and a token. For ten minutes, the token proves that the visitor comes from
 * somebody who may edit the document. Without the setting, there is no button.
 */
export const previewOf =
  (collection: LinkableCollection) =>
  async (
    doc: Record<string, unknown>,
    { locale = defaultLocale, req }: { locale?: string; req: PayloadRequest },
  ): Promise<null | string> => {
    const path = pathOf(collection, doc)
    if (!environment.previewURL || !path) {
      return null
    }
    const token = await new SignJWT({ collection, id: String(doc.id), locale })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience(audience)
      .setExpirationTime(`${tokenLifetime} s`)
      .sign(keyOf(req.payload.secret))
    const url = new URL(environment.previewURL)
    url.searchParams.set('locale', locale)
    url.searchParams.set('path', pathInLocale(path, locale))
    url.searchParams.set('token', token)
    return url.href
  }

/**
 * `GET /api/preview?token=…`, with the key of a frontend: the newest draft of the document that the
 * token of the preview button names. The frontend need not know how tokens are made, and shows drafts
 * only to visitors who bring one.
 */
export const preview: Endpoint = {
  handler: async (req) => {
    if (!isFrontend({ req })) {
      throw new Forbidden(req.t)
    }
    const { collection, id, locale } = await readToken(req)
    const doc = await req.payload.findByID({
      ...asPerson(req),
      id,
      collection,
      depth: 1,
      draft: true,
      locale: locale as 'de',
    })
    const shape = shapeOf(req)
    if (!shape) {
      return Response.json({ collection, doc, locale })
    }
    const shaped = JSON.parse(JSON.stringify(doc)) as Record<string, unknown>
    await giveShape(req, shape, {
      docs: [shaped],
      fallback: defaultLocale,
      isDraft: true,
      locale: locale as LocaleCode,
      slug: collection,
    })
    return Response.json({ collection, doc: shaped, locale })
  },
  method: 'get',
  path: '/preview',
}

const readToken = async (req: PayloadRequest): Promise<Previewed> => {
  try {
    const { payload } = await jwtVerify<Previewed>(
      req.searchParams.get('token') ?? '',
      keyOf(req.payload.secret),
      { algorithms: ['HS256'], audience },
    )
    return payload
  } catch {
    throw refusal(req, 401, {
      de: 'Diese Vorschau ist abgelaufen. Bitte im Redaktionssystem noch einmal auf „Vorschau“ drücken.',
      en: 'This preview has expired. Please press "Preview" in the admin UI again.',
    })
  }
}
