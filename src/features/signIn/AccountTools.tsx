'use client'
import {
  Button,
  toast,
  useAuth,
  useDocumentInfo,
  useFormFields,
  useTranslation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import React, { useEffect, useState } from 'react'

import type { Text } from '../../lib/say.ts'
import type { User } from '../../payload-types.ts'
import { ask } from '../adminUI/api.ts'
import { useSay } from '../adminUI/useSay.ts'
import { TwoFactorSetup } from './TwoFactorSetup.tsx'
import { WithCurrentPassword } from './WithCurrentPassword.tsx'

type Session = { createdAt: string; expiresAt: string; isCurrent: boolean }

/** What can be done with an account besides its fields: sessions, second factor, another invitation. */
export const AccountTools = () => {
  const { user } = useAuth<User>()
  const { id } = useDocumentInfo()
  if (!id || !user) {
    return null
  }
  return user.id === id ? <OwnAccount /> : user.role === 'coordinator' ? <OtherAccount /> : null
}

const useCommand = () => {
  const say = useSay()
  const { i18n } = useTranslation()
  const router = useRouter()
  return async (path: string, done: Text, body: object = {}): Promise<void> => {
    const reply = await ask(path, { body, language: i18n.language, method: 'POST' })
    if (reply.ok) {
      toast.success(say(done))
      router.refresh()
    } else {
      toast.error(reply.message)
    }
  }
}

const OwnAccount = () => {
  const say = useSay()
  const { i18n } = useTranslation()
  const command = useCommand()
  const hasSecondFactor = useFormFields(([fields]) => Boolean(fields.secondFactor?.value))
  const [sessions, setSessions] = useState<Session[]>([])

  const load = async (): Promise<void> => {
    const reply = await ask<{ sessions: Session[] }>('/users/sessions', {
      language: i18n.language,
      method: 'GET',
    })
    setSessions(reply.ok ? reply.body.sessions : [])
  }
  useEffect(() => {
    void load()
    // Once, and again after signing out elsewhere.
  }, [])

  const format = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div className="field-type">
      <h3>{say({ de: 'Wo Sie angemeldet sind', en: 'Where you are signed in' })}</h3>
      <ul>
        {sessions.map(({ createdAt, isCurrent }) => (
          <li key={createdAt}>
            {say({ de: 'seit ', en: 'since ' })}
            {format.format(new Date(createdAt))}
            {isCurrent && say({ de: ' (hier)', en: ' (here)' })}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Button
          buttonStyle="secondary"
          onClick={() =>
            void command('/users/sessions/end-others', {
              de: 'Überall sonst abgemeldet.',
              en: 'Signed out everywhere else.',
            }).then(load)
          }
        >
          {say({ de: 'Überall sonst abmelden', en: 'Sign out everywhere else' })}
        </Button>
      )}
      {!hasSecondFactor && <TwoFactorSetup isRequired={false} />}
    </div>
  )
}

const OtherAccount = () => {
  const say = useSay()
  const { id } = useDocumentInfo()
  const command = useCommand()
  const hasSecondFactor = useFormFields(([fields]) => Boolean(fields.secondFactor?.value))
  const email = useFormFields(([fields]) => fields.email?.value)
  return (
    <div className="account-tools field-type">
      <Button
        buttonStyle="secondary"
        onClick={() =>
          void command(`/users/${id}/invite`, {
            de: 'Die Einladung ist unterwegs.',
            en: 'The invitation is on its way.',
          })
        }
      >
        {say({ de: 'Einladung noch einmal senden', en: 'Send the invitation again' })}
      </Button>
      <Button
        buttonStyle="secondary"
        onClick={() =>
          void command(
            '/users/unlock',
            {
              de: 'Die Person kann sich sofort wieder anmelden.',
              en: 'The person can sign in again immediately.',
            },
            { email },
          )
        }
      >
        {say({ de: 'Anmeldung entsperren', en: 'Unlock the sign-in' })}
      </Button>
      {hasSecondFactor && (
        <WithCurrentPassword
          label={{
            de: 'Zwei-Faktor-Anmeldung zurücksetzen',
            en: 'Reset two-factor sign-in',
          }}
          onSubmit={(currentPassword) =>
            command(
              `/users/${id}/reset-two-factor`,
              {
                de: 'Zurückgesetzt. Die Person ist überall abgemeldet.',
                en: 'Reset. The person is signed out everywhere.',
              },
              { currentPassword },
            )
          }
        />
      )}
    </div>
  )
}
