import type { PayloadRequest, SanitizedPermissions, ServerFunction } from 'payload'

import { schedulePublishHandler } from '@payloadcms/ui/utilities/schedulePublishHandler'
import { Forbidden } from 'payload'

import type { Target } from '../access/mayUpdate.ts'
import { mayRead, mayUpdate } from '../access/mayUpdate.ts'
import { accountOf, isCoordinator } from '../access/people.ts'
import { questionBefore } from '../features/publishing/index.ts'
import { isObject } from '../lib/isObject.ts'
import { ownValue } from '../lib/ownValue.ts'

type Schedule = {
  doc?: { relationTo: string; value: string }
  req: PayloadRequest
  type?: 'publish' | 'unpublish'
}

/**
 * Replaces Payload's function of that name. Only coordinators may schedule publishing and cancel it,
 * and the question that publishing would ask is asked right away.
 *
 * Workaround (no issue known): Payload lets everybody who uses the admin UI schedule and cancel the
 * publishing of any document. Can go when it asks `access.update`, for cancelling as well;
 * tests/integration/payload/upstream.test.ts notices.
 */
const schedulePublish: ServerFunction = async (args) => {
  const { doc, req, type } = args as unknown as Schedule
  if (!isCoordinator({ req })) {
    throw new Forbidden(req.t)
  }
  const error = type === 'publish' && doc ? await questionBefore(req, doc) : undefined
  return error ? { error } : schedulePublishHandler(args)
}

/** The functions of Payload that this admin UI uses; all others are refused. */
const allowedFunctions = [
  'copy-data-from-locale',
  'form-state',
  'get-upcoming-scheduled-publish',
  'render-document',
  'render-document-slots',
  'render-field',
  'render-list',
  'schedule-publish',
  'slugify',
  'table-state',
]

/** A call as the browser sends it. */
export type Call = { args: Record<string, unknown>; name: string }

/** What `handleServerFunctions` adds to a call. */
type CallContext = { permissions: SanitizedPermissions; req: PayloadRequest }

/**
 * Checks a call of one of Payload's functions. A call may only be about what the person may read, and
 * opening a form locks the document only for those who may change it.
 *
 * Workaround (no issue known): Payload's functions trust whatever the browser names. Can go when they
 * check who may read it; no test notices.
 *
 * @returns the call to make instead.
 * @throws 403 for a function that is not in use, or a document that the person may not read.
 */
const narrowCall = async ({ args, name, permissions, req }: Call & CallContext): Promise<Call> => {
  const targets = targetsOf(args)
  const isAllowed = async (target: Target): Promise<boolean> =>
    name === 'copy-data-from-locale' ? mayUpdate(req, target) : mayRead(req, target)
  if (
    !accountOf({ req }) ||
    !allowedFunctions.includes(name) ||
    !collectionsOf(args).every((slug) => ownValue(permissions.collections ?? {}, slug)) ||
    !(await areAll(targets, isAllowed))
  ) {
    throw new Forbidden(req.t)
  }
  return name === 'form-state' && !(await areAll(targets, (target) => mayUpdate(req, target)))
    ? { args: { ...args, returnLockStatus: false, updateLastEdited: false }, name }
    : { args, name }
}

const areAll = async (
  targets: Target[],
  test: (target: Target) => Promise<boolean>,
): Promise<boolean> => {
  for (const target of targets) {
    if (!(await test(target))) {
      return false
    }
  }
  return true
}

/** The collections that a call names, by their slug or by a field such as `collection.pages.title`. */
const collectionsOf = ({ collectionSlug, schemaPath }: Call['args']): string[] => [
  ...[collectionSlug].flat().filter((slug) => typeof slug === 'string'),
  ...(/^collection\.([^.]+)/.exec(String(schemaPath))?.slice(1) ?? []),
]

/** The documents and the global that a call names. */
const targetsOf = (args: Call['args']): Target[] => {
  const { collectionSlug, data, doc, docID, formState, globalSlug, id, parent } = args
  const named = [
    ...[id, docID, at(data, 'id'), at(at(formState, 'id'), 'value')].map((each) => ({
      collection: collectionSlug,
      id: each,
    })),
    { collection: at(parent, 'collectionSlug'), id: at(parent, 'id') },
    { collection: at(doc, 'relationTo'), id: at(doc, 'value') },
  ]
  const documents = named.flatMap(({ collection, id: each }) =>
    typeof collection === 'string' &&
    (typeof each === 'number' || (typeof each === 'string' && each))
      ? [{ collection, id: String(each) }]
      : [],
  )
  const unique = documents.filter(
    (one, index) =>
      documents.findIndex((each) => each.collection === one.collection && each.id === one.id) ===
      index,
  )
  return typeof globalSlug === 'string' ? [...unique, { globalSlug }] : unique
}

const at = (value: unknown, key: string): unknown => (isObject(value) ? value[key] : undefined)

/** Functions that replace Payload's, or are added to them. */
export const serverFunctions: Record<string, ServerFunction> = {
  'narrow-call': ({ call, ...known }) =>
    narrowCall({ ...(call as Call), ...(known as CallContext) }),
  'schedule-publish': schedulePublish,
}
