import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** A static file as browsers get it. */
export type Asset = { body: string; path: string; type: string }

/**
 * Reads a file that lies next to a module. Its path holds a hash of its content, so that browsers may
 * cache it for ever.
 *
 * @param moduleURL `import.meta.url` of the module.
 * @param type its media type.
 * @throws if there is no such file.
 */
export const assetOf = (moduleURL: string, file: string, type: string): Asset => {
  const body = readFileSync(path.join(path.dirname(fileURLToPath(moduleURL)), file), 'utf8')
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  const [name, extension] = file.split('.')
  return { body, path: `/_site/${name}.${hash}.${extension}`, type }
}
