import React from 'react'

import type { ScheduledTime } from '../../desk/overview.ts'
import { say } from '../../say.ts'
import { timeIn } from '../desk/timeIn.ts'

/** When something happens to a document by itself. */
export const Times = ({ i18n, times }: { i18n: { language: string }; times: ScheduledTime[] }) => (
  <>
    {times.map(({ isPublishing, time }) => (
      <div key={time}>
        {isPublishing
          ? say({ i18n } as never, { de: 'erscheint ', en: 'appears ' })
          : say({ i18n } as never, { de: 'wird zurückgezogen ', en: 'is taken back ' })}
        {timeIn({ i18n }, time)}
      </div>
    ))}
  </>
)
