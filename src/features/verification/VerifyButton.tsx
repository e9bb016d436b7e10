'use client'
import { Button, toast, useDocumentInfo, useFormModified, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import React, { useState } from 'react'

import { dayInWords } from '../../lib/days.ts'
import { ask } from '../adminUI/api.ts'
import { useSay } from '../adminUI/useSay.ts'
import { useTakeOver } from '../adminUI/useTakeOver.ts'

type Verified = { reviewDue: string; updatedAt: string; verifiedAt: string }

/** Confirms that a partner's published profile is correct, and says when the next confirmation is due. */
export const VerifyButton = ({
  id,
  isDisabled = false,
  onVerified,
}: {
  id: string
  isDisabled?: boolean
  onVerified?: (verified: Verified) => void
}) => {
  const say = useSay()
  const { i18n } = useTranslation()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)

  const verify = async (): Promise<void> => {
    setBusy(true)
    const reply = await ask<Verified>(`/partners/${id}/verify`, {
      body: {},
      language: i18n.language,
      method: 'POST',
    })
    setBusy(false)
    if (!reply.ok) {
      toast.error(reply.message)
      return
    }
    onVerified?.(reply.body)
    const { reviewDue } = reply.body
    toast.success(
      say({
        de: `Danke. Die nächste Bestätigung ist am ${dayInWords(reviewDue, 'de')} fällig.`,
        en: `Thank you. The next confirmation is due on ${dayInWords(reviewDue, 'en')}.`,
      }),
    )
    router.refresh()
  }

  return (
    <Button buttonStyle="secondary" disabled={isBusy || isDisabled} onClick={() => void verify()}>
      {say({ de: 'Profil bestätigen', en: 'Confirm profile' })}
    </Button>
  )
}

/** The button next to the form of a partner. It confirms what is published, not the draft in the form. */
export const VerifyDocument = () => {
  const { hasPublishedDoc, hasSavePermission, id } = useDocumentInfo()
  const isModified = useFormModified()
  const takeOver = useTakeOver()
  return id && hasPublishedDoc && hasSavePermission ? (
    <VerifyButton id={String(id)} isDisabled={isModified} onVerified={takeOver} />
  ) : null
}
