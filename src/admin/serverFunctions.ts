import type { PayloadRequest, ServerFunction } from 'payload'

import { schedulePublishHandler } from '@payloadcms/ui/utilities/schedulePublishHandler'
import { Forbidden } from 'payload'

import { isCoordinator } from '../access/people.ts'
import { questionBefore } from '../features/publishing/askBeforePublishing.ts'

type Schedule = {
  doc?: { relationTo: string; value: string }
  req: PayloadRequest
  type?: 'publish' | 'unpublish'
}

/**
 * Payload lets everybody who sees the admin UI queue and cancel scheduled publishing, of any
 * document: only coordinators may, and what publishing would ask for is asked for now. Served in place of
 * Payload's function of that name.
 */
export const serverFunctions: Record<string, ServerFunction> = {
  'schedule-publish': async (args) => {
    const { doc, req, type } = args as unknown as Schedule
    if (!isCoordinator({ req })) {
      throw new Forbidden(req.t)
    }
    const error = type === 'publish' && doc ? await questionBefore(req, doc) : undefined
    return error ? { error } : schedulePublishHandler(args)
  },
}
