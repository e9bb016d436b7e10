'use client'
import { useAuth, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import React from 'react'

import type { User } from '../../payload-types.ts'
import { useSay } from '../adminUI/useSay.ts'

import '../adminUI/document.css'

/** A notice above a partner's form: the review state of its changes, and the next step. */
export const ReviewNotice = () => {
  const say = useSay()
  const { i18n } = useTranslation()
  const { user } = useAuth<User>()
  const { hasSavePermission } = useDocumentInfo()
  const [state, note, submittedAt] = useFormFields(([fields]) => [
    fields['review.state']?.value,
    fields['review.note']?.value,
    fields['review.submittedAt']?.value,
  ])
  if (!hasSavePermission || (state !== 'submitted' && state !== 'returned')) {
    return null
  }
  const isEditor = user?.role === 'partner-editor'
  const date =
    typeof submittedAt === 'string'
      ? new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long' }).format(new Date(submittedAt))
      : ''
  return (
    <div className={`notice${state === 'returned' ? ' notice--warning' : ''}`} role="status">
      {state === 'submitted' && (
        <p>
          {isEditor
            ? say({
                de: `Ihre Änderungen vom ${date} warten auf Prüfung. Sie können weiter ändern: Geprüft wird der neueste Stand.`,
                en: `Your changes of ${date} are waiting for review. You can go on editing: the latest state will be reviewed.`,
              })
            : say({
                de: `Am ${date} zur Prüfung eingereicht. Bitte veröffentlichen oder mit einem Hinweis zurückgeben.`,
                en: `Handed in for review on ${date}. Please publish, or hand back with a note.`,
              })}
        </p>
      )}
      {state === 'returned' && (
        <>
          <p>
            <strong>
              {isEditor
                ? say({
                    de: 'Die Koordinierungsstelle bittet Sie um eine Änderung:',
                    en: 'The office asks you to change something:',
                  })
                : say({ de: 'Zurückgegeben mit dem Hinweis:', en: 'Handed back with the note:' })}
            </strong>
          </p>
          <p className="notice__note">{note as string}</p>
        </>
      )}
    </div>
  )
}
