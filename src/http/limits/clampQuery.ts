import type { FlattenedField, GlobalBeforeOperationHook, PayloadRequest } from 'payload'

import { isReadOfServer } from '../../access/asPerson.ts'
import { publicFields } from '../../access/publicFields.ts'
import { isCoordinator, isFrontend, isPartnerEditor } from '../../access/people.ts'
import type { BeforeOperation } from '../../lib/beforeOperation.ts'
import { didYouMean, shorten } from '../../lib/closest.ts'
import { isObject } from '../../lib/isObject.ts'
import { ownValue } from '../../lib/ownValue.ts'
import { refusal } from '../../lib/refusal.ts'
import { checkData } from './checkData.ts'
import {
  checkWhere,
  isPathOfField,
  mayBeOfVersions,
  unknownField,
  versionFields,
} from './checkWhere.ts'

/** What one request may ask for. */
export const limits = {
  depth: 3,
  documents: 100,
  keys: 200,
  nesting: 6,
  page: 10_000,
  sortFields: 5,
}

type Query = {
  collection?: { config: { flattenedFields: FlattenedField[]; slug: string } }
  currentDepth?: unknown
  data?: unknown
  depth?: unknown
  draft?: unknown
  id?: unknown
  joins?: unknown
  limit?: unknown
  overrideAccess?: boolean
  page?: unknown
  pagination?: boolean
  populate?: unknown
  select?: unknown
  sort?: unknown
  where?: unknown
}

/**
 * Whether the query is a client's. The admin UI's lists are, too: it passes conditions of its URL to
 * the Local API. Trusted are the server's own calls (`overrideAccess`) and Payload's when it populates
 * relationships, which look like a client's except for `currentDepth`.
 */
const isFromOutside = ({ currentDepth, overrideAccess }: Query): boolean =>
  !overrideAccess && currentDepth === undefined

/**
 * Keeps requests from outside within bounds, by REST, GraphQL and method override alike. Too many
 * documents and too much depth are cut down; so are `limit=0` and `pagination=false`. A query that no
 * database should see is refused. `overrideLock` is ignored, so that locks hold by every entrance.
 *
 * Workaround (no issue known): to Payload, `limit=0` and `pagination=false` mean "all", whoever asks.
 * Locks do not hold in GraphQL, nor with `overrideLock`. A search of drafts follows relationships to
 * documents that may not be read. Can go when the config can limit each;
 * tests/integration/payload/upstream.test.ts notices in part.
 *
 * @returns the arguments of the operation, within bounds.
 * @throws 400 with one sentence.
 */
export const clampQuery: BeforeOperation = async ({ args, operation, req }) => {
  const query = args as Query
  if (!isFromOutside(query)) {
    return args
  }
  if (isReadOfServer(req)) {
    return { ...args, draft: query.draft === true && mayReadDrafts(query, req) }
  }
  const fields = query.collection?.config.flattenedFields ?? []
  checkWhere({
    fields,
    // Editors may filter drafts by the partner's own fields only, for the reason at `mayReadDrafts`.
    hops: query.draft && isPartnerEditor({ req }) ? 0 : 2,
    req,
    where: query.where,
  })
  if (operation === 'create' || operation === 'update') {
    await checkData(query.data, fields, req)
    return {
      ...args,
      data: withoutTimestamp(query.data),
      depth: clampDepth(query.depth),
      overrideLock: false,
    }
  }
  if (operation !== 'read') {
    return { ...args, overrideLock: false }
  }
  checkShape([query.select, query.populate], req)
  checkNames(query, fields, req)
  return {
    ...args,
    draft: query.draft === true && mayReadDrafts(query, req),
    depth: clampDepth(query.depth),
    populate: populateWithSourceFields(query.populate, req),
    select: query.select
      ? withSourceFields(query.select, fields)
      : req.payloadAPI === 'REST'
        ? withoutLongTexts(query, fields)
        : undefined,
    ...(query.id === undefined && {
      limit: clampLimit(query, req),
      page: checkPage(query.page, req),
      sort: checkSort(query.sort, fields, req),
    }),
  }
}

/**
 * Keeps requests for the versions of a global within bounds. Payload runs no hook before those, so
 * this changes the query of the request in place.
 *
 * @throws 400 with one sentence.
 */
export const clampGlobalVersions = (req: PayloadRequest, fields: FlattenedField[]): void => {
  const query = req.query as Query
  checkWhere({ fields, hops: 2, req, where: query.where })
  checkShape([query.select, query.populate], req)
  const sort = checkSort(query.sort, fields, req)
  const limit = clampLimit({ ...query, limit: numberIn(query.limit) }, req)
  const page = checkPage(numberIn(query.page), req)
  Object.assign(req.query, { depth: clampDepth(numberIn(query.depth)), limit, page, sort })
}

