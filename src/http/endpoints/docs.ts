import type { Endpoint } from 'payload'

import { createHash } from 'node:crypto'

import { escapeHTML } from '../../lib/escapeHTML.ts'
import type { OpenAPI, Operation } from './openAPI.ts'
import { describeAPI } from './openAPI.ts'

const style = `
:root { color-scheme: light dark; --line: light-dark(#ccd3da, #46505a); --soft: light-dark(#f3f6f8, #1d2329); --link: light-dark(#0b4f8a, #8cc4f5) }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 60rem; padding: 1.5rem }
a { color: var(--link) }
code { font-family: ui-monospace, monospace; overflow-wrap: anywhere }
details { border: 1px solid var(--line); border-radius: .25rem; margin: .5rem 0 }
details > :not(summary) { margin-inline: .75rem }
summary { background: var(--soft); cursor: pointer; padding: .5rem .75rem }
summary b { display: inline-block; min-width: 3.5rem }
.table { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
td, th { border-bottom: 1px solid var(--line); padding: .3rem .6rem .3rem 0; text-align: start; vertical-align: top }
h2 { margin-top: 2rem }
`

const csp = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** `GET /api/docs`: the description of the API, to be read; it loads nothing. */
export const docs: Endpoint = {
  handler: ({ payload }) =>
    new Response(pageOf(describeAPI(payload.config)), {
      headers: { 'Content-Security-Policy': csp, 'Content-Type': 'text/html; charset=utf-8' },
    }),
  method: 'get',
  path: '/docs',
}

/** Escaped, with what stands between backticks as code. */
const prose = (text: unknown): string => escapeHTML(text).replace(/`([^`]+)`/g, '<code>$1</code>')

const pageOf = ({ components, info, paths, tags }: OpenAPI): string => {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, operation, path })),
  )
  const sections = tags.map(
    ({ description, name }) =>
      `<h2>${escapeHTML(name)}</h2><p>${prose(description)}</p>${operations
        .filter(({ operation }) => operation.tags.includes(name))
        .map(operationHTML)
        .join('')}`,
  )
  const schemas = Object.entries(components.schemas)
    .filter(([name]) => !name.endsWith('-list'))
    .map(
      ([name, { properties }]) =>
        `<details id="${escapeHTML(name)}"><summary><code>${escapeHTML(name)}</code></summary>${rows(
          Object.entries((properties ?? {}) as Record<string, Described>).map(([field, schema]) => [
            `<code>${escapeHTML(field)}</code>`,
            typeOf(schema),
            prose(schema.description ?? ''),
          ]),
          ['Field', 'Type', ''],
        )}</details>`,
    )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHTML(info.title)}: API</title><style>${style}</style></head><body><main><h1>${escapeHTML(info.title)}: API</h1><p>${prose(info.description)}</p><p>Version ${escapeHTML(info.version)}. <a href="/api/openapi.json">OpenAPI 3.1</a></p>${sections.join('')}<h2>Schemas</h2>${schemas.join('')}</main></body></html>`
}

const operationHTML = ({
  method,
  operation: { description, parameters = [], requestBody, responses, summary },
  path,
}: {
  method: string
  operation: Operation
  path: string
}): string => {
  const needsNothing =
    method === 'get' && !path.includes('{') && !parameters.some((each) => each.required)
  return `<details><summary><b>${method.toUpperCase()}</b> <code>${escapeHTML(path)}</code> – ${escapeHTML(summary)}</summary>${description ? `<p>${prose(description)}</p>` : ''}${
    needsNothing ? `<p><a href="${escapeHTML(path)}">Try it</a></p>` : ''
  }${
    requestBody
      ? `<p>Body, for example: <code>${escapeHTML(JSON.stringify(exampleOf(requestBody)))}</code></p>`
      : ''
  }${rows(
    parameters.map(({ name, description, in: place, schema }) => [
      `<code>${escapeHTML(name)}</code>${place === 'path' ? ' (in the path)' : ''}`,
      typeOf(schema),
      prose(description),
    ]),
    ['Parameter', 'Type', ''],
  )}${rows(
    Object.entries(responses).map(([status, { content, description }]) => [
      escapeHTML(status),
      Object.entries(content ?? {})
        .map(([type, { schema }]) => `${escapeHTML(type)} ${typeOf(schema)}`)
        .join(''),
      escapeHTML(description),
    ]),
    ['Status', 'Reply', ''],
  )}</details>`
}

const exampleOf = (requestBody: Record<string, unknown>): unknown =>
  (requestBody as { content: Record<string, { example?: unknown }> }).content['application/json']
    ?.example

const rows = (cells: string[][], heads: string[]): string =>
  cells.length === 0
    ? ''
    : `<div class="table"><table><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr>${cells
        .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
        .join('')}</table></div>`

type Described = {
  $ref?: string
  anyOf?: Described[]
  description?: string
  enum?: unknown[]
  items?: Described
  oneOf?: Described[]
  type?: string | string[]
}

/** The type of a value in a few words, with links to schemas. */
const typeOf = ({ $ref, anyOf, enum: values, items, oneOf = anyOf, type }: Described): string => {
  if ($ref) {
    const name = escapeHTML($ref.split('/').at(-1))
    return name.endsWith('-list')
      ? `list of <a href="#${name.slice(0, -5)}">${name.slice(0, -5)}</a>`
      : `<a href="#${name}">${name}</a>`
  }
  if (values) {
    return values.map((value) => `<code>${escapeHTML(value)}</code>`).join(', ')
  }
  if (oneOf) {
    return oneOf.map(typeOf).join(' or ')
  }
  return items ? `list of ${typeOf(items)}` : escapeHTML([type ?? 'any'].flat().join(' or '))
}
