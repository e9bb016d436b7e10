'use client'
import {
  Button,
  FormSubmit,
  Modal,
  toast,
  useAuth,
  useDocumentInfo,
  useForm,
  useFormFields,
  useFormModified,
  useLocale,
  useModal,
  useTranslation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import React, { useState } from 'react'

import type { User } from '../../payload-types.ts'
import { ask } from '../adminUI/api.ts'
import { useSay } from '../adminUI/useSay.ts'

import '../adminUI/document.css'

const dialog = 'return-note'

/** The buttons for the review of a partner: editors hand in, coordinators hand back. */
export const ReviewButtons = () => {
  const { user } = useAuth<User>()
  const { hasSavePermission, id } = useDocumentInfo()
  const state = useFormFields(([fields]) => fields['review.state']?.value)
  if (!id || !hasSavePermission) {
    return null
  }
  if (user?.role === 'partner-editor') {
    return state === 'submitted' ? null : <SubmitButton />
  }
  return state === 'submitted' ? <ReturnButton /> : null
}

const SubmitButton = () => {
  const say = useSay()
  const { i18n } = useTranslation()
  const { code: locale } = useLocale()
  const {
    hasPublishedDoc,
    id,
    setMostRecentVersionIsAutosaved,
    setUnpublishedVersionCount,
    unpublishedVersionCount,
  } = useDocumentInfo()
  const { submit } = useForm()
  const isModified = useFormModified()
  const router = useRouter()

  const handIn = async (): Promise<void> => {
    if (isModified) {
      const saved = await submit({
        action: `/api/partners/${id}?locale=${locale}&depth=0&fallback-locale=null&draft=true`,
        disableSuccessStatus: true,
        method: 'PATCH',
        overrides: { _status: 'draft' },
        skipValidation: true,
      })
      // The form shows the reason.
      if (!saved?.res.ok) {
        return
      }
      setMostRecentVersionIsAutosaved(false)
      setUnpublishedVersionCount((count) => count + 1)
    }
    const reply = await ask(`/partners/${id}/submit`, {
      body: {},
      language: i18n.language,
      method: 'POST',
    })
    if (reply.ok) {
      toast.success(
        say({
          de: 'Eingereicht. Die Koordinierungsstelle prüft Ihre Änderungen; Sie bekommen eine E-Mail.',
          en: 'Handed in. The office will review your changes; you will get an e-mail.',
        }),
      )
      router.refresh()
    } else {
      toast.error(reply.message)
    }
  }

  return (
    <FormSubmit
      buttonStyle="primary"
      disabled={!isModified && unpublishedVersionCount === 0 && hasPublishedDoc}
      onClick={() => void handIn()}
      size="medium"
      type="button"
    >
      {say({ de: 'Zur Prüfung einreichen', en: 'Hand in for review' })}
    </FormSubmit>
  )
}

const ReturnButton = () => {
  const say = useSay()
  const { i18n } = useTranslation()
  const { id } = useDocumentInfo()
  const { closeModal, openModal } = useModal()
  const updatedAt = useFormFields(([fields]) => fields.updatedAt?.value)
  const router = useRouter()
  const [note, setNote] = useState('')

  const giveBack = async (): Promise<void> => {
    const reply = await ask(`/partners/${id}/return`, {
      body: { note, updatedAt },
      language: i18n.language,
      method: 'POST',
    })
    if (reply.ok) {
      closeModal(dialog)
      setNote('')
      toast.success(
        say({
          de: 'Zurückgegeben. Die Redaktion bekommt eine E-Mail.',
          en: 'Handed back. The editors will get an e-mail.',
        }),
      )
      router.refresh()
    } else {
      toast.error(reply.message)
    }
  }

  return (
    <>
      <Button buttonStyle="secondary" onClick={() => openModal(dialog)} size="medium">
        {say({ de: 'Zurückgeben', en: 'Hand back' })}
      </Button>
      <Modal className="conflict return-note" slug={dialog}>
        <div className="return-note__box">
          <h2>{say({ de: 'Mit einem Hinweis zurückgeben', en: 'Hand back with a note' })}</h2>
          <div className="field-type textarea">
            <label className="field-label" htmlFor="return-note-text">
              {say({
                de: 'Was soll die Redaktion ändern? Der Hinweis steht im Redaktionssystem, nicht in der E-Mail.',
                en: 'What should the editors change? They read the note in the admin UI, not in the e-mail.',
              })}
            </label>
            <textarea
              id="return-note-text"
              maxLength={2000}
              onChange={({ target }) => setNote(target.value)}
              value={note}
            />
          </div>
          <div className="conflict__buttons">
            <Button buttonStyle="primary" onClick={() => void giveBack()}>
              {say({ de: 'Zurückgeben', en: 'Hand back' })}
            </Button>
            <Button buttonStyle="secondary" onClick={() => closeModal(dialog)}>
              {say({ de: 'Abbrechen', en: 'Cancel' })}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  )
}
