import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where the alternatives are built: within the project, whose packages they use; no tool looks there. */
export const folders = {
  plain: path.join(root, '.next/plain'),
  underNext: path.join(root, '.next/under-next'),
}

const routes = {
  '[...slug]/route.ts': `import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'

export const DELETE = REST_DELETE(config)
export const GET = REST_GET(config)
export const OPTIONS = REST_OPTIONS(config)
export const PATCH = REST_PATCH(config)
export const POST = REST_POST(config)
export const PUT = REST_PUT(config)
`,
  'graphql/route.ts': `import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'

export const OPTIONS = REST_OPTIONS(config)
export const POST = GRAPHQL_POST(config)
`,
}

const layout = `export default function Layout({ children }: { children: React.ReactNode }) {
  return <html><body>{children}</body></html>
}
`

/** Runs a command of Node in a folder. @throws Error with what it has printed, if it fails. */
export const run = (
  args: string[],
  { cwd = root, env }: { cwd?: string; env: Record<string, string> },
): void => {
  const { status, stderr, stdout } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, ...env },
  })
  if (status !== 0) {
    throw new Error(`${args.join(' ')} failed: ${stdout.toString()}${stderr.toString()}`)
  }
}

const build = (folder: string, sources: Record<string, string>, app: string): void => {
  const newest = Math.max(
    ...Object.keys(sources).map((source) => statSync(path.join(root, source)).mtimeMs),
  )
  const built = path.join(folder, '.next/BUILD_ID')
  if (existsSync(built) && statSync(built).mtimeMs > newest) {
    return
  }
  rmSync(folder, { force: true, recursive: true })
  mkdirSync(folder, { recursive: true })
  for (const [source, target] of Object.entries(sources)) {
    cpSync(path.join(root, source), path.join(folder, target), { recursive: true })
  }
  for (const [file, text] of Object.entries(routes)) {
    const route = path.join(folder, app, 'api', file)
    mkdirSync(path.dirname(route), { recursive: true })
    writeFileSync(route, text)
  }
  const top = path.join(folder, app, 'layout.tsx')
  if (!existsSync(top)) {
    writeFileSync(top, layout)
  }
  run([path.join(root, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: folder,
    env: {
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'production',
      NODE_OPTIONS: '--conditions=production',
      PAYLOAD_SECRET: 'only to build, and longer than 32 characters',
    },
  })
}

const itself = (...sources: string[]): Record<string, string> =>
  Object.fromEntries(sources.map((source) => [source, source]))

const shared = itself('next.config.ts', 'package.json', 'tsconfig.json')

/** Payload as it comes, under Next as it comes. */
export const buildPlain = (): void =>
  build(
    folders.plain,
    { ...shared, 'tests/benchmarks/plain/payload.config.ts': 'payload.config.ts' },
    'app',
  )

/** The config of this project, under Next as it comes. It is built anew each time: all of it may have changed. */
export const buildUnderNext = (): void => {
  rmSync(folders.underNext, { force: true, recursive: true })
  build(
    folders.underNext,
    { ...shared, ...itself('collections', 'globals', 'payload.config.ts', 'seed', 'src') },
    'src/app/(payload)',
  )
}
