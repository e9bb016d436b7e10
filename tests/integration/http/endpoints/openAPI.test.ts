import type { ValidateFunction } from 'ajv'
import type { Server } from 'node:http'

import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import config from '../../../../payload.config.ts'
import { environment } from '../../../../src/environment.ts'
import { describeAPI } from '../../../../src/http/description/describeAPI.ts'
import type { Known } from '../../../../src/http/description/examplePaths.ts'
import { examplesOf } from '../../../../src/http/description/examplePaths.ts'
import type { OpenAPI, Operation } from '../../../../src/http/description/openAPI.ts'
import { listen } from '../../../support/listen.ts'
import { everyFeature, richTextOf } from '../../../support/everyFeature.ts'
import { onePixel } from '../../../support/onePixel.ts'
import { make, makeDocument, removeDocuments, unique } from '../../../support/documents.ts'
import { frontendKey, instance, request, requestJSON } from '../../../support/instance.ts'

removeDocuments()

const { collections, endpoints, globals } = await config
const description = describeAPI(await config)
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): [string, string, Operation] => [
    method.toUpperCase(),
    path,
    operation,
  ]),
)

let server: Server
let origin: string
/** Ids and names that stand for the parameters in paths, by collection. */
const known: Known = {}
const ids: Record<string, string> = {}
const redirects: string[] = []

afterAll(async () => {
  const payload = await instance()
  await payload.delete({ collection: 'redirects', where: { id: { in: redirects } } })
})
/** A document of each collection with as much in it as there can be. */
beforeAll(async () => {
  const payload = await instance()
  const listening = await listen(payload)
  known.revision = { id: (await requestJSON('/api/bundle')).json.revision }
  server = listening.server
  origin = listening.origin
  const { id: image } = await payload.create({
    collection: 'media',
    data: { alt: 'Bild', credit: 'Jemand' },
    file: { data: onePixel, mimetype: 'image/png', name: 'a.png', size: onePixel.length },
    locale: 'de',
  })
  ids.media = image
  const linked = { page: (await make('pages')).id, partner: (await make('partners')).id }
  const document = await makeDocument()
  ids.documents = document.id
  const text = () => richTextOf(everyFeature({ document: document.id, image, ...linked }))
  ids.partners = (
    await make('partners', {
      accessibility: ['step-free'],
      address: {
        latitude: 52.26,
        longitude: 10.52,
        postalCode: '38100',
        street: 'Musterweg 1',
        town: 'Braunschweig',
        visibility: 'public',
      },
      description: 'Ein Satz.',
      districts: ['03101'],
      documents: [document.id],
      email: 'hilfe@example.org',
      languages: ['de'],
      logo: image,
      membership: { since: '2018-08-17T00:00:00.000Z', status: 'signatory' },
      openingHours: [{ closes: '17:00', day: 'monday', opens: '09:00' }],
      phones: [{ label: 'Beratung', number: '+493023125000' }],
      profile: text(),
      services: ['counselling'],
      website: 'https://www.example.org',
    } as never)
  ).id
  // One with as little in it as there can be.
  await make('partners', { membership: { status: null } })
  const parent = await make('pages')
  ids.pages = (
    await make('pages', {
      body: text(),
      intro: 'Ein Satz.',
      meta: { description: 'Ein Satz.', image, title: 'Titel' },
      parent: parent.id,
    })
  ).id
  ids.standards = (
    await make('standards', {
      adoptedOn: '2018-08-17T00:00:00.000Z',
      body: text(),
      responsible: [ids.partners],
      scope: 'Alle.',
      steps: [{ action: 'Anrufen', actor: 'Polizei', deadline: 'sofort', legalBasis: '§ 1' }],
    })
  ).id
  ids.news = (
    await make('news', {
      body: text(),
      image,
      partners: [ids.partners],
      teaser: 'Ein Satz.',
      topics: ['law'],
    } as never)
  ).id
  for (const to of [
    { type: 'custom', url: 'https://www.example.org/neu' },
    { reference: { relationTo: 'pages', value: ids.pages }, type: 'reference' },
  ]) {
    const data = { from: `/${unique('alt').replaceAll(' ', '-')}`, to } as never
    ids.redirects = (await payload.create({ collection: 'redirects', data })).id
    redirects.push(ids.redirects)
  }
  // In another language as well.
  await payload.update({
    collection: 'news',
    data: { body: text(), title: 'News' },
    id: ids.news,
    locale: 'en',
  })
  for (const [collection, id] of Object.entries(ids)) {
    const { filename } = (await payload.findByID({ id, collection: collection as 'media' })) as {
      filename?: null | string
    }
    known[collection] = { filename: filename ?? undefined, id }
  }
  for (const path of Object.keys(description.paths).filter((each) => /hsds\/\w+$/.test(each))) {
    known[path.slice('/api/'.length)] = { id: (await requestJSON(path)).json.contents[0].id }
  }
})

