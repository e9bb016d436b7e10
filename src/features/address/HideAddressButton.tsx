'use client'
import { Button, toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import React, { useCallback, useEffect, useState } from 'react'

import type { Partner } from '../../payload-types.ts'
import { ask } from '../adminUI/api.ts'
import { useSay } from '../adminUI/useSay.ts'
import { useTakeOver } from '../adminUI/useTakeOver.ts'
import type { Mention } from '../secretPlaces/mentions.ts'

import '../adminUI/dangerButton.css'

/** Takes the address of a partner off the web, in one step. */
export const HideAddressButton = ({
  id,
  name,
  onHidden,
  size = 'medium',
}: {
  id: string
  name?: string
  onHidden?: () => Promise<void>
  size?: 'medium' | 'small'
}) => {
  const say = useSay()
  const { i18n } = useTranslation()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)

  const hide = async (): Promise<void> => {
    setBusy(true)
    const reply = await ask<{ mentions: Mention[]; message: string }>(
      `/partners/${id}/hide-address`,
      { body: {}, language: i18n.language, method: 'POST' },
    )
    setBusy(false)
    if (!reply.ok) {
      toast.error(reply.message)
      return
    }
    await onHidden?.()
    toast.success(reply.body.message)
    const { mentions } = reply.body
    if (mentions.length > 0) {
      const titles = mentions.map(({ title }) => `„${title}“`).join(', ')
      toast.warning(
        say({
          de: `Die Straße steht noch in veröffentlichten Texten. Bitte dort ändern: ${titles}`,
          en: `Published texts still name the street. Please change it in: ${titles}`,
        }),
        { duration: Infinity },
      )
    }
    router.refresh()
  }

  const label = say({ de: 'Adresse sofort verbergen', en: 'Hide the address now' })
  return (
    <Button
      aria-label={name ? `${label}: ${name}` : undefined}
      buttonStyle="secondary"
      className="button-of-danger"
      disabled={isBusy}
      margin={false}
      onClick={() => void hide()}
      size={size}
    >
      {label}
    </Button>
  )
}

/** The button beside the form of a partner, as long as the public sees its address. */
export const HideAddressOfDocument = () => {
  const { i18n } = useTranslation()
  const { hasPublishedDoc, hasPublishPermission, id, lastUpdateTime } = useDocumentInfo()
  const takeOver = useTakeOver()
  const [isShown, setShown] = useState(false)

  const read = useCallback(
    async (query: string): Promise<Partner | undefined> => {
      const reply = await ask<Partner>(`/partners/${id}?depth=0&${query}`, {
        language: i18n.language,
        method: 'GET',
      })
      return reply.ok ? reply.body : undefined
    },
    [i18n.language, id],
  )

  useEffect(() => {
    if (id && hasPublishedDoc) {
      void read('select[address]=true').then((partner) =>
        setShown(partner?.address?.visibility === 'public'),
      )
    }
    // After each save again, since that may have made the address public.
  }, [hasPublishedDoc, id, lastUpdateTime, read])

  if (!id || !hasPublishedDoc || !hasPublishPermission || !isShown) {
    return null
  }
  // Without the hidden values in the form, the next save would make the address public again.
  const takeOverHidden = async (): Promise<void> => {
    const draft = await read('draft=true')
    if (draft) {
      const fields = [
        'street',
        'postalCode',
        'town',
        'latitude',
        'longitude',
        'visibility',
      ] as const
      takeOver({
        ...Object.fromEntries(
          fields.map((field) => [`address.${field}`, draft.address?.[field] ?? null]),
        ),
        'internal.postalAddress': draft.internal?.postalAddress ?? null,
        updatedAt: draft.updatedAt,
      })
    }
    setShown(false)
  }
  return <HideAddressButton id={String(id)} onHidden={takeOverHidden} />
}
