'use client'
import { Button, useTranslation } from '@payloadcms/ui'
import React, { useState } from 'react'

import { ask } from '../adminUI/api.ts'
import { useSay } from '../adminUI/useSay.ts'

import './signIn.css'

/** `set-password` sets a password with the token of a mail, and then signs in. */
type Mode = { kind: 'login'; redirectTo: string } | { kind: 'set-password'; token: string }

/** Submits the form, as its mode requires. */
const useCredentials = (mode: Mode) => {
  const say = useSay()
  const { i18n } = useTranslation()
  const [needsCode, setNeedsCode] = useState(false)
  const [message, setMessage] = useState('')
  const [isBusy, setIsBusy] = useState(false)

  const send = (form: FormData) => {
    const [password, totp] = [form.get('password'), form.get('totp') ?? undefined]
    const asked = { language: i18n.language, method: 'POST' } as const
    return mode.kind === 'login'
      ? ask('/users/login', { ...asked, body: { email: form.get('email'), password, totp } })
      : ask('/users/reset-password', { ...asked, body: { password, token: mode.token, totp } })
  }

  const submit = async (event: React.SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    if (mode.kind === 'set-password' && form.get('password') !== form.get('repetition')) {
      setMessage(
        say({
          de: 'Die beiden Passwörter sind nicht gleich.',
          en: 'The two passwords are not the same.',
        }),
      )
      return
    }
    setIsBusy(true)
    setMessage('')
    const reply = await send(form)
    if (reply.ok) {
      window.location.assign(mode.kind === 'login' ? mode.redirectTo : '/admin')
      return
    }
    setIsBusy(false)
    const { secondFactor } = (reply.data ?? {}) as { secondFactor?: string }
    setNeedsCode(needsCode || secondFactor !== undefined)
    // When the field for the code first appears, its hint is enough.
    setMessage(secondFactor === 'missing' && !needsCode ? '' : reply.message)
  }

  return { isBusy, message, needsCode, submit }
}

/**
 * The form to sign in or to set a password. The code of the second factor is asked for only when the
 * server says that it is needed.
 */
export const CredentialsForm = ({ mode }: { mode: Mode }) => {
  const say = useSay()
  const { isBusy, message, needsCode, submit } = useCredentials(mode)
  const isLogin = mode.kind === 'login'
  return (
    <form className="sign-in" method="post" onSubmit={(event) => void submit(event)}>
      {isLogin ? <KnownCredentials /> : <NewPassword />}
      {needsCode && (
        <Field
          autoComplete="one-time-code"
          autoFocus
          hint={say({
            de: 'Die sechs Ziffern aus Ihrer Authenticator-App, oder einer Ihrer Notfallcodes.',
            en: 'The six digits from your authenticator app, or one of your recovery codes.',
          })}
          label={say({ de: 'Code', en: 'Code' })}
          name="totp"
          type="text"
        />
      )}
      <p aria-live="polite" className="sign-in__message" role="status">
        {message}
      </p>
      <Button buttonStyle="primary" disabled={isBusy} size="large" type="submit">
        {isLogin
          ? say({ de: 'Anmelden', en: 'Sign in' })
          : say({ de: 'Passwort festlegen', en: 'Set the password' })}
      </Button>
      {isLogin && (
        <p>
          <a href="/admin/forgot">
            {say({ de: 'Passwort vergessen?', en: 'Forgot your password?' })}
          </a>
        </p>
      )}
    </form>
  )
}

const KnownCredentials = () => {
  const say = useSay()
  return (
    <>
      <Field
        autoComplete="username"
        label={say({ de: 'E-Mail-Adresse', en: 'E-mail address' })}
        name="email"
        type="email"
      />
      <Field
        autoComplete="current-password"
        label={say({ de: 'Passwort', en: 'Password' })}
        name="password"
        type="password"
      />
    </>
  )
}

const NewPassword = () => {
  const say = useSay()
  return (
    <>
      <Field
        autoComplete="new-password"
        hint={say({
          de: 'Mindestens 12 Zeichen. Vier Wörter, die nichts miteinander zu tun haben, sind leicht zu merken.',
          en: 'At least 12 characters. Four words that have nothing to do with each other are easy to remember.',
        })}
        label={say({ de: 'Neues Passwort', en: 'New password' })}
        name="password"
        type="password"
      />
      <Field
        autoComplete="new-password"
        label={say({ de: 'Neues Passwort wiederholen', en: 'Repeat the new password' })}
        name="repetition"
        type="password"
      />
    </>
  )
}

type FieldProps = {
  hint?: string
  label: string
  name: string
} & React.InputHTMLAttributes<HTMLInputElement>

const Field = ({ hint, label, name, ...input }: FieldProps) => (
  <div className="field-type text">
    <label className="field-label" htmlFor={`field-${name}`}>
      {label}
    </label>
    <input
      {...input}
      aria-describedby={hint ? `hint-${name}` : undefined}
      id={`field-${name}`}
      name={name}
      required
    />
    {hint && (
      <p className="sign-in__hint" id={`hint-${name}`}>
        {hint}
      </p>
    )}
  </div>
)
