'use client'
import {
  Button,
  Modal,
  toast,
  useAuth,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormFields,
  useLocale,
  useModal,
} from '@payloadcms/ui'
import React, { useEffect, useState } from 'react'

import type { User } from '../../payload-types.ts'
import { useSay } from '../adminUI/useSay.ts'
import { useTakeOver } from '../adminUI/useTakeOver.ts'

import '../adminUI/document.css'
import '../adminUI/dangerButton.css'
import './publishing.css'

const dialog = 'publish-questions'

/** What has to be answered before publishing; see `askBeforePublishing`. */
type Questions = { acceptedWarnings: string; address: string; warnings: string[] }

/**
 * Shows the warnings about the document as it was last saved. If publishing was refused because of them,
 * asks the coordinator in a dialog.
 */
export const PublishQuestions = () => {
  const { closeModal, openModal } = useModal()
  const takeOver = useTakeOver()
  const [questions, setQuestions] = useState<Questions>()
  const [shown, accepted, refusedWarnings, refusedIds, refusedAddress] = useFormFields(
    ([{ acceptedWarnings, confirmAddress, warnings }]): [
      unknown,
      unknown,
      ...(string | undefined)[],
    ] => [
      warnings?.value,
      acceptedWarnings?.value,
      warnings?.valid === false ? warnings.errorMessage : undefined,
      acceptedWarnings?.valid === false ? acceptedWarnings.errorMessage : undefined,
      confirmAddress?.valid === false ? confirmAddress.errorMessage : undefined,
    ],
  )

  useEffect(() => {
    if (refusedWarnings === undefined && refusedAddress === undefined) {
      return
    }
    setQuestions({
      acceptedWarnings: [accepted, refusedIds].filter(Boolean).join(' '),
      address: refusedAddress ?? '',
      warnings: refusedWarnings?.split('\n') ?? [],
    })
    // Payload's form cannot be submitted while fields are marked as invalid.
    takeOver({ acceptedWarnings: accepted, confirmAddress: null, warnings: shown })
    // The dialog replaces the error message, since a question is no error.
    toast.dismiss()
    openModal(dialog)
  }, [accepted, openModal, refusedAddress, refusedIds, refusedWarnings, shown, takeOver])

  return (
    <>
      {Array.isArray(shown) && shown.length > 0 && (
        <div className="notice notice--warning" role="alert">
          {shown.map((warning) => (
            <p key={String(warning)}>{String(warning)}</p>
          ))}
        </div>
      )}
      <Modal className="conflict" slug={dialog}>
        {questions && <Answer close={() => closeModal(dialog)} questions={questions} />}
      </Modal>
    </>
  )
}

const Answer = ({ close, questions }: { close: () => void; questions: Questions }) => {
  const say = useSay()
  const { user } = useAuth<User>()
  const { submit } = useForm()
  const { code: locale } = useLocale()
  const { getEntityConfig } = useConfig()
  const {
    collectionSlug,
    globalSlug,
    id,
    setHasPublishedDoc,
    setMostRecentVersionIsAutosaved,
    setUnpublishedVersionCount,
  } = useDocumentInfo()
  const { acceptedWarnings, address, warnings } = questions
  const hasDrafts = !collectionSlug || Boolean(getEntityConfig({ collectionSlug }).versions?.drafts)
  const entity = globalSlug ? `globals/${globalSlug}` : `${collectionSlug}${id ? `/${id}` : ''}`

  const publish = async (): Promise<void> => {
    close()
    const answers = {
      ...(acceptedWarnings !== '' && { acceptedWarnings }),
      ...(address !== '' && { confirmAddress: address }),
    }
    const result = await (hasDrafts
      ? submit({
          action: `/api/${entity}?depth=0&locale=${locale}`,
          overrides: { ...answers, _status: 'published' },
        })
      : submit({ overrides: answers }))
    if (result && hasDrafts) {
      setUnpublishedVersionCount(0)
      setMostRecentVersionIsAutosaved(false)
      setHasPublishedDoc(true)
    }
  }

  return (
    <div className="conflict__box publish-questions">
      <h2>
        {address !== ''
          ? say({ de: 'Diese Anschrift veröffentlichen?', en: 'Make this address public?' })
          : say({ de: 'Trotzdem veröffentlichen?', en: 'Publish anyway?' })}
      </h2>
      {address !== '' && (
        <>
          <p className="publish-questions__address">{address}</p>
          <p>
            {say({
              de: 'Die Anschrift dieser Einrichtung ist in der Regel geheim. Danach steht sie für alle im Internet, auch für Gewalttäter. Noch ist nichts veröffentlicht.',
              en: 'The address of this kind of organisation is usually secret. Once published, anybody can find it on the web, including perpetrators. Nothing has been published yet.',
            })}
          </p>
        </>
      )}
      {warnings.length > 0 && (
        <>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
          <p>
            {say({
              de: 'Noch ist nichts veröffentlicht. Am sichersten ist es, den Text zu ändern.',
              en: 'Nothing has been published yet. It is safest to change the text.',
            })}
          </p>
        </>
      )}
      {user?.role !== 'coordinator' && (
        <p>
          {say({
            de: 'Bitte wenden Sie sich an die Koordinierungsstelle. Nur sie kann das veröffentlichen.',
            en: 'Please contact the office. Only the office can publish this.',
          })}
        </p>
      )}
      <div className="conflict__buttons">
        <Button buttonStyle="primary" onClick={close}>
          {say({ de: 'Zurück zum Formular', en: 'Back to the form' })}
        </Button>
        {user?.role === 'coordinator' && (
          <Button
            buttonStyle="secondary"
            className="button-of-danger"
            onClick={() => void publish()}
          >
            {address !== ''
              ? say({ de: 'Ja, diese Anschrift veröffentlichen', en: 'Yes, publish this address' })
              : say({ de: 'Trotzdem veröffentlichen', en: 'Publish anyway' })}
          </Button>
        )}
      </div>
    </div>
  )
}
