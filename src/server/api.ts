import type { SanitizedConfig } from 'payload'

import { GRAPHQL_POST } from '@payloadcms/next/routes'
import { handleEndpoints } from 'payload'

import { retryWriteConflicts } from './retryWriteConflicts.ts'

/** Answers a request below `/api`: GraphQL by Payload's GraphQL handler, the rest by its endpoints. */
export const answerAPI = ({
  config,
  request,
}: {
  config: Promise<SanitizedConfig>
  request: Request
}): Promise<Response> =>
  retryWriteConflicts(request, (attempt) =>
    attempt.method === 'POST' && new URL(attempt.url).pathname === '/api/graphql'
      ? GRAPHQL_POST(config)(attempt)
      : handleEndpoints({ config, request: attempt }),
  )
