import { html, raw } from 'hono/html'

import type { ProblemCode } from '../../lib/problems.ts'
import { problems } from '../../lib/problems.ts'
import { problemAnchor, problemType } from '../problem.ts'
import type { Examples, Known } from './examplePaths.ts'
import { examplesOf } from './examplePaths.ts'
import type { MediaType, OpenAPI, Operation, Parameter, Schema } from './openAPI.ts'

export const style = `
:root {
  color-scheme: light dark;
  --line: light-dark(#ccd3da, #46505a);
  --soft: light-dark(#f3f6f8, #1d2329);
  --link: light-dark(#0b4f8a, #8cc4f5);
  --quiet: light-dark(#4d5761, #a9b4be);
}
* { box-sizing: border-box }
html { scroll-padding-top: 1rem }
body { background: light-dark(#fff, #14181c); color: light-dark(#1b1f23, #e8ecef); font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 80rem; padding: 1rem }
a { color: var(--link) }
code, pre { font-family: ui-monospace, monospace; font-size: .875rem }
code { overflow-wrap: anywhere }
pre { background: var(--soft); border: 1px solid var(--line); border-radius: .25rem; margin: 0; max-height: 22rem; overflow: auto; padding: .75rem }
h2 { border-bottom: 2px solid var(--line); margin: 2.5rem 0 .5rem; padding-bottom: .25rem }
h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere }
h3 a { color: inherit; text-decoration: none }
h3 a:hover, h3 a:focus { text-decoration: underline }
h3 small { color: var(--quiet); display: block; font-size: 1rem; font-weight: normal }
article { border-bottom: 1px solid var(--line); padding: 1.25rem 0 }
article:target > h3 { background: var(--soft); outline: .25rem solid var(--soft) }
article > * + * { margin-top: .75rem }
.example h4 { font-size: .875rem; margin: 0 0 .25rem }
summary { cursor: pointer }
dl > div { border-bottom: 1px solid var(--line); padding: .3rem 0 }
dd { margin: 0 }
dl > div:target { background: var(--soft) }
.method { border: 1px solid; border-radius: .25rem; font-size: .75rem; margin-inline-end: .25rem; padding: .05rem .3rem }
.table { overflow-x: auto }
table { border-collapse: collapse; font-size: .9375rem; width: 100% }
td, th { border-bottom: 1px solid var(--line); padding: .3rem .75rem .3rem 0; text-align: start; vertical-align: top }
td:last-child, th:last-child { padding-inline-end: 0 }
.contents { font-size: .875rem }
.contents ul { list-style: none; margin: 0 0 .75rem; padding: 0 }
.contents a { display: block; overflow-wrap: anywhere; padding: .1rem 0; text-decoration: none }
.contents a:hover, .contents a:focus { text-decoration: underline }
@media (min-width: 60rem) {
  .columns { display: grid; gap: 2.5rem; grid-template-columns: 17rem minmax(0, 1fr) }
  .contents { align-self: start; max-height: 100vh; overflow-y: auto; padding-block: .5rem; position: sticky; top: 0 }
}
@media (max-width: 40rem) {
  thead { display: none }
  table, tbody, tr, td { display: block }
  tr { border-bottom: 1px solid var(--line); padding: .4rem 0 }
  td { border: 0; padding: 0 }
}
`

type HTML = ReturnType<typeof html>

type Described = {
  method: string
  operation: Operation
  path: string
  /** The address of the server. */
  server: string
}

/**
 * The description of the API as a page: what can be asked, an example of each question that is answered as it stands, and
 * of each reply.
 */
