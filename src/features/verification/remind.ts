import type { Payload, TaskConfig } from 'payload'

import { createLocalReq } from 'payload'

import { dayOf } from '../../lib/days.ts'
import { dueAt } from '../../lib/dueAt.ts'
import { inTransaction } from '../../lib/inTransaction.ts'
import { editorsOf } from '../mail/recipients.ts'
import { queueMail } from '../mail/sendMail.ts'
import { dueSoon, isOverdue } from './due.ts'

/**
 * Reminds the editors of each partner whose confirmation is due soon or overdue, once for each of the
 * two. A row with a unique key, in the transaction of the mails, makes sure of that: of two processes at
 * the same time, one fails on the key, and finds it when it tries again.
 */
export const remindEditors = async (payload: Payload): Promise<void> => {
  const { docs } = await payload.find({
    collection: 'partners',
    depth: 0,
    pagination: false,
    select: { reviewDue: true },
    where: dueSoon(),
  })
  for (const { id, reviewDue } of docs) {
    if (reviewDue) {
      await remindOnce(payload, id, reviewDue)
    }
  }
}

const remindOnce = async (payload: Payload, partner: string, reviewDue: string): Promise<void> => {
  const req = await createLocalReq({}, payload)
  await inTransaction(req, async () => {
    const kind = isOverdue(reviewDue) ? 'verification-overdue' : 'verification-due'
    const key = `reminder:${dayOf(reviewDue)}:${partner}:${kind}`
    const editors = await editorsOf(partner, req)
    const { totalDocs: sent } = await payload.db.count({
      collection: 'payload-kv',
      req,
      where: { key: { equals: key } },
    })
    if (editors.length === 0 || sent > 0) {
      return
    }
    await payload.db.create({ collection: 'payload-kv', data: { data: {}, key }, req })
    for (const editor of editors) {
      await queueMail({ kind, partner, req, to: editor.id })
    }
  })
}

/** Reminds editors every morning. */
export const remindEditorsTask: TaskConfig<{ input: object; output: object }> = {
  slug: 'remindEditors',
  handler: async ({ req: { payload } }) => {
    await remindEditors(payload)
    return { output: {} }
  },
  retries: 3,
  schedule: dueAt('0 7 * * *'),
}
