import type { TaskConfig } from 'payload'

import { Cron } from 'croner'

/**
 * When a task is due, as `crontab(5)` writes it, by the server's clock.
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
