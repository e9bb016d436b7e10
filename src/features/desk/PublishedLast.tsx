import type { PayloadRequest } from 'payload'

import React from 'react'

import { say } from '../../lib/say.ts'
import { timeIn } from '../../lib/timeIn.ts'
import { publishedLast } from './overview.ts'
import { Section } from './Section.tsx'

/** What the public sees newly. */
export const PublishedLast = async ({ req }: { req: PayloadRequest }) => {
  const newest = await publishedLast(req)
  return (
    <Section
      empty={say(req, { de: 'Noch nichts ist veröffentlicht.', en: 'Nothing is published yet.' })}
      isEmpty={newest.length === 0}
      title={say(req, { de: 'Zuletzt veröffentlicht', en: 'Published last' })}
    >
      <ul>
        {newest.map(({ collection, id, title, updatedAt }) => (
          <li key={id}>
            <a href={`/admin/collections/${collection}/${id}`}>{title}</a>
            <span>{timeIn(req, updatedAt)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