// After what refers to them.
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  const payload = await instance()
  for (const collection of ['media', 'documents'] as const) {
    await payload.delete({ id: ids[collection] ?? '', collection })
  }
})

const ajv = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  formats: {
    'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
    date: /^\d{4}-\d\d-\d\d$/,
    'idn-email': /^[^\s@]+@[^\s@]+$/,
    iri: (text: string) => URL.canParse(text),
    'iri-reference': (text: string) => URL.canParse(text, 'http://localhost'),
  },
  strict: false,
})
ajv.addSchema({ $id: 'api', components: description.components })
const validators = new Map<unknown, ValidateFunction>()

/** What is wrong with a reply, by the description. */
const faultsOf = (schema: object, reply: unknown): unknown => {
  const here = JSON.parse(
    JSON.stringify(schema).replaceAll('#/components/', 'api#/components/'),
  ) as object
  const validate = validators.get(schema) ?? ajv.compile(here)
  validators.set(schema, validate)
  return validate(reply) ? [] : validate.errors?.slice(0, 5)
}

const addressOf = (path: string): string => {
  const [, list] = /^\/api\/(hsds\/\w+|[\w-]+)/.exec(path) ?? []
  const { filename = 'x', id = '000000000000000000000000' } = known[list ?? ''] ?? {}
  return path.replace('{id}', id).replace('{filename}', filename)
}

/** One question with no parameter but those that must be, and one with the example of each. */
const questionsOf = (path: string, operation: Operation): string[] => {
  const examples = examplesOf(path, operation, known)
  if (!examples) {
    return [addressOf(path)]
  }
  const untranslated = examples.of['fallback-locale']?.href
  const inAShape = examples.of.format?.href
  return [
    examples.main.href,
    ...Object.values(examples.of).map(({ href }) => href),
    ...(untranslated ? [`${untranslated}&locale=ar`] : []),
    ...(inAShape && !path.startsWith('/api/hsds')
      ? [`${inAShape}&fallback=mark&locale=en`, `${inAShape}&fallback=mark&locale=en&depth=3`]
      : []),
  ]
}

const isForAll = (security: object[]): boolean =>
  security.some((each) => Object.keys(each).length === 0)

describe('the description of the API', () => {
  it('should be OpenAPI 3.1, with an id of its own for each operation', async () => {
    const { json } = await requestJSON('/api/openapi.json')
    expect((json as OpenAPI).openapi).toBe('3.1.0')
    expect(json).toEqual(JSON.parse(JSON.stringify(description)))
    const names = operations.map(([, , { operationId }]) => operationId)
    expect(new Set(names).size).toBe(names.length)
  })

  it('should name no internal field', () => {
    const text = JSON.stringify(description.components.schemas)
    expect(text).toContain('"description"')
    for (const name of [
      'internal',
      'officeNotes',
      'seedKey',
      'searchText',
      'trusted',
      'organisation',
    ]) {
      expect(text).not.toContain(`"${name}":`)
    }
  })

  it.each(operations.filter(([, , { security = [{}] }]) => isForAll(security)))(
    'should be true: %s %s',
    async (method, path, operation) => {
      const isSignIn = operation.tags.includes('Sign-in')
      const example = operation.requestBody?.content['application/json']?.example
      for (const question of questionsOf(path, operation)) {
        const response = await fetch(`${origin}${question}`, {
          body: method === 'POST' ? JSON.stringify(example ?? {}) : undefined,
          headers: method === 'POST' ? { 'Content-Type': 'application/json' } : {},
          method,
        })
        const described = operation.responses[String(response.status)]
        const body = await response.text()
        expect(Object.keys(operation.responses), `${question}: ${body.slice(0, 200)}`).toContain(
          String(response.status),
        )
        if (!isSignIn) {
          expect(response.status, `${question}: ${body.slice(0, 200)}`).toBe(200)
        }
        const [type = '', { schema = {} } = {}] = Object.entries(described?.content ?? {})[0] ?? []
        if (type !== 'application/octet-stream') {
          expect(response.headers.get('content-type')).toContain(type)
        }
        if (type === 'application/json') {
          expect(faultsOf(schema, JSON.parse(body)), `${question}\n${body.slice(0, 600)}`).toEqual(
            [],
          )
        }
      }
    },
  )

  it('should tell what a wrong question gets', async () => {
    for (const [question, right] of [
      ['/api/news?limit=x', 400],
      ['/api/search', 400],
      ['/api/partners?district=1', 400],
      ['/api/news/x', 404],
    ] as const) {
      const { json, status } = await requestJSON(question)
      expect(status, question).toBe(right)
      expect(faultsOf(description.components.schemas.Errors ?? {}, json), question).toEqual([])
    }
  })

  it('should describe every route that answers the public', async () => {
    const routes = [
      ...endpoints.map(({ method, path }) => [method, path]),
      ...collections.flatMap(({ endpoints, slug }) =>
        (endpoints || []).map(({ method, path }) => [
          method,
          `/${slug}${path === '/' ? '' : path}`,
        ]),
      ),
      ...globals.flatMap(({ endpoints, slug }) =>
        (endpoints || []).map(({ method, path }) => [
          method,
          `/globals/${slug}${path === '/' ? '' : path}`,
        ]),
      ),
    ] as [string, string][]
    const described = operations.map(
      ([method, path]) => `${method} ${path.replace(/\{\w+\}/g, ':')}`,
    )
    const undescribed: string[] = []
    for (const [method, path] of routes) {
      const [, list] = /^\/(hsds\/\w+|[\w-]+)/.exec(path) ?? []
      const collection = list ?? ''
      const address = path
        .replace(':format', 'atom')
        .replace(/:id\??/, known[collection]?.id ?? '000000000000000000000000')
        .replace(':filename', known[collection]?.filename ?? 'x')
        .replace(/:\w+\??/, 'x')
      // Without a condition a change of many is a question that is not understood.
      const query = method === 'patch' || method === 'delete' ? '?where[id][exists]=true' : ''
      const { status } = await request(`/api${address}${query}`, {
        body: method === 'get' ? undefined : {},
        from: 'somebody who tries everything',
        method: method.toUpperCase(),
      })
      const name = `${method.toUpperCase()} /api${path.replace(':format', 'atom').replace(/:\w+\??/g, ':')}`
      if (![401, 403, 404, 405, 501].includes(status) && !described.includes(name)) {
        undescribed.push(`${status} ${name}`)
      }
    }
    expect(undescribed).toEqual([])
  })
})

