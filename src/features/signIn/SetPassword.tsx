import type { AdminViewServerProps } from 'payload'

import React from 'react'

import { say } from '../../lib/say.ts'
import { Logo } from '../adminUI/Logo.tsx'
import { CredentialsForm } from './CredentialsForm.tsx'

import './signIn.css'

/** The page that the link of an invitation, or of a forgotten password, leads to. */
export const SetPassword = ({ initPageResult: { req }, params }: AdminViewServerProps) => {
  const segments = params?.segments
  const token = Array.isArray(segments) ? segments[1] : undefined
  return (
    <main className="set-password">
      <Logo />
      <h1>{say(req, { de: 'Passwort festlegen', en: 'Set a password' })}</h1>
      <CredentialsForm mode={{ kind: 'set-password', token: token ?? '' }} />
    </main>
  )
}
