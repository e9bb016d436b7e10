import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Payload } from 'payload'

import { createServer } from 'node:http'

import config from '../../payload.config.ts'
import { revisionOf } from '../../src/database/revision.ts'
import { environment } from '../../src/environment.ts'
import { apiListener } from '../../src/http/apiListener.ts'
import { publicMemory } from '../../src/http/cache/publicMemory.ts'
import type { ResponseCache } from '../../src/http/cache/responseCache.ts'
import { responseCache } from '../../src/http/cache/responseCache.ts'
import { answerBy } from '../../src/http/requestLine.ts'
import { siteListener } from '../../src/server/siteListener.ts'

/** The API and the website as the process answers them: a socket, the response cache, Payload. */
export const listen = async (
  payload: Payload,
  bytes = environment.cacheBytes,
): Promise<{ cache: ResponseCache; origin: string; server: Server }> => {
  const revision = revisionOf(payload)
  const cache = responseCache({ memory: publicMemory(bytes, revision), revision })
  const api = await apiListener({ cache, config })
  const site = siteListener({ cache, config })
  const server = createServer(answerBy(payload, (url) => (url.startsWith('/api') ? api : site)))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return { cache, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}
