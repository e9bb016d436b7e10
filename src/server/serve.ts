import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'

import next from 'next'
import { getPayload } from 'payload'

import { fillPaths } from '../../collections/Pages/fillPaths.ts'
import config from '../../payload.config.ts'
import { seedEmptyDatabase } from '../../seed/seed.ts'
import { describeDatabase } from '../database/index.ts'
import { keepJobsAlive } from '../database/jobLeases.ts'
import { beOnlyServer } from '../database/onlyServer.ts'
import { revisionOf } from '../database/revision.ts'
import { environment } from '../environment.ts'
import { refuseHalfImported } from '../features/archive/index.ts'
import { claimFiles, files } from '../features/files/index.ts'
import { fillSearchText } from '../features/search/index.ts'
import { fillSortKeys } from '../fields/fillSortKeys.ts'
import { apiListener } from '../http/apiListener.ts'
import { publicMemoryOf } from '../http/cache/publicMemory.ts'
import { responseCache } from '../http/cache/responseCache.ts'
import { compress } from '../http/compress.ts'
import { measureCache, measureProcess } from '../http/endpoints/metrics.ts'
import { isForeign } from '../http/isForeign.ts'
import type { Part } from '../http/observe.ts'
import { protectPage } from '../http/protectPage.ts'
import { answerBy } from '../http/requestLine.ts'
import { watchDatabase } from '../http/retryWriteConflicts.ts'
import { OperatorError } from '../lib/OperatorError.ts'
import { version } from '../lib/version.ts'
import { endGently } from './endGently.ts'
import { siteListener } from './siteListener.ts'

/**
 * The process: Payload first, then Next, whose bundle takes the same Payload instance out of the
 * global cache. `/api` and the website are answered without Next in between.
 */
export const serve = async ({ port }: { port: number }): Promise<void> => {
  // First, before anything is written to the database: a first start prints the password only once.
  await listen(createServer(), port).then(close)
  await beOnlyServer(environment.database)
  const payload = await getPayload({ config, cron: environment.runJobs })
  watchDatabase(payload)
  await refuseHalfImported(payload)
  await claimFiles(payload)
  await keepJobsAlive(payload)
  await fillPaths(payload)
  await fillSearchText(payload)
  await fillSortKeys(payload)
  const firstLogin = await seedEmptyDatabase(payload)

  const app = next({ dev: false, dir: fileURLToPath(new URL('../..', import.meta.url)) })
  await app.prepare()
  const answerWithNext = app.getRequestHandler()
  const cache = responseCache({ memory: publicMemoryOf(payload), revision: revisionOf(payload) })
  measureCache(cache.counts)
  measureProcess()
  const api = await apiListener({ cache, config })
  const site = siteListener({ cache, config })
  const admin: Part = {
    answer: async (req, res, answered) => {
      answered.route = adminRouteOf(req.url) ?? 'none'
      if (
        isForeign({ header: (name) => req.headers[name]?.toString(), method: req.method ?? '' })
      ) {
        res.writeHead(403).end()
        return
      }
      compress(req, res)
      protectPage(req, res)
      await answerWithNext(req, res)
    },
  }

  const partOf = (url: string): Part => (isAPI(url) ? api : adminRouteOf(url) ? admin : site)
  const server = createServer(answerBy(payload, partOf))
  // Longer than proxies keep idle connections, so that none sends a request on one that is being closed.
  server.keepAliveTimeout = 75_000
  const end = endGently(server)
  await listen(server, port)

  const stop = onceOnly(async () => {
    try {
      await end()
      await app.close()
      await payload.destroy()
      process.exit(0)
    } catch (err) {
      payload.logger.error({ err, msg: 'The process could not end cleanly.' })
      process.exit(1)
    }
  })
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)

  const address =
    environment.serverURL ?? `http://localhost:${(server.address() as AddressInfo).port}`
  console.log(
    [
      '',
      `iKOST CMS ${version} is running.`,
      `  Website   ${address}`,
      `  Admin     ${address}/admin`,
      `  REST      ${address}/api`,
      `  GraphQL   ${address}/api/graphql`,
      `  Database  ${describeDatabase(environment.database)}`,
      `  Files     in ${files.name}`,
      `  Mail      ${environment.smtpURL ? 'by SMTP' : 'goes to the log (SMTP_URL is not set)'}`,
      `  Two-factor sign-in required of: ${environment.requireTwoFactor}`,
      ...(firstLogin
        ? [`  Login     ${firstLogin.email}  ${firstLogin.password ?? '(password as set)'}`]
        : []),
      ...(firstLogin?.password
        ? ['            This password is shown only now. Please note it.']
        : []),
      '',
    ].join('\n'),
  )
}

const isAPI = (url = ''): boolean => /^\/api(?:[/?]|$)/.test(url)

const adminRouteOf = (url = ''): string | undefined => /^\/(?:_next|admin)(?=[/?]|$)/.exec(url)?.[0]

/** @throws OperatorError if the server cannot listen on the port. */
const listen = (server: Server, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === 'EADDRINUSE'
          ? 'another program uses it'
          : `this user may not (${error.code})`
      reject(
        new OperatorError(`Nothing can be answered at port ${port}: ${reason}. Set another PORT.`, {
          cause: error,
        }),
      )
    })
    server.listen(port, () => resolve(server))
  })

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
  })

const onceOnly = (work: () => Promise<void>): (() => void) => {
  let hasBegun = false
  return () => {
    if (!hasBegun) {
      hasBegun = true
      void work()
    }
  }
}
