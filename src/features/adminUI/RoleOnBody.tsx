'use client'
import { useAuth } from '@payloadcms/ui'
import React, { useEffect } from 'react'

import type { User } from '../../payload-types.ts'

import './brand.css'

/** Tells the style sheet who is signed in, for the buttons of Payload that it must hide. */
export const RoleOnBody = ({ children }: { children: React.ReactNode }) => {
  const { user } = useAuth<User>()
  useEffect(() => {
    document.body.dataset.role = user?.role ?? ''
  }, [user?.role])
  return <>{children}</>
}