describe('the page to read it', () => {
  it('should name every operation, link to each, and load nothing', async () => {
    const response = await request('/api/docs')
    const html = await response.text()
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    )
    for (const [, path, { operationId }] of operations) {
      expect(html).toContain(`<code>${path}</code>`)
      expect(html.split(`href="#${operationId}"`), operationId).toHaveLength(3)
    }
    const anchors = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(anchors).size).toBe(anchors.length)
    const targets = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id)
    expect(targets.filter((id) => !anchors.includes(id))).toEqual([])
    expect(html).not.toMatch(/<(?:script|link|img|iframe)\b|@import|url\(/)
  })

  it('should have an example of each question, and each is answered as it stands there', async () => {
    const html = await (await fetch(`${origin}/api/docs`)).text()
    const examples = [...html.matchAll(/ href="(\/api\/[^"]*)"/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    const asked = operations.filter(
      ([method, path, { security = [{}] }]) =>
        // Of HSDS, only its lists tell ids.
        method === 'GET' && isForAll(security) && !/\/hsds\/.*\{id\}/.test(path),
    )
    expect(asked.length).toBeGreaterThan(30)
    for (const [, path, { parameters = [] }] of asked) {
      const pattern = new RegExp(`^${path.replace(/\{\w+\}/, '[^/]+')}$`)
      const questions = examples.filter((href) => pattern.test(href.split('?')[0] ?? ''))
      const names = parameters.filter((each) => each.in === 'query').map(({ name }) => name)
      for (const name of names) {
        expect(
          questions.filter((href) => new URL(href, origin).searchParams.has(name)),
          `${path} ${name}`,
        ).not.toEqual([])
      }
      expect(questions, path).not.toEqual([])
    }
    for (const href of new Set(examples)) {
      expect((await fetch(`${origin}${href}`)).status, href).toBe(200)
    }
    const [, command = ''] = /<code>(curl .*?)<\/code>/s.exec(html) ?? []
    const plain = command.replaceAll('&#39;', "'").replaceAll('&quot;', '"')
    const [, address = '', body] =
      /^curl '([^']+)' -H 'Content-Type: application\/json' \\\n {2}-d '([^']+)'$/.exec(plain) ?? []
    const reply = await fetch(address.replace(environment.publicURL, origin), {
      body,
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    expect(await reply.json()).toEqual({ data: { News: { docs: expect.any(Array) } } })
  })

  it('should show a reply to each question', async () => {
    const html = await (await request('/api/docs')).text()
    for (const [, path, { operationId, responses }] of operations) {
      const [, article = ''] = html.split(`<article id="${operationId}">`)
      const [type] = Object.keys(responses['200']?.content ?? {})
      if (type !== 'application/octet-stream') {
        expect(article.split('</article>')[0], path).toContain('Example of a reply')
      }
    }
  })
})

describe('a preview', () => {
  it('should need the key of a frontend, and a token', async () => {
    expect((await request('/api/preview?token=x')).status).toBe(403)
    expect((await request('/api/preview?token=x', { as: await frontendKey() })).status).toBe(401)
  })
})
