'use client'
import type { TextFieldClientComponent } from 'payload'

import { FieldError, FieldLabel, useField, useFormFields } from '@payloadcms/ui'
import React from 'react'

import { useSay } from '../adminUI/useSay.ts'

/** Only the server can check the password; its last refusal must not mark what is typed now as wrong. */
const alwaysValid = (): true => true

/** Asks for the current password as soon as a form changes a password or an e-mail address. */
export const CurrentPassword: TextFieldClientComponent = ({ field, path }) => {
  const say = useSay()
  const { errorMessage, setValue, showError, value } = useField<string>({
    path,
    validate: alwaysValid,
  })
  const isNeeded = useFormFields(
    ([{ email, password }]) =>
      Boolean(password) || (email !== undefined && email.value !== email.initialValue),
  )
  return (
    isNeeded && (
      <div className={`field-type password${showError ? ' error' : ''}`}>
        <FieldLabel label={field.label} path={path} required />
        <div className="field-type__wrap">
          <FieldError message={errorMessage} path={path} showError={showError} />
          <input
            aria-describedby="current-password-reason"
            autoComplete="current-password"
            id={`field-${path}`}
            onChange={({ target }) => setValue(target.value)}
            type="password"
            value={value ?? ''}
          />
        </div>
        <p className="sign-in__hint" id="current-password-reason">
          {say({
            de: 'Damit niemand an Ihrem Rechner Passwörter oder E-Mail-Adressen ändert.',
            en: 'So that nobody at your computer changes passwords or e-mail addresses.',
          })}
        </p>
      </div>
    )
  )
}
