import type { TaskConfig } from 'payload'

import { Cron } from 'croner'

/**
 * The schedule of a task. Payload (3.90.1) itself would write to the database every minute, to note
 * that it has checked the schedule, and count the next run from then. This writes only when it queues
 * a job.
 *
 * @param cron when the task is due by the server's clock, in the syntax of `crontab(5)`.
 *
 * Workaround (no issue known): Payload writes every minute that it has looked, and counts the next time
 * from then; this writes when a job is queued only. Can go when it does so, too;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const dueAt = (cron: string): NonNullable<TaskConfig['schedule']> => [
  {
    cron,
    hooks: {
      afterSchedule: async (args) => {
        if (args.status !== 'skipped') {
          await args.defaultAfterSchedule(args)
        }
      },
      beforeSchedule: async (args) => ({
        ...(await args.defaultBeforeSchedule(args)),
        waitUntil: new Cron(cron).nextRun() ?? undefined,
      }),
    },
    queue: 'default',
  },
]
