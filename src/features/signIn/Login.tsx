import type { AdminViewServerProps } from 'payload'

import { redirect } from 'next/navigation.js'
import { getSafeRedirect } from 'payload/shared'
import React from 'react'

import { Logo } from '../adminUI/Logo.tsx'
import { CredentialsForm } from './CredentialsForm.tsx'

/** The sign-in page, with a second factor, which Payload's own page does not support. */
export const Login = ({ initPageResult, searchParams }: AdminViewServerProps) => {
  const redirectTo = getSafeRedirect({
    fallbackTo: '/admin',
    redirectTo: searchParams?.redirect ?? '',
  })
  if (initPageResult.req.user) {
    redirect(redirectTo)
  }
  return (
    <>
      <Logo />
      <CredentialsForm mode={{ kind: 'login', redirectTo }} />
    </>
  )
}
