import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

type Asset = { body: string; path: string; type: string }

const folder = path.dirname(fileURLToPath(import.meta.url))

/** A file of the website, below an address that changes with it. */
const assetOf = (file: string, type: string): Asset => {
  const body = readFileSync(path.join(folder, file), 'utf8')
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 10)
  const [name, extension] = file.split('.')
  return { body, path: `/_site/${name}.${hash}.${extension}`, type }
}

export const assets = {
  mark: assetOf('mark.svg', 'image/svg+xml'),
  preview: assetOf('preview.js', 'text/javascript; charset=utf-8'),
  script: assetOf('site.js', 'text/javascript; charset=utf-8'),
  style: assetOf('site.css', 'text/css; charset=utf-8'),
}

/** A year: another content has another address. */
const forever = 'public, max-age=31536000, immutable'

/** The file at an address; undefined: there is none. */
export const answerAsset = (address: string): Response | undefined => {
  const asset = Object.values(assets).find((each) => each.path === address)
  return (
    asset &&
    new Response(asset.body, { headers: { 'Cache-Control': forever, 'Content-Type': asset.type } })
  )
}