export const pageOf = (description: OpenAPI, known: Known): HTML => {
  const { components, info, paths, servers, tags } = description
  const server = servers[0]?.url ?? ''
  const operations = Object.entries(paths).flatMap(([path, methods]): Described[] =>
    Object.entries(methods).map(([method, operation]) => ({ method, operation, path, server })),
  )
  const sections = tags.map((tag) => ({
    ...tag,
    operations: operations.filter(({ operation }) => operation.tags.includes(tag.name)),
  }))
  const schemas = Object.entries(components.schemas)
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${info.title}: API</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <header>
          <h1>${info.title}: API</h1>
          <p>${prose(info.description)}</p>
          <p>
            Version ${info.version}. For programs: <a href="/api/openapi.json">OpenAPI 3.1</a>,
            <a href="/api/types.d.ts">types in TypeScript</a>,
            <a href="/api/schema.graphql">GraphQL schema</a>.
          </p>
        </header>
        <div class="columns">
          <nav class="contents" aria-label="Contents">
            ${sections.map((section) => contentsOf(section.name, section.operations))}
            <ul>
              <li><a href="#problems">Refusals</a></li>
              <li><a href="#schemas">Schemas</a></li>
            </ul>
          </nav>
          <main>
            ${sections.map(
              (section) =>
                html`<h2 id="${anchorOf(section.name)}">${section.name}</h2>
                  <p>${prose(section.description)}</p>
                  ${section.operations.map((each) => operationHTML(each, known))}`,
            )}
            <h2 id="problems">Refusals</h2>
            <p>
              Every refusal has a sentence, in English with <code>Accept-Language: en</code>, and
              one of these codes: in <code>errors[0].code</code>, or, with
              <code>Accept: ${problemType}</code>, as a problem (RFC 9457).
            </p>
            <dl>
              ${Object.entries(problems).map(
                ([code, { status, title }]) =>
                  html`<div id="${problemAnchor(code as ProblemCode)}">
                    <dt><code>${code}</code> (${status})</dt>
                    <dd>${title}</dd>
                  </div>`,
              )}
            </dl>
            <h2 id="schemas">Schemas</h2>
            ${schemas.map(([name, schema]) => schemaHTML(name, schema))}
          </main>
        </div>
      </body>
    </html>`
}

const anchorOf = (tag: string): string => `tag-${tag.toLowerCase()}`

const contentsOf = (name: string, operations: Described[]): HTML =>
  html`<a href="#${anchorOf(name)}"><b>${name}</b></a>
    <ul>
      ${operations.map(
        ({ operation }) =>
          html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`,
      )}
    </ul>`

/** Renders text between backticks as code. */
const prose = (text: unknown): HTML =>
  html`${String(text)
    .split(/\`([^\`]+)\`/)
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`

const operationHTML = ({ method, operation, path, server }: Described, known: Known): HTML => {
  const { description, operationId, parameters = [], requestBody, responses, summary } = operation
  const isOpen = method === 'get' && needsNoKey(operation)
  const examples = isOpen ? examplesOf(path, operation, known) : undefined
  const asked = parameters.filter((each) => each.in === 'query')
  return html`<article id="${operationId}">
    <h3>
      <a href="#${operationId}"
        ><span class="method">${method.toUpperCase()}</span> <code>${path}</code>
        <small>${summary}</small></a
      >
    </h3>
    <p>${prose(description)}</p>
    ${isOpen && exampleHTML(examples)}
    ${requestBody && bodyHTML(requestBody, `${server}${path}`, operation.tags)}
    ${
      asked.length > 0 &&
      html`<details>
        <summary>${asked.length === 1 ? 'One parameter' : `${asked.length} parameters`}</summary>
        ${rows(
          asked.map((each) => [
            html`<code>${each.name}</code>${each.required ? ' (needed)' : ''}`,
            typeOf(each.schema),
            prose(each.description),
            parameterExample(each, examples),
          ]),
          ['Parameter', 'Type', 'Meaning', 'Example'],
        )}
      </details>`
    }
    ${replyHTML(responses)}
  </article>`
}

const needsNoKey = ({ security }: Operation): boolean =>
  security === undefined || security.some((each) => Object.keys(each).length === 0)

const exampleHTML = (examples: Examples | undefined): HTML =>
  examples
    ? html`<p>
        Try it: <a href="${examples.main.href}"><code>${examples.main.text}</code></a>
      </p>`
    : html`<p>Try it with an id that a list has told.</p>`

const parameterExample = ({ name }: Parameter, examples: Examples | undefined): HTML => {
  const example = examples?.of[name]
  return example
    ? html`<a href="${example.href}"><code>${example.text.split('?')[1]}</code></a>`
    : html``
}

const bodyHTML = (
  { content }: NonNullable<Operation['requestBody']>,
  address: string,
  tags: string[],
): HTML => {
  const body = JSON.stringify(content['application/json']?.example)
  return tags.includes('Sign-in')
    ? html`<p>The body has the form <code>${body}</code></p>`
    : pre('Example', `curl '${address}' -H 'Content-Type: application/json' \\\n  -d '${body}'`)
}

/** What succeeds as an example, everything else in a table. */
const replyHTML = (responses: Operation['responses']): HTML => {
  const [type, media] = Object.entries(responses['200']?.content ?? {})[0] ?? []
  return html`${
    media?.example !== undefined && pre(`Example of a reply (${type})`, exampleText(media))
  }
  ${rows(
    Object.entries(responses).map(([status, { content = {}, description }]) => [
      html`${status}`,
      prose(description),
      separated(
        Object.entries(content).map(
          ([mediaType, { schema }]) => html`${typeOf(schema)} (<code>${mediaType}</code>)`,
        ),
        ', ',
      ),
    ]),
    ['Status', 'Meaning', 'Reply'],
  )}`
}

const exampleText = ({ example }: MediaType): string =>
  typeof example === 'string' ? example : JSON.stringify(example, null, 2)

/** Can be scrolled by keyboard. */
const pre = (title: string, text: string): HTML =>
  html`<div class="example">
    <h4>${title}</h4>
    <pre tabindex="0"><code>${text}</code></pre>
  </div>`

const rows = (cells: HTML[][], headings: string[]): HTML | undefined =>
  cells.length === 0
    ? undefined
    : html`<div class="table">
        <table>
          <thead>
            <tr>
              ${headings.map((head) => html`<th>${head}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${cells.map(
              (row) =>
                html`<tr>
                  ${row.map((cell) => html`<td>${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`

const schemaHTML = (name: string, schema: Schema): HTML => {
  const { description, properties } = schema
  return html`<article id="schema-${name}">
    <h3><a href="#schema-${name}">${name}</a></h3>
    ${description !== undefined && html`<p>${prose(description)}</p>`}
    ${
      properties === undefined
        ? html`<p>${typeOf(schema)}</p>`
        : html`<details>
            <summary>Fields</summary>
            ${rows(
              Object.entries(properties as Record<string, Schema>).map(([field, each]) => [
                html`<code>${field}</code>`,
                typeOf(each),
                prose(each.description ?? ''),
              ]),
              ['Field', 'Type', 'Meaning'],
            )}
          </details>`
    }
  </article>`
}

/** What is said here of a schema. */
type Typed = {
  $ref?: string
  anyOf?: Typed[]
  const?: string
  contentSchema?: Typed
  enum?: string[]
  format?: string
  items?: Typed
  maximum?: number
  maxLength?: number
  minimum?: number
  type?: string | string[]
}

/** The type of a value in a few words, with links to schemas. */
const typeOf = (schema: Typed): HTML => {
  const { $ref, anyOf, const: value, contentSchema, enum: values } = schema
  const { format, items, type = 'any' } = schema
  if (contentSchema) {
    return html`JSON: ${typeOf(contentSchema)}`
  }
  if ($ref) {
    const name = $ref.split('/').at(-1) ?? ''
    return html`<a href="#schema-${name}">${name}</a>`
  }
  if (value !== undefined || values) {
    return separated(
      [value ?? values].flat().map((each) => html`<code>${each}</code>`),
      ', ',
    )
  }
  if (anyOf) {
    return separated(anyOf.map(typeOf), ' or ')
  }
  return items
    ? html`list of ${typeOf(items)}`
    : html`${[type].flat().join(' or ')}${format ? ` (${format})` : ''}${limitsOf(schema)}`
}

const limitsOf = ({ maximum, maxLength, minimum }: Typed): string =>
  [
    minimum === undefined ? '' : `, from ${minimum}`,
    maximum === undefined ? '' : `${minimum === undefined ? ',' : ''} to ${maximum}`,
    maxLength === undefined ? '' : `, at most ${maxLength} characters`,
  ].join('')

const separated = (parts: HTML[], separator: string): HTML =>
  html`${parts.map((part, index) => html`${index > 0 ? separator : ''}${part}`)}`
