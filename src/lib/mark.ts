import { assetOf } from './asset.ts'

/** The office's mark: the icon of the website and of the admin UI. */
export const mark = assetOf(import.meta.url, 'mark.svg', 'image/svg+xml')
