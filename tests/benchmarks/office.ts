import type { Server } from './servers.ts'
import { askJSON, publish, signIn } from './publications.ts'

/** Reads of a whole database: what may become slow where there is much. */
const reads: Record<string, { isSignedIn?: boolean; path: string }> = {
  dashboard: { isSignedIn: true, path: '/admin' },
  'list of news': { isSignedIn: true, path: '/admin/collections/news?limit=100' },
  'list of partners': { isSignedIn: true, path: '/admin/collections/partners?limit=100' },
  'search in the list of partners': {
    isSignedIn: true,
    path: '/admin/collections/partners?limit=100&search=Muster',
  },
  'news feed': { path: '/api/feed/atom' },
  search: { path: '/api/search?q=Gewalt' },
  'search that finds nothing': { path: '/api/search?q=Zzyzx' },
  sitemap: { path: '/api/sitemap' },
  'start page': { path: '/' },
  directory: { path: '/partner' },
}

/**
 * Seconds that each takes after a publication, so that nothing of it is kept; the first of all builds what
 * is built once, such as the index of the search.
 */
export const measureOffice = async (
  server: Server,
  rounds: number,
): Promise<Record<string, number>> => {
  const headers = await signIn(server)
  const { docs } = await askJSON(`${server.origin}/api/partners?limit=1`)
  const all = {
    ...reads,
    'check before a partner is deleted': {
      isSignedIn: true,
      path: `/api/usage/partners/${docs[0]?.id}`,
    },
  }
  const seconds: Record<string, number> = {}
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, { isSignedIn = false, path }] of Object.entries(all)) {
      await publish(server, 'partners', docs[0]?.id, round)
      const begin = performance.now()
      const response = await fetch(`${server.origin}${path}`, {
        headers: isSignedIn ? headers : {},
        redirect: 'error',
      })
      await response.arrayBuffer()
      if (!response.ok) {
        throw new Error(`${path}: ${response.status}`)
      }
      const took = (performance.now() - begin) / 1000
      const what = round === 0 ? `${name}, first` : name
      seconds[what] = Math.max(seconds[what] ?? 0, took)
    }
  }
  return seconds
}
