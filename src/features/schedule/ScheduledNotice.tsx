import type { UIFieldServerProps } from 'payload'

import React from 'react'

import { say } from '../../lib/say.ts'
import { timesOf } from './times.ts'
import { Times } from './Times.tsx'

/** A notice next to a form: when the document will be published or unpublished. */
export const ScheduledNotice = async ({ i18n, id, payload }: UIFieldServerProps) => {
  const times = id ? await timesOf(payload, String(id)) : []
  return times.length > 0 ? (
    <div className="field-type">
      <h3>{say({ i18n } as never, { de: 'Geplant', en: 'Scheduled' })}</h3>
      <Times i18n={i18n} times={times} />
    </div>
  ) : null
}
