import type { PayloadRequest } from 'payload'

import React from 'react'

import { say } from '../../lib/say.ts'
import { timeIn } from '../../lib/timeIn.ts'
import { publishedLast } from './overview.ts'
import { Section } from './Section.tsx'

/** What was published most recently. */
export const PublishedLast = async ({ req }: { req: PayloadRequest }) => {
  const documents = await publishedLast(req)
  return (
    <Section
      empty={say(req, {
        de: 'Noch nichts ist veröffentlicht.',
        en: 'Nothing has been published yet.',
      })}
      isEmpty={documents.length === 0}
      title={say(req, { de: 'Zuletzt veröffentlicht', en: 'Recently published' })}
    >
      <ul>
        {documents.map(({ collection, id, title, updatedAt }) => (
          <li key={id}>
            <a href={`/admin/collections/${collection}/${id}`}>{title}</a>
            <span>{timeIn(req, updatedAt)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
