import type { ServerProps } from 'payload'

import React from 'react'

import { mustSetUpSecondFactor } from '../../access/people.ts'
import { TwoFactorSetup } from './TwoFactorSetup.tsx'

/** Asks those who must have a second factor to set it up; until then they have no other rights. */
export const TwoFactorGate = ({ user }: ServerProps) =>
  user?.collection === 'users' && mustSetUpSecondFactor(user) ? <TwoFactorSetup isRequired /> : null
