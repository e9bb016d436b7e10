import type { FlattenedField, GlobalBeforeOperationHook, PayloadRequest } from 'payload'

import { isReadOfServer } from '../../access/asPerson.ts'
import { isCoordinator, isFrontend, isPartnerEditor } from '../../access/people.ts'
import type { BeforeOperation } from '../../lib/beforeOperation.ts'
import { isObject } from '../../lib/isObject.ts'
import { refusal } from '../../lib/refusal.ts'
import { checkData } from './checkData.ts'
import { checkWhere, isPathOfField } from './checkWhere.ts'

/** What one request may ask for. */
const limits = { depth: 3, documents: 100, keys: 200, nesting: 6, page: 10_000, sortFields: 5 }

type Query = {
  collection?: { config: { flattenedFields: FlattenedField[]; slug: string } }
  currentDepth?: unknown
  data?: unknown
  depth?: unknown
  draft?: unknown
  id?: unknown
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
 * The server's own calls are trusted, and Payload where it populates relationships, which it does as
 * if a client asked. The admin UI renders lists by the Local API with the conditions of its address.
 */
const isFromOutside = ({ currentDepth, overrideAccess }: Query): boolean =>
  !overrideAccess && currentDepth === undefined

/**
 * Keeps requests from outside within bounds, by REST, GraphQL and method override alike. More
 * documents or depth than there may be is cut down, and a query that no database should see is refused.
 *
 * Workaround (no issue known): `limit=0` and `pagination=false` mean "all" to Payload, whoever asks; locks
 * do not hold by GraphQL, nor where `overrideLock` says so; and where drafts are searched, it follows
 * relationships to documents that may not be read. Can go when the config can limit each;
 * tests/integration/payload/upstream.test.ts notices.
 *
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
    // Editors search their own drafts by what stands in them; see `mayReadDrafts`.
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
  return {
    ...args,
    draft: query.draft === true && mayReadDrafts(query, req),
    depth: clampDepth(query.depth),
    select: query.select
      ? withBasis(query.select, fields)
      : req.payloadAPI === 'REST'
        ? overview(query, fields)
        : undefined,
    ...(query.id === undefined && {
      limit: clampLimit(query, req),
      page: checkPage(query.page, req),
      sort: checkSort(query.sort, fields, req),
    }),
  }
}

/** Keeps requests for the versions of a global within bounds, which Payload answers without asking a hook. */
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
    if (operation === 'update') {
      await checkData(args.data, args.globalConfig.flattenedFields, req)
    }
  }
  return args
}

/**
 * Who reads no drafts here gets what is published, whatever is asked; see `clampQuery`.
 */
const mayReadDrafts = ({ collection }: Query, req: PayloadRequest): boolean =>
  isCoordinator({ req }) ||
  isFrontend({ req }) ||
  (isPartnerEditor({ req }) && collection?.config.slug === 'partners')

/**
 * What a list answers when nobody said which fields: all but long text, which makes up nearly all of a
 * document and which lists rarely show. A list that can hold one document only is no list.
 */
const overview = (
  { id, where }: Query,
  fields: FlattenedField[],
): Record<string, false> | undefined => {
  const long = fields.filter(({ type }) => type === 'richText').map(({ name }) => [name, false])
  return long.length === 0 || id !== undefined || isForOne(where)
    ? undefined
    : (Object.fromEntries(long) as Record<string, false>)
}

/** What is computed from other fields needs them, also when a query does not name those. */
const withBasis = (select: unknown, fields: FlattenedField[]): unknown => {
  const basis = fields
    .filter(({ name }) => isObject(select) && select[name] === true)
    .flatMap(({ custom }) => (custom?.computedFrom ?? []) as string[])
  return basis.length === 0
    ? select
    : { ...Object.fromEntries(basis.map((name) => [name, true])), ...(select as object) }
}

const isForOne = (where: unknown): boolean =>
  isObject(where) &&
  (['id', 'path', 'slug'].some((path) => isObject(where[path]) && 'equals' in where[path]) ||
    (Array.isArray(where.and) && where.and.some(isForOne)))

const clampDepth = (depth: unknown): number | undefined =>
  typeof depth === 'number' && Number.isFinite(depth)
    ? Math.min(Math.max(Math.trunc(depth), 0), limits.depth)
    : undefined

const clampLimit = ({ limit, pagination }: Query, req: PayloadRequest): number | undefined => {
  if (limit === undefined || limit === null) {
    return pagination === false ? limits.documents : undefined
  }
  if (!isWhole(limit) || limit < 0) {
    throw refusal(req, 400, {
      de: `„limit“ muss eine ganze Zahl von 1 bis ${limits.documents} sein.`,
      en: `"limit" must be a whole number from 1 to ${limits.documents}.`,
    })
  }
  return limit === 0 ? limits.documents : Math.min(limit, limits.documents)
}

const checkPage = (page: unknown, req: PayloadRequest): number | undefined => {
  if (page === undefined || page === null) {
    return undefined
  }
  if (!isWhole(page) || page < 1 || page > limits.page) {
    throw refusal(req, 400, {
      de: `„page“ muss eine ganze Zahl von 1 bis ${limits.page} sein.`,
      en: `"page" must be a whole number from 1 to ${limits.page}.`,
    })
  }
  return page
}

const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value)

/** The fields to sort by; a field of a related document is none. */
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
      de: `„sort“ nimmt höchstens ${limits.sortFields} Feldnamen, zum Beispiel sort=-publishedAt.`,
      en: `"sort" takes at most ${limits.sortFields} field names, for example sort=-publishedAt.`,
    })
  }
  return paths.length > 0 ? (paths as string[]) : undefined
}

/** `select` and `populate`: objects of objects of true or false. */
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
      de: '„select“ und „populate“ nennen Felder, zum Beispiel select[title]=true.',
      en: '"select" and "populate" name fields, for example select[title]=true.',
    })
  }
}

/** When a document was made is not for clients to say. */
const withoutTimestamp = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'createdAt' in data
    ? { ...data, createdAt: undefined }
    : data
