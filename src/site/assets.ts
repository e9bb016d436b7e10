import { assetOf } from '../lib/asset.ts'
import { mark } from '../lib/mark.ts'

const own = (file: string, type: string) => assetOf(import.meta.url, file, type)

export const assets = {
  mark,
  preview: own('preview.js', 'text/javascript; charset=utf-8'),
  script: own('site.js', 'text/javascript; charset=utf-8'),
  style: own('site.css', 'text/css; charset=utf-8'),
}

/** A year, since a changed file gets another address. */
const forever = 'public, max-age=31536000, immutable'

/** The file at an address; undefined if there is none. */
export const answerAsset = (address: string): Response | undefined => {
  const asset = Object.values(assets).find((each) => each.path === address)
  return (
    asset &&
    new Response(asset.body, { headers: { 'Cache-Control': forever, 'Content-Type': asset.type } })
  )
}
