import type { PayloadRequest } from 'payload'

import { Button } from '@payloadcms/ui'
import React from 'react'

import { say } from '../../lib/say.ts'
import { VerifyButton } from '../verification/VerifyButton.tsx'
import { confirmationOf, ownPartners, stateOf } from './ownPartners.ts'

/** An editor's organisations, with their state and the two things to do: edit and confirm. */
export const OwnPartners = async ({ req }: { req: PayloadRequest }) => {
  const partners = await ownPartners(req)
  if (partners.length === 0) {
    return (
      <p>
        {say(req, {
          de: 'Ihnen ist noch keine Organisation zugeordnet. Bitte melden Sie sich bei der Koordinierungsstelle.',
          en: 'No organisation is assigned to you yet. Please contact the office.',
        })}
      </p>
    )
  }
  return (
    <div className="desk__sections">
      {partners.map((partner) => {
        const due = confirmationOf(partner)
        const { id, name, review } = partner.draft
        return (
          <section className="desk__section" key={id}>
            <h2>{name}</h2>
            <p>{say(req, stateOf(partner))}</p>
            {review?.state === 'returned' && review.note && <blockquote>{review.note}</blockquote>}
            {due && <p>{say(req, due)}</p>}
            <div className="desk__buttons">
              <Button buttonStyle="primary" el="anchor" url={`/admin/collections/partners/${id}`}>
                {say(req, { de: 'Profil bearbeiten', en: 'Edit profile' })}
              </Button>
              {partner.isPublished && <VerifyButton id={id} />}
            </div>
          </section>
        )
      })}
    </div>
  )
}
