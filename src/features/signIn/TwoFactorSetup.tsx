'use client'
import { Button, useTranslation } from '@payloadcms/ui'
import React, { useState } from 'react'

import { ask } from '../adminUI/api.ts'
import { useSay } from '../adminUI/useSay.ts'
import { WithCurrentPassword } from './WithCurrentPassword.tsx'

import './signIn.css'

type Setup = { image: string; secret: string }

/** Sets up the second factor: scan the QR code with an app, enter a code, note the recovery codes. */
export const TwoFactorSetup = ({ isRequired }: { isRequired: boolean }) => {
  const say = useSay()
  const { i18n } = useTranslation()
  const [setup, setSetup] = useState<Setup>()
  const [codes, setCodes] = useState<string[]>()
  const [message, setMessage] = useState('')

  const take = async (path: string, body: object, done: (reply: never) => void) => {
    setMessage('')
    const reply = await ask<never>(`/users/two-factor/${path}`, {
      body,
      language: i18n.language,
      method: 'POST',
    })
    if (reply.ok) {
      done(reply.body)
    } else {
      setMessage(reply.message)
    }
  }

  const enable = (event: React.SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const totp = new FormData(event.currentTarget).get('totp')
    void take('enable', { totp }, ({ recoveryCodes }: { recoveryCodes: string[] }) =>
      setCodes(recoveryCodes),
    )
  }

  return (
    <section className="two-factor">
      <h2>{say({ de: 'Anmeldung in zwei Schritten', en: 'Two-factor sign-in' })}</h2>
      {!setup && (
        <>
          <p>
            {isRequired
              ? say({
                  de: 'Bevor Sie weiterarbeiten, schützen Sie bitte Ihr Konto: Zum Passwort kommt ein Code aus einer App auf Ihrem Telefon. Das dauert zwei Minuten.',
                  en: 'Before you go on, please protect your account: in addition to the password, you enter a code from an app on your phone. This takes two minutes.',
                })
              : say({
                  de: 'Zum Passwort kommt ein Code aus einer App auf Ihrem Telefon. So hilft ein gestohlenes Passwort niemandem.',
                  en: 'In addition to the password, you enter a code from an app on your phone. That way, a stolen password is useless.',
                })}
          </p>
          <WithCurrentPassword
            label={{ de: 'Einrichten', en: 'Set up' }}
            onSubmit={(currentPassword) => take('begin', { currentPassword }, setSetup)}
          />
        </>
      )}
      {setup && !codes && (
        <>
          <p>
            {say({
              de: '1. Öffnen Sie eine Authenticator-App (etwa Aegis, FreeOTP oder die Ihres Hauses) und scannen Sie dieses Bild.',
              en: '1. Open an authenticator app (such as Aegis, FreeOTP or that of your organisation) and scan this image.',
            })}
          </p>
          <img
            alt={say({ de: 'QR-Code für die App', en: 'QR code for the app' })}
            className="two-factor__image"
            src={`data:image/svg+xml;utf8,${encodeURIComponent(setup.image)}`}
          />
          <p>
            {say({ de: 'Oder von Hand: ', en: 'Or by hand: ' })}
            <span className="two-factor__secret">{setup.secret}</span>
          </p>
          <form className="sign-in" onSubmit={enable}>
            <label htmlFor="two-factor-code">
              {say({
                de: '2. Geben Sie die sechs Ziffern ein, die die App jetzt zeigt.',
                en: '2. Enter the six digits that the app shows now.',
              })}
            </label>
            <input
              autoComplete="one-time-code"
              id="two-factor-code"
              inputMode="numeric"
              name="totp"
              required
            />
            <Button buttonStyle="primary" type="submit">
              {say({ de: 'Bestätigen', en: 'Confirm' })}
            </Button>
          </form>
        </>
      )}
      {codes && (
        <>
          <p>
            {say({
              de: 'Eingerichtet. Notieren Sie diese Notfallcodes und bewahren Sie sie sicher auf: Jeder ersetzt einmal den Code, wenn Ihr Telefon nicht da ist. Sie werden nur jetzt gezeigt.',
              en: 'Done. Write down these recovery codes and keep them safe: each can be used once in place of the code, when you do not have your phone. They are shown only now.',
            })}
          </p>
          <ul className="two-factor__codes">
            {codes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ul>
          <Button buttonStyle="primary" onClick={() => window.location.assign('/admin')}>
            {say({ de: 'Ich habe sie notiert', en: 'I have written them down' })}
          </Button>
        </>
      )}
      <p aria-live="polite" className="sign-in__message" role="status">
        {message}
      </p>
    </section>
  )
}
