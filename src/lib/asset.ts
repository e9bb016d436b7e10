import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file as browsers get it. */
export type Asset = { body: string; path: string; type: string }

/**
 * Reads a file that lies beside a module; it is answered below an address that changes with it.
 *
 * @param moduleURL `import.meta.url` of the module.
 */
export const assetOf = (moduleURL: string, file: string, type: string): Asset => {
  const body = readFileSync(path.join(path.dirname(fileURLToPath(moduleURL)), file), 'utf8')
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  const [name, extension] = file.split('.')
  return { body, path: `/_site/${name}.${hash}.${extension}`, type }
}
