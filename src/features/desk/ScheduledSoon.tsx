import type { PayloadRequest } from 'payload'

import React from 'react'

import { say } from '../../lib/say.ts'
import { failedToPublish, scheduled } from '../schedule/times.ts'
import { Times } from '../schedule/Times.tsx'
import { Section } from './Section.tsx'

/** What is scheduled for publishing or unpublishing, with failed attempts first. */
export const ScheduledSoon = async ({ req }: { req: PayloadRequest }) => {
  const [failed, next] = await Promise.all([failedToPublish(req), scheduled(req)])
  const all = [...failed, ...next]
  return (
    <Section
      empty={say(req, { de: 'Nichts ist geplant.', en: 'Nothing is scheduled.' })}
      isEmpty={all.length === 0}
      title={say(req, { de: 'Geplant', en: 'Scheduled' })}
    >
      <ul>
        {all.map((each) => (
          <li key={`${each.id} ${each.time}`}>
            <a href={`/admin/collections/${each.collection}/${each.id}`}>{each.title}</a>
            <Times i18n={req.i18n} times={[each]} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
