import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import type { BuildOptions } from 'esbuild'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What tests start again and again. */
const scripts = [
  'src/server/seed.ts',
  'src/server/archive.ts',
  'tests/support/otherProcess.ts',
  'tests/support/sweep.ts',
  'tests/support/writeMuch.ts',
]

/** The server shares its packages with the website that Next has built. */
const server = 'src/server/start.ts'

/** The projects of a run share them. */
const run = globalThis as { compiledScripts?: Promise<string> }

/**
 * Compiles scripts to JavaScript, once for each run: tsx, by which `package.json` starts them, takes four
 * seconds of CPU time for each start, and the tests start some hundred. See `startCompiled`.
 */
export default async function setup() {
  run.compiledScripts ??= compile()
  const folder = await run.compiledScripts
  process.env.COMPILED_SCRIPTS = folder
  return () => rm(folder, { force: true, recursive: true })
}

const compile = async (): Promise<string> => {
  // Where Node finds the packages.
  const outdir = path.join(root, 'node_modules/.cache', `scripts-${process.pid}`)
  const options: BuildOptions = {
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    outbase: '.',
    outdir,
    platform: 'node',
    plugins: [
      {
        name: 'files are looked for where their source is',
        setup: (hooks) => {
          hooks.onLoad({ filter: /\.tsx?$/ }, async ({ path: file }) => ({
            contents: (await readFile(file, 'utf8')).replaceAll(
              'import.meta.url',
              JSON.stringify(pathToFileURL(file).href),
            ),
            loader: file.endsWith('x') ? 'tsx' : 'ts',
          }))
        },
      },
    ],
    splitting: true,
    target: 'node20',
  }
  await build({ ...options, entryPoints: [server], packages: 'external' })
  // The packages as well: to find and read their two thousand files takes Node most of the time of a start.
  await build({
    ...options,
    banner: {
      js: "import { createRequire as forModule } from 'node:module'; const require = forModule(import.meta.url);",
    },
    conditions: ['production'],
    entryPoints: scripts,
    // Binaries, and what looks for its own files.
    external: ['@libsql/client', 'drizzle-kit', 'next', 'react', 'react-dom', 'sharp'],
    logLevel: 'error',
  })
  return outdir
}
