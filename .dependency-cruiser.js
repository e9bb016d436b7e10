/** The features, each a folder below src/features; one may use those that stand before it. */
const features = [
  'adminUI',
  'audit',
  'files',
  'links',
  'mail',
  'preview',
  'search',
  'directory',
  'secretPlaces',
  'changes',
  'hsds',
  'webhooks',
  'archive',
  'staleWrites',
  'schedule',
  'redirects',
  'address',
  'publishing',
  'exchange',
  'signIn',
  'review',
  'verification',
  'quickFilters',
  'desk',
]

/**
 * The rooms of the house, the lowest first. What lies in one imports from its own and from lower ones
 * only; docs/architecture.md says what belongs where.
 */
const rooms = [
  '^src/lib/',
  '^src/vocabularies/',
  '^src/addresses/',
  '^src/environment\\.ts$',
  '^src/database/',
  '^src/access/',
  '^src/hooks/',
  '^src/fields/',
  '^src/http/',
  ...features.map((feature) => `^src/features/${feature}/`),
  '^(collections|globals)/',
  '^src/payload/',
  '^payload\\.config\\.ts$',
  '^seed/',
  '^src/server/',
  '^src/app/',
]

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...rooms.slice(0, -1).map((room, index) => ({
      from: { path: room },
      name: `no import upwards from ${room}`,
      severity: 'error',
      to: { path: rooms.slice(index + 1) },
    })),
    {
      comment:
        'A file that imports itself, over any number of others, can be neither read nor tested alone.',
      from: {},
      name: 'no cycle of files',
      severity: 'error',
      to: { circular: true },
    },
    {
      comment: 'A new feature has its place in the list above.',
      from: {
        path: '^src/features/',
        pathNot: features.map((feature) => `^src/features/${feature}/`),
      },
      name: 'every feature has its place',
      severity: 'error',
      to: {},
    },
    {
      comment: 'A new room has its place in the list above; no file lies about outside.',
      from: { path: '^src/', pathNot: ['^src/(features|site)/', ...rooms] },
      name: 'every room has its place',
      severity: 'error',
      to: {},
    },
    {
      comment: 'Whoever imports the config starts the whole CMS.',
      from: { path: '^(src|seed|collections|globals)/', pathNot: '^src/(server|app)/' },
      name: 'the config is for the process only',
      severity: 'error',
      to: { path: '^payload\\.config\\.ts$' },
    },
    {
      comment: 'The website shows what any frontend could: it asks the public API.',
      from: { path: '^src/site/' },
      name: 'the website knows the public API only',
      severity: 'error',
      to: {
        path: '^(src|collections|globals|seed)/',
        pathNot: '^src/(site|lib|vocabularies|addresses|payload-types)',
      },
    },
    {
      comment: 'Only the process puts the website together with the rest.',
      from: {
        path: '^(src|seed|collections|globals)/|^payload\\.config',
        pathNot: '^src/(site|server|app)/',
      },
      name: 'nothing depends on the website',
      severity: 'error',
      to: { path: '^src/site/' },
    },
    {
      comment:
        'What the config needs of a feature, it takes from its index.ts; what is loaded only when it is wanted has a file of its own.',
      from: { path: '^(collections|globals|src/payload|src/server|src/app)/|^payload\\.config' },
      name: 'features by their index only',
      severity: 'error',
      to: {
        dynamic: false,
        path: '^src/features/[^/]+/',
        pathNot: '^src/features/[^/]+/index\\.ts$',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^src/app/\\(payload\\)/admin/importMap\\.js$|^src/database/migrations/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
}
