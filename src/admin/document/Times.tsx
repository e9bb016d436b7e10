import React from 'react'

import type { ScheduledTime } from '../../desk/overview.ts'
import type { Text } from '../../say.ts'
import { say } from '../../say.ts'
import { timeIn } from '../desk/timeIn.ts'

/** When something happens to a document by itself. */
export const Times = ({ i18n, times }: { i18n: { language: string }; times: ScheduledTime[] }) => (
  <>
    {times.map(({ hasFailed, isPublishing, time }) => (
      <div className={hasFailed ? 'desk__overdue' : undefined} key={time}>
        {say({ i18n } as never, isPublishing ? publishing(hasFailed) : takingBack(hasFailed))}
        {timeIn({ i18n }, time)}
        {hasFailed && say({ i18n } as never, { de: '. Bitte nachsehen.', en: '. Please check.' })}
      </div>
    ))}
  </>
)

const publishing = (hasFailed?: boolean): Text =>
  hasFailed
    ? { de: 'konnte nicht erscheinen ', en: 'could not appear ' }
    : { de: 'erscheint ', en: 'appears ' }

const takingBack = (hasFailed?: boolean): Text =>
  hasFailed
    ? { de: 'konnte nicht zurückgezogen werden ', en: 'could not be taken back ' }
    : { de: 'wird zurückgezogen ', en: 'is taken back ' }
