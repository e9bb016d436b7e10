import type { PayloadRequest, ServerFunction } from 'payload'

import { schedulePublishHandler } from '@payloadcms/ui/utilities/schedulePublishHandler'
import { Forbidden } from 'payload'

import { isCoordinator } from '../access/people.ts'

/**
 * Payload lets everybody who sees the admin UI queue and cancel scheduled publishing, of any
 * document: only coordinators may. Served in place of Payload's function of that name.
 */
export const serverFunctions: Record<string, ServerFunction> = {
  'schedule-publish': (args) => {
    const { req } = args as { req: PayloadRequest }
    if (!isCoordinator({ req })) {
      throw new Forbidden(req.t)
    }
    return schedulePublishHandler(args)
  },
}
