import React from 'react'

import type { Text } from '../../lib/say.ts'
import { say } from '../../lib/say.ts'
import { timeIn } from '../../lib/timeIn.ts'
import type { ScheduledTime } from './times.ts'

/** When a document will be published or unpublished, or should have been. */
export const Times = ({ i18n, times }: { i18n: { language: string }; times: ScheduledTime[] }) => (
  <>
    {times.map((each) => (
      <div className={each.hasFailed ? 'desk__overdue' : undefined} key={each.time}>
        {say({ i18n } as never, sentence(each, timeIn({ i18n }, each.time)))}
      </div>
    ))}
  </>
)

const sentence = ({ hasFailed, isPublishing }: ScheduledTime, time: string): Text => {
  if (hasFailed) {
    return isPublishing
      ? {
          de: `konnte am ${time} nicht erscheinen. Bitte prüfen und selbst veröffentlichen.`,
          en: `could not be published on ${time}. Please check it and publish it yourself.`,
        }
      : {
          de: `konnte am ${time} nicht zurückgezogen werden. Bitte prüfen.`,
          en: `could not be unpublished on ${time}. Please check it.`,
        }
  }
  return isPublishing
    ? { de: `erscheint ${time}`, en: `will be published ${time}` }
    : { de: `wird zurückgezogen ${time}`, en: `will be unpublished ${time}` }
}