const numberIn = (value: unknown): unknown =>
  typeof value === 'string' && value !== '' ? Number(value) : value

/** Keeps requests for globals within bounds; they have neither lists nor conditions. */
export const clampGlobalQuery: GlobalBeforeOperationHook = async ({ args, operation, req }) => {
  if (isFromOutside(args) && !isReadOfServer(req)) {
    checkShape([args.select, args.populate], req)
    checkNames(args, args.globalConfig.flattenedFields, req)
    if (operation === 'update') {
      await checkData(args.data, args.globalConfig.flattenedFields, req)
    }
    // In place: Payload has taken the arguments apart by now.
    Object.assign(
      args.select ?? {},
      withSourceFields(args.select, args.globalConfig.flattenedFields),
    )
  }
  return args
}

/**
 * Whether the person may ask for drafts; others get what is published, even with `draft=true`. In a
 * query for drafts, Payload follows relationships to documents that the person may not read.
 */
const mayReadDrafts = ({ collection }: Query, req: PayloadRequest): boolean =>
  isCoordinator({ req }) ||
  isFrontend({ req }) ||
  (isPartnerEditor({ req }) && collection?.config.slug === 'partners')

/**
 * The `select` of a list when the client sends none: everything but rich text, which is by far the
 * largest part of a document and which lists rarely show. Undefined where a query can match one
 * document only.
 */
const withoutLongTexts = (
  { id, where }: Query,
  fields: FlattenedField[],
): Record<string, false> | undefined => {
  const long = fields.filter(({ type }) => type === 'richText').map(({ name }) => [name, false])
  return long.length === 0 || id !== undefined || asksForOne(where)
    ? undefined
    : (Object.fromEntries(long) as Record<string, false>)
}

/** Adds the fields from which selected fields are computed, since those cannot be computed otherwise. */
const withSourceFields = (select: unknown, fields: FlattenedField[]): unknown => {
  if (!isObject(select)) {
    return select
  }
  const sources = fields
    .filter(({ name }) => select[name] === true)
    .flatMap(({ custom }) => (custom?.computedFrom ?? []) as string[])
  const inside = fields.flatMap((field) =>
    'flattenedFields' in field && isObject(select[field.name])
      ? [[field.name, withSourceFields(select[field.name], field.flattenedFields)]]
      : [],
  )
  return {
    ...Object.fromEntries(sources.map((name) => [name, true])),
    ...select,
    ...(Object.fromEntries(inside) as object),
  }
}

/** The same for each collection whose documents are filled in. */
const populateWithSourceFields = (populate: unknown, { payload }: PayloadRequest): unknown =>
  isObject(populate)
    ? Object.fromEntries(
        Object.entries(populate).map(([slug, select]) => [
          slug,
          withSourceFields(
            select,
            ownValue(payload.collections, slug)?.config.flattenedFields ?? [],
          ),
        ]),
      )
    : populate

const asksForOne = (where: unknown): boolean =>
  isObject(where) &&
  (['id', 'path', 'slug'].some((path) => isObject(where[path]) && 'equals' in where[path]) ||
    (Array.isArray(where.and) && where.and.some(asksForOne)))

const clampDepth = (depth: unknown): number | undefined =>
  typeof depth === 'number' && Number.isFinite(depth)
    ? Math.min(Math.max(Math.trunc(depth), 0), limits.depth)
    : undefined

/**
 * How many of a list are answered: no more than there may be, and as many for `limit=0` and without pages.
 *
 * @param name of the parameter that was sent.
 * @returns undefined where nothing is asked.
 * @throws 400 with one sentence.
 */
export const clampLimit = (
  { limit, pagination }: Pick<Query, 'limit' | 'pagination'>,
  req: PayloadRequest,
  most = limits.documents,
  name = 'limit',
): number | undefined => {
  if (limit === undefined || limit === null) {
    return pagination === false ? most : undefined
  }
  if (!isInteger(limit) || limit < 0) {
    throw refusal(req, 400, {
      code: 'invalid-value',
      de: `„${name}“ muss eine ganze Zahl von 1 bis ${most} sein.`,
      en: `"${name}" must be a whole number from 1 to ${most}.`,
    })
  }
  return limit === 0 ? most : Math.min(limit, most)
}

/** The number that a parameter of a request holds; undefined where it is not sent. */
export const numberAsked = ({ searchParams }: PayloadRequest, name: string): number | undefined => {
  const asked = searchParams.get(name)
  return asked === null ? undefined : Number(asked)
}

