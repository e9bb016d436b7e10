import type { TaskConfig } from 'payload'

import { Cron } from 'croner'

/**
 * The schedule of a task. It writes to the database only when it queues a job.
 *
 * Workaround (no issue known): Payload (3.90.1) writes every minute that it has checked the schedule,
 * and counts the next run from then. Can go when it writes only for a job;
 * tests/integration/payload/upstream.test.ts notices.
 *
 * @param cron when the task is due by the server's clock, in the syntax of `crontab(5)`.
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
