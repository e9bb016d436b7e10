import type { Endpoint } from 'payload'

import { createHash } from 'node:crypto'

import { html, raw } from 'hono/html'

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

type HTML = ReturnType<typeof html>

/** `GET /api/docs`: the description of the API as a page for people. It loads nothing else. */
export const docs: Endpoint = {
  handler: async ({ payload }) =>
    new Response(String(await pageOf(describeAPI(payload.config))), {
      headers: { 'Content-Security-Policy': csp, 'Content-Type': 'text/html; charset=utf-8' },
    }),
  method: 'get',
  path: '/docs',
}

/** Renders text between backticks as code. */
const prose = (text: unknown): HTML =>
  html`${String(text)
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`

const pageOf = ({ components, info, paths, tags }: OpenAPI): HTML => {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, operation, path })),
  )
  const sections = tags.map(
    ({ description, name }) =>
      html`<h2>${name}</h2>
        <p>${prose(description)}</p>
        ${operations.filter(({ operation }) => operation.tags.includes(name)).map(operationHTML)}`,
  )
  const schemas = Object.entries(components.schemas)
    .filter(([name]) => !name.endsWith('-list'))
    .map(
      ([name, { properties }]) =>
        html`<details id="${name}">
          <summary><code>${name}</code></summary>
          ${rows(
            Object.entries((properties ?? {}) as Record<string, Described>).map(
              ([field, schema]) => [
                html`<code>${field}</code>`,
                typeOf(schema),
                prose(schema.description ?? ''),
              ],
            ),
            ['Field', 'Type', ''],
          )}
        </details>`,
    )
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${info.title}: API</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <main>
          <h1>${info.title}: API</h1>
          <p>${prose(info.description)}</p>
          <p>Version ${info.version}. <a href="/api/openapi.json">OpenAPI 3.1</a></p>
          ${sections}
          <h2>Schemas</h2>
          ${schemas}
        </main>
      </body>
    </html>`
}

const operationHTML = ({
  method,
  operation: { description, parameters = [], requestBody, responses, summary },
  path,
}: {
  method: string
  operation: Operation
  path: string
}): HTML => {
  const needsNothing =
    method === 'get' && !path.includes('{') && !parameters.some((each) => each.required)
  return html`<details>
    <summary><b>${method.toUpperCase()}</b> <code>${path}</code> – ${summary}</summary>
    ${description && html`<p>${prose(description)}</p>`}
    ${needsNothing && html`<p><a href="${path}">Try it</a></p>`}
    ${
      requestBody &&
      html`<p>Body, for example: <code>${JSON.stringify(exampleOf(requestBody))}</code></p>`
    }
    ${rows(
      parameters.map(({ name, description: text, in: place, schema }) => [
        html`<code>${name}</code>${place === 'path' ? ' (in the path)' : ''}`,
        typeOf(schema),
        prose(text),
      ]),
      ['Parameter', 'Type', ''],
    )}
    ${rows(
      Object.entries(responses).map(([status, { content, description: text }]) => [
        html`${status}`,
        html`${Object.entries(content ?? {}).map(
          ([type, { schema }]) => html`${type} ${typeOf(schema)}`,
        )}`,
        html`${text}`,
      ]),
      ['Status', 'Reply', ''],
    )}
  </details>`
}

const exampleOf = (requestBody: Record<string, unknown>): unknown =>
  (requestBody as { content: Record<string, { example?: unknown }> }).content['application/json']
    ?.example

const rows = (cells: HTML[][], headings: string[]): HTML | undefined =>
  cells.length === 0
    ? undefined
    : html`<div class="table">
        <table>
          <tr>
            ${headings.map((head) => html`<th>${head}</th>`)}
          </tr>
          ${cells.map(
            (row) =>
              html`<tr>
                ${row.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </table>
      </div>`

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
const typeOf = ({ $ref, anyOf, enum: values, items, oneOf = anyOf, type }: Described): HTML => {
  if ($ref) {
    const name = $ref.split('/').at(-1) ?? ''
    const schema = name.replace(/-list$/, '')
    return html`${name === schema ? '' : 'list of '}<a href="#${schema}">${schema}</a>`
  }
  if (values) {
    return separated(
      values.map((value) => html`<code>${String(value)}</code>`),
      ', ',
    )
  }
  if (oneOf) {
    return separated(oneOf.map(typeOf), ' or ')
  }
  return items ? html`list of ${typeOf(items)}` : html`${[type ?? 'any'].flat().join(' or ')}`
}

const separated = (parts: HTML[], separator: string): HTML =>
  html`${parts.map((part, index) => html`${index > 0 ? separator : ''}${part}`)}`
