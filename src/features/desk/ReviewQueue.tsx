import type { PayloadRequest } from 'payload'

import React from 'react'

import { say } from '../../lib/say.ts'
import { timeIn } from '../../lib/timeIn.ts'
import type { Partner } from '../../payload-types.ts'
import { differencesPath, waitingForReview } from '../review/queue.ts'
import { Section } from './Section.tsx'

/** Partners that are waiting for review. */
export const ReviewQueue = async ({ req }: { req: PayloadRequest }) => {
  const partners = await waitingForReview(req)
  const rows = await Promise.all(
    partners.map(async (partner: Partner) => ({
      differences: await differencesPath(req, partner),
      partner,
    })),
  )
  return (
    <Section
      empty={say(req, { de: 'Nichts wartet auf Prüfung.', en: 'Nothing is waiting for review.' })}
      isEmpty={rows.length === 0}
      title={say(req, { de: 'Zur Prüfung eingereicht', en: 'Handed in for review' })}
    >
      <ul>
        {rows.map(({ differences, partner }) => (
          <li key={partner.id}>
            <span>
              <a href={`/admin/collections/partners/${partner.id}`}>{partner.name}</a>{' '}
              {partner.review?.submittedAt && timeIn(req, partner.review.submittedAt)}
            </span>
            <a href={differences}>
              {say(req, { de: 'Unterschiede ansehen', en: 'Show differences' })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
