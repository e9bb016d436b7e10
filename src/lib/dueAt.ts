import type { TaskConfig } from 'payload'

import { Cron } from 'croner'

/**
 * When a task is due, as `crontab(5)` writes it, by the server's clock. Payload (3.90.1) would write every
 * minute that it has looked, and count the next time from then; this writes when a job is queued only.
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
