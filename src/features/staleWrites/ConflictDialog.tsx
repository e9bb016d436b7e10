'use client'
import {
  Button,
  Modal,
  useDocumentInfo,
  useForm,
  useFormFields,
  useFormModified,
  useLocale,
  useModal,
  useTranslation,
} from '@payloadcms/ui'
import React, { useCallback, useEffect, useRef } from 'react'

import { ask } from '../adminUI/api.ts'
import { useSay } from '../adminUI/useSay.ts'
import { useTakeOver } from '../adminUI/useTakeOver.ts'

import '../adminUI/document.css'

const dialog = 'conflict'

/**
 * Opens a dialog when a save is refused because somebody else has changed the document. What was typed
 * stays in the form, and the person decides. It is part of every form, next to its buttons.
 */
export const ConflictDialog = () => {
  const say = useSay()
  const { i18n } = useTranslation()
  const { code: locale } = useLocale()
  const { collectionSlug, data, globalSlug, hasPublishedDoc, id } = useDocumentInfo()
  const { closeModal, openModal } = useModal()
  const { getField } = useForm()
  const takeOver = useTakeOver()
  const isModified = useFormModified()
  // The server names this field when it refuses a write that is based on an older state.
  const isRefused = useFormFields(([fields]) => fields.updatedAt?.valid === false)

  useEffect(() => {
    if (isRefused) {
      openModal(dialog)
    }
  }, [isRefused, openModal])

  const path = globalSlug ? `/globals/${globalSlug}` : `/${collectionSlug}/${id}`

  /** Bases the next save on the newest state. */
  const catchUp = useCallback(async (): Promise<void> => {
    const reply = await ask<{ updatedAt?: string }>(
      `${path}?draft=true&depth=0&select[updatedAt]=true`,
      { language: i18n.language, method: 'GET' },
    )
    if (reply.ok && reply.body.updatedAt) {
      takeOver({ updatedAt: reply.body.updatedAt })
    }
  }, [i18n.language, path, takeOver])

  // The reply to a save contains the new state.
  // Workaround (no issue known): Payload takes it into the form with a second request, which may fail
  // or come too late for the next save. Its button to unpublish leaves the former state in the form.
  // Can go when both take it from the reply; no test notices.
  const saved: unknown = data?.updatedAt
  useEffect(() => {
    const known: unknown = getField('updatedAt')?.value
    if (
      typeof saved === 'string' &&
      typeof known === 'string' &&
      Date.parse(saved) > Date.parse(known)
    ) {
      takeOver({ updatedAt: saved })
    }
  }, [getField, saved, takeOver])

  // Unpublishing changes `updatedAt` as well.
  const wasPublished = useRef(hasPublishedDoc)
  useEffect(() => {
    if (wasPublished.current !== hasPublishedDoc && !isModified) {
      void catchUp()
    }
    wasPublished.current = hasPublishedDoc
    // Only when the document is published or unpublished.
  }, [hasPublishedDoc])

  return (
    <Modal className="conflict" slug={dialog}>
      <div className="conflict__box">
        <h2>
          {say({
            de: 'Jemand anderes hat dieses Dokument geändert',
            en: 'Somebody else has changed this document',
          })}
        </h2>
        <p>
          {say({
            de: 'Ihre Änderungen sind noch hier, aber nicht gespeichert: Sie beruhen auf einer älteren Fassung. Sehen Sie sich zuerst die neue Fassung an.',
            en: 'Your changes are still here, but not saved: they are based on an older version. Please look at the new version first.',
          })}
        </p>
        <div className="conflict__buttons">
          <Button
            buttonStyle="primary"
            el="anchor"
            newTab
            url={`/admin/${globalSlug ? `globals/${globalSlug}` : `collections/${collectionSlug}/${id}`}?locale=${locale}`}
          >
            {say({
              de: 'Neue Fassung in neuem Fenster ansehen',
              en: 'Show the new version in a new window',
            })}
          </Button>
          <Button buttonStyle="secondary" onClick={() => closeModal(dialog)}>
            {say({ de: 'Weiter bearbeiten', en: 'Go on editing' })}
          </Button>
          <Button
            buttonStyle="secondary"
            onClick={() => void catchUp().then(() => closeModal(dialog))}
          >
            {say({ de: 'Meine Fassung behalten', en: 'Keep my version' })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
