import type { PayloadRequest } from 'payload'

import React from 'react'

import { scheduled } from '../../desk/overview.ts'
import { say } from '../../say.ts'
import { Section } from './Section.tsx'
import { timeIn } from './timeIn.ts'

/** What will be published, or taken back, by itself. */
export const ScheduledSoon = async ({ req }: { req: PayloadRequest }) => {
  const next = await scheduled(req)
  return (
    <Section
      empty={say(req, { de: 'Nichts ist geplant.', en: 'Nothing is scheduled.' })}
      isEmpty={next.length === 0}
      title={say(req, { de: 'Geplant', en: 'Scheduled' })}
    >
      <ul>
        {next.map(({ collection, id, isPublishing, time, title }) => (
          <li key={`${id} ${time}`}>
            <a href={`/admin/collections/${collection}/${id}`}>{title}</a>
            <span>
              {isPublishing
                ? say(req, { de: 'erscheint ', en: 'appears ' })
                : say(req, { de: 'wird zurückgezogen ', en: 'is taken back ' })}
              {timeIn(req, time)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