/** The page of a list. @returns undefined where none is asked. @throws 400 with one sentence. */
export const checkPage = (page: unknown, req: PayloadRequest): number | undefined => {
  if (page === undefined || page === null) {
    return undefined
  }
  if (!isInteger(page) || page < 1 || page > limits.page) {
    throw refusal(req, 400, {
      code: 'invalid-value',
      de: `„page“ muss eine ganze Zahl von 1 bis ${limits.page} sein.`,
      en: `"page" must be a whole number from 1 to ${limits.page}.`,
    })
  }
  return page
}

const isInteger = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value)

/** The fields to sort by. Fields of related documents are refused. */
const checkSort = (
  sort: unknown,
  fields: FlattenedField[],
  req: PayloadRequest,
): string[] | undefined => {
  const paths = (Array.isArray(sort) ? sort : [sort])
    .flatMap((each): unknown[] => (typeof each === 'string' ? each.split(',') : [each]))
    .filter((each) => each !== undefined && each !== null && each !== '')
  const isSortable = (path: unknown): boolean =>
    typeof path === 'string' && isPathOfField(path.trim().replace(/^-/, ''), fields, req)
  if (paths.length > limits.sortFields || !paths.every(isSortable)) {
    throw refusal(req, 400, {
      code: 'invalid-value',
      de: `„sort“ nimmt höchstens ${limits.sortFields} Feldnamen, zum Beispiel sort=-publishedAt.`,
      en: `"sort" takes at most ${limits.sortFields} field names, for example sort=-publishedAt.`,
    })
  }
  return paths.length > 0 ? (paths as string[]) : undefined
}

/** Refuses a `select` or `populate` that is no object of (nested) objects of true and false. */
const checkShape = (shapes: unknown[], req: PayloadRequest): void => {
  let keys = 0
  const isShape = (shape: unknown, nesting: number): boolean =>
    typeof shape !== 'object' ||
    shape === null ||
    (nesting < limits.nesting &&
      !Array.isArray(shape) &&
      Object.entries(shape).every(([key, value]) => {
        keys += 1
        return keys <= limits.keys && /^[\w-]+$/.test(key) && isShape(value, nesting + 1)
      }))
  if (!shapes.every((shape) => isShape(shape, 0))) {
    throw refusal(req, 400, {
      code: 'invalid-value',
      de: '„select“ und „populate“ nennen Felder, zum Beispiel select[title]=true.',
      en: '"select" and "populate" name fields, for example select[title]=true.',
    })
  }
}

/**
 * Refuses `select`, `populate` and `joins` of fields, or collections, that do not exist. GraphQL makes its own
 * of a query.
 */
const checkNames = (
  { joins, populate, select }: Query,
  fields: FlattenedField[],
  req: PayloadRequest,
): void => {
  if (req.payloadAPI !== 'REST') {
    return
  }
  checkSelected(select, fields, req)
  const joined = fields.filter(({ type }) => type === 'join')
  for (const name of Object.keys(isObject(joins) ? joins : {})) {
    if (!joined.some((each) => each.name === name)) {
      throw unknownField(name, joined, req)
    }
  }
  for (const [slug, inside] of Object.entries(isObject(populate) ? populate : {})) {
    const collection = ownValue(req.payload.collections, slug)
    if (!collection) {
      const meant = didYouMean(slug, Object.keys(publicFields))
      throw refusal(req, 400, {
        code: 'unknown-field',
        de: `„populate“ kennt keine Inhalte „${shorten(slug)}“.${meant.de}`,
        en: `"populate" knows no collection "${shorten(slug)}".${meant.en}`,
      })
    }
    checkSelected(inside, collection.config.flattenedFields, req)
  }
}

const checkSelected = (select: unknown, fields: FlattenedField[], req: PayloadRequest): void => {
  for (const [name, inside] of Object.entries(isObject(select) ? select : {})) {
    const field = fields.find((each) => each.name === name)
    const isOfVersions =
      mayBeOfVersions(req) && (name === 'version' || ownValue(versionFields, name) !== undefined)
    if (!field && name !== 'id' && !isOfVersions) {
      throw unknownField(name, fields, req)
    }
    if (isOfVersions && name === 'version') {
      checkSelected(inside, fields, req)
    }
    if (field && 'flattenedFields' in field) {
      checkSelected(inside, field.flattenedFields, req)
    }
  }
}

/** Clients cannot set when a document was created. */
const withoutTimestamp = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'createdAt' in data
    ? { ...data, createdAt: undefined }
    : data
