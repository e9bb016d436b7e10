import { expect, it } from 'vitest'

import { originalParagraphs, textsIn } from './originalParagraphs.ts'

type Fetch = (path: string, init?: RequestInit) => Promise<Response>

const restPaths = ['/api/pages', '/api/globals/site', '/api/standards', '/api/news']

/** One query that a frontend can pull the whole original content with. */
const originalContentQuery = `{
  Pages(limit: 20) { docs { title intro body } }
  Standards { docs { title scope body } }
  News { docs { title teaser body } }
  Site { name shortName logoText claim }
}`

/** Every paragraph of the original text, word for word, for anybody, by REST and by GraphQL. */
export const shouldAnswerOriginalContent = (fetch: Fetch): void => {
  it('should answer every paragraph of the original text by REST', async () => {
    const texts = new Set<string>()
    for (const path of restPaths) {
      const response = await fetch(`${path}?limit=20`)
      expect(response.status).toBe(200)
      textsIn(await response.json()).forEach((text) => texts.add(text))
    }
    expect(originalParagraphs.filter((paragraph) => !texts.has(paragraph))).toEqual([])
  })

  it('should answer every paragraph of the original text by one GraphQL query', async () => {
    const response = await fetch('/api/graphql', {
      body: JSON.stringify({ query: originalContentQuery }),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    const reply = await response.json()
    expect(reply.errors).toBeUndefined()
    const texts = new Set(textsIn(reply.data))
    expect(originalParagraphs.filter((paragraph) => !texts.has(paragraph))).toEqual([])
  })
}
