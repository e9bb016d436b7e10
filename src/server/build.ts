import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { runNext } from './runNext.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const stamp = path.join(root, '.next/built-from')
const major = Number.parseInt(process.versions.node)
const sources = [
  'collections',
  'globals',
  'next.config.ts',
  'package-lock.json',
  'payload.config.ts',
  'src',
  'tsconfig.json',
]

/** Builds the admin UI, unless there is a build of exactly these sources. */
export const buildUnlessCurrent = async (): Promise<void> => {
  const fingerprint = fingerprintOfSources()
  const [builtFrom, builtBy] = readStamp()
  // Next compiles for the version of Node that builds; later versions can run it, too.
  if (builtFrom === fingerprint && Number(builtBy) <= major) {
    return
  }
  console.log('Building the admin UI. This takes a minute or two, once for each version.')
  rmSync(stamp, { force: true })
  await runNext('build')
  writeFileSync(stamp, `${fingerprint} ${major}`)
}

const readStamp = (): string[] => {
  try {
    return readFileSync(stamp, 'utf8').split(' ')
  } catch {
    return []
  }
}

const fingerprintOfSources = (): string => {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesBelow(path.join(root, source))) {
      hash.update(path.relative(root, file)).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}

const filesBelow = (place: string): string[] => {
  try {
    return readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') {
      return [place]
    }
    throw error
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildUnlessCurrent()
}
