/** Who sends a request. "This" is the partner that the document is, or belongs to. */
export const roles = [
  'anyone',
  'disabled coordinator',
  'frontend',
  'editor of this partner',
  'editor of two partners',
  'editor of another partner',
  'editor of no partner',
  'coordinator',
] as const

export type Role = (typeof roles)[number]

export const operations = [
  'read',
  'read draft',
  'read newer draft',
  'read trashed',
  'read versions',
  'create',
  'duplicate',
  'update',
  'publish',
  'unpublish',
  'schedule',
  'trash',
  'untrash',
  'restore version',
  'delete',
] as const

export type Operation = (typeof operations)[number]

/** Who may do what; what is not named nobody may. */
type Rules = Partial<Record<Operation, Role[]>>

const everybody = [...roles]
const own: Role[] = ['editor of this partner', 'editor of two partners']
const people: Role[] = [...own, 'editor of another partner', 'editor of no partner', 'coordinator']
const office: Role[] = ['coordinator']

const written: Rules = {
  create: office,
  delete: office,
  duplicate: office,
  publish: office,
  'restore version': office,
  schedule: office,
  trash: office,
  unpublish: office,
  untrash: office,
  update: office,
}

const content: Rules = {
  ...written,
  read: everybody,
  'read draft': ['frontend', ...office],
  'read newer draft': ['frontend', ...office],
  'read trashed': office,
  'read versions': ['frontend', ...office],
}

const files: Rules = {
  create: people.filter((role) => role !== 'editor of no partner'),
  delete: [...own, ...office],
  duplicate: [...own, ...office],
  read: everybody,
  'read trashed': office,
  trash: [...own, ...office],
  untrash: [...own, ...office],
  update: [...own, ...office],
}

const administration: Rules = { ...written, read: office }

/** The table of the roles: who may do what to which collection. */
export const accessToCollections: Record<string, Rules> = {
  'audit-log': { read: office },
  documents: files,
  frontends: administration,
  media: files,
  news: content,
  pages: content,
  partners: {
    ...content,
    'read draft': ['frontend', ...own, ...office],
    'read newer draft': ['frontend', ...own, ...office],
    'read versions': ['frontend', ...own, ...office],
    update: [...own, ...office],
  },
  'payload-jobs': { read: office },
  'payload-kv': {},
  // Everybody sees who is editing, and takes over where they may change what is locked, which is a
  // partner here. The server makes locks (tests/browser/serverFunctions.test.ts); these are the
  // coordinator's.
  'payload-locked-documents': {
    delete: office,
    read: people,
    update: [...own, ...office],
  },
  'payload-migrations': {},
  // Everybody's own, which the table cannot say; the documents of the test are the coordinator's.
  'payload-preferences': { create: people, delete: office, read: office, update: office },
  redirects: { ...administration, read: everybody },
  'public-changes': {},
  'second-factors': {},
  standards: content,
  users: administration,
  'webhook-deliveries': { read: office },
  webhooks: administration,
}

/** The same for globals, which are never created or deleted. */
export const accessToGlobals: Record<string, Rules> = {
  emergency: content,
  navigation: content,
  'payload-jobs-stats': {},
  site: content,
}

/**
 * Routes beside those of the operations above, and who gets an answer other than 401, 403 or 404.
 * `:id` is the partner, the user or the webhook of the test, or the first record of a list of HSDS.
 */
export const accessToEndpoints: Record<string, Role[]> = {
  'GET /access': everybody,
  'GET /bundle': everybody,
  'GET /changes': everybody,
  'GET /docs': everybody,
  'GET /feed/:format': everybody,
  'GET /health': everybody,
  'GET /hsds': everybody,
  'GET /hsds/organizations': everybody,
  'GET /hsds/organizations/:id': everybody,
  'GET /hsds/service_at_locations': everybody,
  'GET /hsds/service_at_locations/:id': everybody,
  'GET /hsds/services': everybody,
  'GET /hsds/services/:id': everybody,
  'GET /hsds/taxonomies': everybody,
  'GET /hsds/taxonomies/:id': everybody,
  'GET /hsds/taxonomy_terms': everybody,
  'GET /hsds/taxonomy_terms/:id': everybody,
  'GET /metrics': [],
  'GET /openapi.json': everybody,
  'GET /payload-jobs/handle-schedules': office,
  'GET /payload-jobs/run': office,
  'GET /payload-preferences/:key': people,
  // 401 for a frontend without a token; tests/integration/features/preview/preview.test.ts has one.
  'GET /preview': [],
  'GET /resolve': everybody,
  'GET /schema.graphql': everybody,
  'GET /search': everybody,
  'GET /sitemap': everybody,
  'GET /types.d.ts': everybody,
  'GET /usage/:collection/:id': people,
  'GET /users/sessions': people,
  'GET /vocabularies': everybody,
  'POST /globals/site/access': everybody,
  'POST /hsds/organizations': everybody,
  'POST /hsds/service_at_locations': everybody,
  'POST /hsds/services': everybody,
  'POST /hsds/taxonomies': everybody,
  'POST /hsds/taxonomy_terms': everybody,
  'POST /media/access': everybody,
  'GET /partners/export': office,
  'POST /partners/:id/hide-address': office,
  'POST /partners/:id/return': office,
  'POST /partners/:id/submit': own,
  'POST /partners/:id/verify': [...own, ...office],
  'POST /partners/access/:id': everybody,
  'POST /partners/import': office,
  'POST /payload-preferences/:key': people,
  'POST /plugin-seo/generate-title': office,
  'POST /users/:id/invite': office,
  'POST /users/:id/reset-two-factor': office,
  'POST /users/access/:id': office,
  'POST /users/sessions/end-others': people,
  'POST /users/two-factor/begin': people,
  'POST /users/two-factor/disable': people,
  'POST /users/two-factor/enable': people,
  'POST /users/unlock': office,
  'POST /webhooks/:id/test': office,
}
