import type { SanitizedConfig } from 'payload'

import { didYouMean, shorten } from '../lib/closest.ts'
import type { Fault } from '../lib/problems.ts'
import type { Text } from '../lib/say.ts'
import { locales } from '../vocabularies/locales.ts'
import { isTracking } from './cache/publicRequest.ts'
import { describeAPI } from './description/describeAPI.ts'
import type { OpenAPI, Parameter } from './description/openAPI.ts'

/** The most parameters that Payload reads; it drops all others. */
const most = 1_000

const codes = locales.map(({ code }) => code as string)

/** What a parameter may be: one of some values, a whole number, one text or several, or an object of whatever. */
type Rule = { range: Text } | { values: readonly string[] } | 'object' | 'text' | 'texts'

type Rules = Record<string, Rule>

const flag: Rule = { values: ['true', 'false'] }
const fallback: Rule = { values: [...codes, 'none', 'null', 'false'] }

const from = (least: number, most?: number): Rule => ({
  range:
    most === undefined
      ? { de: `ab ${least}`, en: `from ${least}` }
      : { de: `von ${least} bis ${most}`, en: `from ${least} to ${most}` },
})

const ofCounts: Rules = {
  'fallback-locale': fallback,
  fallbackLocale: fallback,
  locale: { values: [...codes, 'all', '*'] },
  revision: 'text',
  trash: flag,
}

/** What Payload's own reads take beside what is described: in any language, of drafts, or for its admin UI. */
const ofReads: Rules = {
  ...ofCounts,
  cacheBust: 'text',
  draft: flag,
  flattenLocales: flag,
  joins: 'object',
}

/** What its other routes take; much of it only the admin UI sends. */
const ofOthers: Rules = {
  ...ofReads,
  allSessions: flag,
  autosave: flag,
  depth: from(0, 3),
  overrideLock: flag,
  populate: 'object',
  publishAllLocales: flag,
  publishSpecificLocale: { values: codes },
  refresh: 'text',
  select: 'object',
  selectedLocales: 'object',
  unpublishAllLocales: flag,
  uploadEdits: 'object',
}

/** What those take beside that which find or change several documents. */
const ofLists: Rules = {
  limit: from(1, 100),
  page: from(1),
  pagination: flag,
  sort: 'texts',
  where: 'object',
}

/** What the routes of files, jobs and of the office's own list take. */
const ofOffice: Rules = {
  allQueues: flag,
  disableScheduling: flag,
  internal: flag,
  queue: 'text',
  silent: flag,
  src: 'text',
  template: flag,
  trial: flag,
}

type Route = { method: string; path: RegExp; rules: Rules }

let routes: Route[] | undefined

/** What each route takes, as the API is described, and what Payload takes; the first route that fits counts. */
const routesOf = (config: SanitizedConfig): Route[] => {
  const description = describeAPI(config)
  const described = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [], tags }]) => ({
      method: method.toUpperCase(),
      path: patternOf(path),
      rules: {
        ...Object.fromEntries(
          parameters
            .filter((each) => each.in === 'query')
            .map((each) => [each.name, ruleOf(each, description)]),
        ),
        ...payloadsOwn(path, tags),
      },
    })),
  )
  const slugs = [...config.collections, ...config.globals].map(({ slug }) => slug)
  const others = { ...ofOthers, ...ofLists, ...ofOffice }
  return [
    ...described,
    {
      method: '',
      path: new RegExp(`^/api/(?:globals/)?(?:${slugs.join('|')})(?:/|$)`),
      rules: others,
    },
  ]
}

/** What Payload takes on a route that is described. */
const payloadsOwn = (path: string, [tag]: string[]): Rules => {
  if (path === '/api/graphql' || path.endsWith('/count')) {
    return ofCounts
  }
  return tag === 'Content' ? ofReads : tag === 'Sign-in' ? ofOthers : {}
}

