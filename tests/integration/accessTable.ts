/** Who sends a request. "This" is the partner that the document is, or belongs to. */
export const roles = [
  'anyone',
  'frontend',
  'editor of this partner',
  'editor of another partner',
  'editor of no partner',
  'coordinator',
] as const

export type Role = (typeof roles)[number]

export const operations = [
  'read',
  'read draft',
  'read versions',
  'create',
  'update',
  'delete',
] as const

export type Operation = (typeof operations)[number]

const everybody = [...roles]
const people: Role[] = roles.filter((role) => role !== 'anyone' && role !== 'frontend')
const own: Role = 'editor of this partner'

const none: Record<Operation, Role[]> = {
  create: [],
  delete: [],
  read: [],
  'read draft': [],
  'read versions': [],
  update: [],
}

const content: Record<Operation, Role[]> = {
  create: ['coordinator'],
  delete: ['coordinator'],
  read: everybody,
  'read draft': ['frontend', 'coordinator'],
  'read versions': ['frontend', 'coordinator'],
  update: ['coordinator'],
}

const files: Record<Operation, Role[]> = {
  ...none,
  create: people.filter((role) => role !== 'editor of no partner'),
  delete: [own, 'coordinator'],
  read: everybody,
  update: [own, 'coordinator'],
}

const coordinatorsOnly: Record<Operation, Role[]> = {
  ...none,
  create: ['coordinator'],
  delete: ['coordinator'],
  read: ['coordinator'],
  update: ['coordinator'],
}

/** The table of the roles: who may do what to which collection. */
export const accessToCollections: Record<string, Record<Operation, Role[]>> = {
  'audit-log': { ...none, read: ['coordinator'] },
  documents: files,
  frontends: coordinatorsOnly,
  media: files,
  news: content,
  pages: content,
  partners: {
    ...content,
    'read draft': ['frontend', own, 'coordinator'],
    'read versions': ['frontend', own, 'coordinator'],
    update: [own, 'coordinator'],
  },
  'payload-jobs': { ...none, read: ['coordinator'] },
  'payload-kv': none,
  // Everybody reads who is editing, and locks in the own name only: the test's locks are the
  // coordinator's.
  'payload-locked-documents': {
    ...none,
    create: ['coordinator'],
    delete: ['coordinator'],
    read: people,
    update: people,
  },
  'payload-migrations': none,
  // Everybody's own, which the table cannot say; the documents of the test are nobody's.
  'payload-preferences': { ...none, create: people },
  redirects: { ...coordinatorsOnly, read: everybody },
  'second-factors': none,
  standards: content,
  users: coordinatorsOnly,
}

/** The same for globals, which are never created or deleted. */
export const accessToGlobals: Record<string, Record<Operation, Role[]>> = {
  emergency: { ...content, create: [], delete: [] },
  navigation: { ...content, create: [], delete: [] },
  'payload-jobs-stats': none,
  site: { ...content, create: [], delete: [] },
}
