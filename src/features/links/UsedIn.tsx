'use client'
import { useAuth, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import React, { useEffect, useState } from 'react'

import type { User } from '../../payload-types.ts'
import { ask } from '../adminUI/api.ts'
import { useSay } from '../adminUI/useSay.ts'
import type { Use } from './uses.ts'

import '../adminUI/document.css'

/** The places where a document is used, so that people can check them before they remove it. */
export const UsedIn = () => {
  const say = useSay()
  const { user } = useAuth<User>()
  const { i18n } = useTranslation()
  const { collectionSlug, id } = useDocumentInfo()
  const [uses, setUses] = useState<Use[]>()

  useEffect(() => {
    if (id) {
      void ask<{ usedIn: Use[] }>(`/usage/${collectionSlug}/${id}`, {
        language: i18n.language,
        method: 'GET',
      }).then((reply) => setUses(reply.ok ? reply.body.usedIn : undefined))
    }
  }, [collectionSlug, i18n.language, id])

  if (!uses) {
    return null
  }
  return (
    <div className="field-type used-in">
      <h3>{say({ de: 'Wird verwendet in', en: 'Used in' })}</h3>
      {uses.length === 0 ? (
        <p>{say({ de: 'Wird nirgends verwendet.', en: 'Not used anywhere.' })}</p>
      ) : (
        <ul>
          {uses.map(({ entity, fields, id: place, isPublished, title }) => (
            <li key={`${entity} ${place}`}>
              {user?.role === 'coordinator' ? (
                <a
                  href={
                    place ? `/admin/collections/${entity}/${place}` : `/admin/globals/${entity}`
                  }
                >
                  {title || entity}
                </a>
              ) : (
                title
              )}{' '}
              ({fields.join(', ')}
              {!isPublished && say({ de: ', nur im Entwurf', en: ', in the draft only' })})
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
