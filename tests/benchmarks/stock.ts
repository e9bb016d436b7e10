import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Within the project, whose packages it uses; in a folder that no tool looks at. */
export const stockFolder = path.join(root, '.next/stock')

const sources = [
  'collections',
  'globals',
  'next.config.ts',
  'package.json',
  'payload.config.ts',
  'seed',
  'src',
  'tsconfig.json',
]

const rest = `import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'

export const DELETE = REST_DELETE(config)
export const GET = REST_GET(config)
export const OPTIONS = REST_OPTIONS(config)
export const PATCH = REST_PATCH(config)
export const POST = REST_POST(config)
export const PUT = REST_PUT(config)
`

const graphQL = `import config from '@payload-config'
import { GRAPHQL_POST, REST_OPTIONS } from '@payloadcms/next/routes'

export const OPTIONS = REST_OPTIONS(config)
export const POST = GRAPHQL_POST(config)
`

/** Builds the alternative: the same config, with the routes of Payload's own template. */
export const buildStock = (): void => {
  rmSync(stockFolder, { force: true, recursive: true })
  mkdirSync(stockFolder, { recursive: true })
  for (const source of sources) {
    cpSync(path.join(root, source), path.join(stockFolder, source), { recursive: true })
  }
  const api = path.join(stockFolder, 'src/app/(payload)/api')
  writeFileSync(path.join(api, '[...slug]/route.ts'), rest)
  mkdirSync(path.join(api, 'graphql'))
  writeFileSync(path.join(api, 'graphql/route.ts'), graphQL)
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules/next/dist/bin/next'), 'build'],
    {
      cwd: stockFolder,
      env: {
        ...process.env,
        NEXT_TELEMETRY_DISABLED: '1',
        NODE_ENV: 'production',
        NODE_OPTIONS: '--conditions=production',
      },
    },
  )
  if (status !== 0) {
    throw new Error(`Stock Payload could not be built: ${stderr.toString()}`)
  }
}
