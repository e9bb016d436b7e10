import type { PayloadRequest, ServerProps } from 'payload'

import { createLocalReq } from 'payload'
import React from 'react'

import { isCoordinator } from '../../access/people.ts'
import type { Partner } from '../../payload-types.ts'
import { differencesPath, waitingForReview } from '../../review/queue.ts'
import { say } from '../../say.ts'

import './review.css'

/** What waits for review, on the coordinators' dashboard. */
export const ReviewQueue = async ({ i18n, payload, user }: ServerProps) => {
  const req = await createLocalReq({ user: user ?? undefined }, payload)
  if (!isCoordinator({ req })) {
    return null
  }
  req.i18n = i18n as PayloadRequest['i18n']
  const partners = await waitingForReview(req)
  const rows = await Promise.all(
    partners.map(async (partner) => ({
      differences: await differencesPath(req, partner),
      partner,
    })),
  )
  return (
    <section className="review-queue">
      <h2>{say(req, { de: 'Zur Prüfung eingereicht', en: 'Handed in for review' })}</h2>
      {rows.length === 0 ? (
        <p>{say(req, { de: 'Nichts wartet auf Prüfung.', en: 'Nothing waits for review.' })}</p>
      ) : (
        <ul>
          {rows.map(({ differences, partner }) => (
            <li key={partner.id}>
              <span>
                <a href={`/admin/collections/partners/${partner.id}`}>{partner.name}</a>{' '}
                {submittedAt(partner, i18n.language)}
              </span>
              <a href={differences}>
                {say(req, { de: 'Unterschiede ansehen', en: 'Show differences' })}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const submittedAt = ({ review }: Partner, language: string): string =>
  review?.submittedAt
    ? new Intl.DateTimeFormat(language, {
        dateStyle: 'medium',
        timeStyle: 'short',
        timeZone: 'Europe/Berlin',
      }).format(new Date(review.submittedAt))
    : ''
