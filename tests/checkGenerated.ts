import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Fails when a generated file is not what the config generates now: the types and the GraphQL schema, all of them
 * and what the public gets of them, the import map of the admin UI, the migrations of the embedded database. They are
 * made anew, ready to be looked at and committed.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const migrations = 'src/database/migrations/sqlite'

const generatedFiles = (): Map<string, string> =>
  new Map(
    [
      'src/payload-types.ts',
      'src/schema.graphql',
      'src/public-types.d.ts',
      'src/public-schema.graphql',
      'src/app/(payload)/admin/importMap.js',
      ...readdirSync(`${root}/${migrations}`).map((name) => `${migrations}/${name}`),
    ].map((file) => [file, readFileSync(`${root}/${file}`, 'utf8')]),
  )

const before = generatedFiles()
for (const command of [['generate'], ['payload', '--', 'migrate:create', '--skip-empty']]) {
  execFileSync('npm', ['run', '--silent', ...command], { cwd: root, stdio: 'pipe' })
}
const stale = [...generatedFiles()].filter(([file, text]) => before.get(file) !== text)

if (stale.length > 0) {
  console.error(
    `These generated files were not up to date and have been made anew; please commit them:\n${stale
      .map(([file]) => `  ${file}`)
      .join('\n')}`,
  )
  process.exit(1)
}
