'use client'
import { useFormFields } from '@payloadcms/ui'
import React from 'react'

import './document.css'

/** What the server warns of in this document, since it was last saved. */
export const Warnings = () => {
  const warnings = useFormFields(([fields]) => fields.warnings?.value)
  return Array.isArray(warnings) && warnings.length > 0 ? (
    <div className="notice notice--warning" role="alert">
      {warnings.map((warning) => (
        <p key={String(warning)}>{String(warning)}</p>
      ))}
    </div>
  ) : null
}
