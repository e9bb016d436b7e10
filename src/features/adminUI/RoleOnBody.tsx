'use client'
import { useAuth } from '@payloadcms/ui'
import React, { useEffect } from 'react'

import type { User } from '../../payload-types.ts'

import './brand.css'

/** Puts the person's role on `<body>`, where the style sheet hides Payload's buttons by it. */
export const RoleOnBody = ({ children }: { children: React.ReactNode }) => {
  const { user } = useAuth<User>()
  useEffect(() => {
    document.body.dataset.role = user?.role ?? ''
  }, [user?.role])
  return <>{children}</>
}