/** Ids are told from the names of routes that are not described. Payload takes a slash at the end, and any case. */
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace('{id}', '[0-9A-Fa-f-]{24,36}')}/?$`, 'i')

const ruleOf = ({ schema }: Parameter, { components }: OpenAPI): Rule => {
  const name = String(schema.$ref).replace('#/components/schemas/', '')
  const { enum: values, maximum, minimum = 0, type } = components.schemas[name] ?? schema
  if (schema.contentSchema) {
    return 'object'
  }
  if (Array.isArray(values)) {
    return { values: values.map(String) }
  }
  if (type === 'integer') {
    return from(minimum as number, maximum as number | undefined)
  }
  return type === 'boolean' ? flag : type === 'array' ? 'texts' : 'text'
}

/** Who watches a server, or shows a file, adds what keeps others from answering in its place. */
const takesAnything = /^\/api\/(?:health|metrics|\w+\/file\/.*)$/

/**
 * What is wrong with the names or the plain values of the parameters of a request, or undefined. Conditions
 * and fields in them are looked at where they are used.
 *
 * @param parameters none of them in JSON.
 */
export const faultOfNames = (
  config: SanitizedConfig,
  { method, parameters, path }: { method: string; parameters: URLSearchParams; path: string },
): Fault | undefined => {
  if (parameters.size > most) {
    return {
      code: 'too-complex',
      de: `Das sind zu viele Parameter: höchstens ${most}.`,
      en: `These are too many parameters: at most ${most}.`,
    }
  }
  routes ??= routesOf(config)
  const route = takesAnything.test(path)
    ? undefined
    : routes.find((each) => each.path.test(path) && ['', method].includes(each.method))
  if (!route) {
    return undefined
  }
  const seen = new Set<string>()
  for (const [whole, value] of parameters) {
    const name = whole.replace(/\[.*$/s, '')
    const fault = isTracking(whole)
      ? undefined
      : Object.hasOwn(route.rules, name)
        ? faultOfValue({ isFirst: !seen.has(name), name, rule: route.rules[name], value, whole })
        : unknownName(name, Object.keys(route.rules))
    if (fault) {
      return fault
    }
    seen.add(name)
  }
  return undefined
}

const unknownName = (name: string, known: string[]): Fault => {
  const meant = didYouMean(name, known)
  return {
    code: 'unknown-parameter',
    de: `Den Parameter „${shorten(name)}“ gibt es hier nicht.${meant.de}`,
    en: `There is no parameter "${shorten(name)}" here.${meant.en}`,
  }
}

type Given = {
  /** Whether the parameter has not been there before. */
  isFirst: boolean
  name: string
  rule: Rule | undefined
  value: string
  /** The name, and what is in brackets after it. */
  whole: string
}

const faultOfValue = ({ isFirst, name, rule, value, whole }: Given): Fault | undefined => {
  const inBrackets = whole.slice(name.length)
  if (rule === 'object' || (rule === 'texts' && /^(?:\[\d*\])?$/.test(inBrackets))) {
    return undefined
  }
  if (rule === 'texts' || inBrackets !== '' || !isFirst) {
    return {
      code: 'invalid-value',
      de: `„${name}“ nimmt hier ${rule === 'texts' ? 'Werte, aber keine Namen in Klammern' : 'einen Wert, nicht mehrere'}.`,
      en: `"${name}" takes ${rule === 'texts' ? 'values, but no names in brackets' : 'one value, not several'} here.`,
    }
  }
  if (rule === undefined || rule === 'text') {
    return undefined
  }
  if ('range' in rule) {
    return /^-?\d{1,15}$/.test(value)
      ? undefined
      : {
          code: 'invalid-value',
          de: `„${name}“ muss eine ganze Zahl ${rule.range.de} sein.`,
          en: `"${name}" must be a whole number ${rule.range.en}.`,
        }
  }
  const { values } = rule
  const meant = didYouMean(value, values)
  return values.includes(value)
    ? undefined
    : {
        code: 'invalid-value',
        de: `„${name}“ ist eines von: ${values.join(', ')}.${meant.de}`,
        en: `"${name}" is one of: ${values.join(', ')}.${meant.en}`,
      }
}
