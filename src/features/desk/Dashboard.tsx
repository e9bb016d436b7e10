import type { AdminViewServerProps } from 'payload'

import { Gutter } from '@payloadcms/ui'
import React from 'react'

import { isCoordinator, isPartnerEditor, mustSetUpSecondFactor } from '../../access/people.ts'
import { say } from '../../lib/say.ts'
import { TwoFactorSetup } from '../signIn/TwoFactorSetup.tsx'
import { BrokenLinks } from './BrokenLinks.tsx'
import { Gaps } from './Gaps.tsx'
import { Giveaways } from './Giveaways.tsx'
import { OwnPartners } from './OwnPartners.tsx'
import { PublishedLast } from './PublishedLast.tsx'
import { ReviewQueue } from './ReviewQueue.tsx'
import { ScheduledSoon } from './ScheduledSoon.tsx'
import { ToBeVerified } from './ToBeVerified.tsx'

import './desk.css'

/** The first page after signing in: what there is to do. */
export const Dashboard = ({ initPageResult: { req } }: AdminViewServerProps) => (
  <Gutter className="desk">
    {req.user?.collection === 'users' && mustSetUpSecondFactor(req.user) ? (
      <TwoFactorSetup isRequired />
    ) : (
      <>
        <h1>{say(req, { de: 'Ihr Schreibtisch', en: 'Your dashboard' })}</h1>
        {isCoordinator({ req }) && (
          <div className="desk__sections">
            <Giveaways req={req} />
            <ReviewQueue req={req} />
            <ToBeVerified req={req} />
            <ScheduledSoon req={req} />
            <PublishedLast req={req} />
            <BrokenLinks req={req} />
            <Gaps req={req} />
          </div>
        )}
        {isPartnerEditor({ req }) && <OwnPartners req={req} />}
      </>
    )}
  </Gutter>
)
