import type { Measured, Question } from './client.ts'
import { measure } from './client.ts'
import { sinceEver } from './reads.ts'
import type { Server } from './servers.ts'

/** Headers of a client at an address, as the server gets them from its proxy. */
const from = (address: string): Record<string, string> => ({ 'X-Forwarded-For': address })

/** Each by another client, and never asked before. */
const miss: Question = {
  headers: from('10.*'),
  path: `/api/partners?limit=51&${sinceEver}`,
}

const hit: Question = { headers: from('192.0.2.1'), path: '/api/news?limit=10&sort=-publishedAt' }

const crawls: Record<string, Question> = {
  GraphQL: {
    body: JSON.stringify({
      query: '{ n*: Partners(limit: 100) { docs { name districts services } } }',
    }),
    path: '/api/graphql',
  },
  REST: { path: `/api/partners?limit=100&${sinceEver}` },
}

/** How many times as long others wait (p99) while one client asks ever new questions, at its limit. */
export const measureCrawler = async (
  server: Server,
  seconds: number,
): Promise<Record<string, number>> => {
  const others = (question: Question): Promise<Measured> => measure(server, question, 2, seconds)
  const result: Record<string, number> = {}
  for (const [what, question] of Object.entries({ hits: hit, misses: miss })) {
    await others(question)
    const alone = await others(question)
    for (const [kind, crawl] of Object.entries(crawls)) {
      const crawler = {
        ...crawl,
        headers: from(`203.0.113.${what.length}`),
        status: 'any' as const,
      }
      const [beside] = await Promise.all([others(question), measure(server, crawler, 16, seconds)])
      result[`${what} beside ${kind}`] = beside.p99 / alone.p99
      console.log(
        `${what} beside ${kind}: ${beside.rate.toFixed(0)}/s, p99 ${beside.p99.toFixed(2)} ms; alone ${alone.rate.toFixed(0)}/s, ${alone.p99.toFixed(2)} ms`,
      )
    }
  }
  return result
}
