'use client'
import type { JoinFieldClientComponent } from 'payload'

import {
  Button,
  JoinField,
  toast,
  useDocumentInfo,
  useFormModified,
  useTranslation,
} from '@payloadcms/ui'
import React, { useState } from 'react'

import { ask } from '../adminUI/api.ts'
import { useSay } from '../adminUI/useSay.ts'

/** The log of a webhook's deliveries, with a button that sends a test message. */
export const Deliveries: JoinFieldClientComponent = (props) => {
  const [tests, setTests] = useState(0)
  return (
    <>
      <TestWebhook whenSent={() => setTests((count) => count + 1)} />
      {/*
       * A new key makes the list read again.
       * Workaround (no issue known): Payload reads it only once. Can go when it can be told to read again;
       * no test notices.
       */}
      <JoinField {...props} key={tests} />
    </>
  )
}

/** Sends a test message to the webhook as it is saved, and shows the outcome. */
const TestWebhook = ({ whenSent }: { whenSent: () => void }) => {
  const say = useSay()
  const { i18n } = useTranslation()
  const { id } = useDocumentInfo()
  const isModified = useFormModified()
  const [isSending, setSending] = useState(false)
  if (!id) {
    return null
  }
  const test = async (): Promise<void> => {
    setSending(true)
    const reply = await ask<{ ok: boolean; outcome: string }>(`/webhooks/${id}/test`, {
      language: i18n.language,
      method: 'POST',
    })
    setSending(false)
    if (!reply.ok) {
      toast.error(reply.message)
    } else if (reply.body.ok) {
      toast.success(
        say({
          de: `Zugestellt (Antwort ${reply.body.outcome}).`,
          en: `Delivered (reply ${reply.body.outcome}).`,
        }),
      )
    } else {
      toast.error(failure(reply.body.outcome, say))
    }
    whenSent()
  }
  return (
    <div className="field-type">
      <Button
        buttonStyle="secondary"
        disabled={isSending || isModified}
        onClick={() => void test()}
      >
        {say({ de: 'Testnachricht senden', en: 'Send a test message' })}
      </Button>
      {isModified && <p>{say({ de: 'Bitte zuerst speichern.', en: 'Please save first.' })}</p>}
    </div>
  )
}

const failure = (outcome: string, say: ReturnType<typeof useSay>): string =>
  outcome === 'PRIVATE_ADDRESS'
    ? say({
        de: 'Nicht zugestellt: Die Adresse führt in ein privates Netz. Das erlaubt nur WEBHOOKS_ALLOW_PRIVATE.',
        en: 'Not delivered: the address leads to a private network, which only WEBHOOKS_ALLOW_PRIVATE allows.',
      })
    : say({
        de: `Nicht zugestellt: ${outcome}. Bitte die Adresse prüfen.`,
        en: `Not delivered: ${outcome}. Please check the address.`,
      })
