import type { LocaleCode } from '../addresses/localeOf.ts'
import type { LinkableCollection } from '../addresses/paths.ts'
import { linkableCollections, pathOf, translatedField } from '../addresses/paths.ts'
import type { Text } from '../lib/say.ts'
import { defaultLocale, locales } from '../vocabularies/locales.ts'
import type { Collections, Found, Source } from './cms.ts'
import { readerOf } from './cms.ts'
import { renderPreview } from './renderView.tsx'
import { plainPage } from './views/plainPage.tsx'

type Doc = Collections[LinkableCollection]

const address = /^\/vorschau\/([a-z]+)\/([\w-]+)$/

/** Whether a path is that of a preview. */
export const isPreview = (url: string): boolean => url.startsWith('/vorschau/')

/**
 * `GET /vorschau/:collection/:id?locale=…`: the newest draft as the website would show it, to the person
 * who is signed in and may read it. A POST with what stands in the form of the admin UI shows that
 * instead; nothing is saved.
 */
export const previewOf = async (source: Source, request: Request): Promise<Response> => {
  const { pathname, searchParams } = new URL(request.url)
  const [, slug, id = ''] = address.exec(pathname) ?? []
  const collection = linkableCollections.find((each) => each === slug)
  const locale = locales.find(
    ({ code }) => code === (searchParams.get('locale') ?? defaultLocale),
  )?.code
  const person = headersOf(request)
  if (!collection || !locale) {
    return refusal(request, 404, missing)
  }
  const read = readAs({ collection, id, person, source })
  const [own, shown, inAll] = await Promise.all([
    read({ 'fallback-locale': 'none', locale }),
    read({ locale }),
    read({ locale: 'all' }),
  ])
  if (!own || !shown || !inAll || !(await isSignedIn(source, person))) {
    return refusal(request, 404, missing)
  }
  const typed = request.method === 'POST' ? ((await request.json()) as Partial<Doc>) : undefined
  const typedDoc = typed && (await read({ data: { ...own, ...typed, id }, locale }))
  if (typed && !typedDoc) {
    return refusal(request, 400, unreadable)
  }
  const found = {
    collection,
    locales: writtenIn(collection, inAll),
    // A document without a slug gets its address when it is first saved.
    path: pathOf(collection, { ...shown, ...typedDoc }) ?? pathname,
    ...(typedDoc
      ? { own: typedDoc, shown: locale === defaultLocale ? typedDoc : over(shown, typedDoc) }
      : { own, shown }),
  } as Found
  // Everything around the document is public content.
  return new Response(await renderPreview(await readerOf(source, locale), found))
}

type Query = { data?: unknown; 'fallback-locale'?: string; locale: string }

/** The headers that identify a person. Payload accepts a cookie only with those that name its origin. */
const headersOf = ({ headers }: Request): Record<string, string> =>
  Object.fromEntries(
    ['Cookie', 'Origin', 'Sec-Fetch-Site'].flatMap((name) => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )

/** Reads a document with the rights of a person. */
const readAs =
  ({
    collection,
    id,
    person,
    source: { baseURL, fetch },
  }: {
    collection: LinkableCollection
    id: string
    person: Record<string, string>
    source: Source
  }) =>
  async ({ data, ...query }: Query): Promise<Doc | undefined> => {
    const url = `${baseURL}/${collection}/${id}`
    const parameters = new URLSearchParams({ depth: '1', draft: 'true', ...query })
    const response = data
      ? await fetch(url, {
          // Without "draft", or Payload would take the saved draft in place of the data.
          body: JSON.stringify({ data, depth: 1, flattenLocales: false, ...query }),
          headers: {
            ...person,
            'Content-Type': 'application/json',
            'X-Payload-HTTP-Method-Override': 'GET',
          },
          method: 'POST',
        })
      : await fetch(`${url}?${parameters}`, { headers: person })
    return response.ok ? ((await response.json()) as Doc) : undefined
  }

/** Whether the person is signed in. Previews require it, since the API answers anybody with what is published. */
const isSignedIn = async (
  { baseURL, fetch }: Source,
  person: Record<string, string>,
): Promise<boolean> => {
  const response = await fetch(`${baseURL}/users/me?depth=0`, { headers: person })
  const { user } = (await response.json()) as { user?: unknown }
  return Boolean(user)
}

const writtenIn = (collection: LinkableCollection, inAll: Doc): LocaleCode[] => {
  const texts = (inAll as unknown as Record<string, Record<string, unknown> | undefined>)[
    translatedField[collection]
  ]
  return locales
    .map(({ code }) => code)
    .filter((code) => code === defaultLocale || Boolean(texts?.[code]))
}

/** What was typed, with German texts in its gaps. */
const over = (shown: Doc, typed: Doc): Doc => ({
  ...shown,
  ...(Object.fromEntries(
    Object.entries(typed).filter(([, value]) => value !== null && value !== ''),
  ) as Partial<Doc>),
})

const missing: Text = {
  de: 'Diese Vorschau gibt es nicht, oder Sie sind nicht angemeldet. Bitte melden Sie sich im Redaktionssystem an und öffnen Sie sie dort noch einmal.',
  en: 'There is no such preview, or you are not signed in. Please sign in to the admin UI and open it there again.',
}

const unreadable: Text = {
  de: 'Was gerade im Formular steht, kann nicht gezeigt werden. Nach dem nächsten Speichern ist die Vorschau wieder da.',
  en: 'What stands in the form cannot be shown. The preview is back after the next save.',
}

const refusal = async (request: Request, status: number, text: Text): Promise<Response> => {
  const isEnglish = /^en\b/i.test(request.headers.get('accept-language') ?? '')
  const page = isEnglish
    ? await plainPage('en', 'Preview', text.en)
    : await plainPage('de', 'Vorschau', text.de)
  return new Response(page, { status })
}
