import { expect, it } from 'vitest'

import { originalParagraphs, textsIn } from './originalParagraphs.ts'

type Fetch = (path: string, init?: RequestInit) => Promise<Response>

const lists = ['/api/pages', '/api/standards', '/api/news']

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
    const read = async (path: string) => {
      const response = await fetch(path)
      expect(response.status).toBe(200)
      const reply = await response.json()
      textsIn(reply).forEach((text) => texts.add(text))
      return reply
    }
    await read('/api/globals/site')
    for (const list of lists) {
      const { docs } = await read(`${list}?limit=20`)
      for (const { slug } of docs) {
        await read(`${list}?slug=${slug}`)
      }
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
