'use client'
import { Button } from '@payloadcms/ui'
import React, { useId, useState } from 'react'

import type { Text } from '../../lib/say.ts'
import { useSay } from '../adminUI/useSay.ts'

import './signIn.css'

type Props = {
  label: Text
  onSubmit: (currentPassword: string) => Promise<void>
}

/**
 * A button that asks for the current password before it does something. It is no `<form>`, since it may
 * be part of a document's form.
 */
export const WithCurrentPassword = ({ label, onSubmit }: Props) => {
  const say = useSay()
  const id = useId()
  const [isAsking, setIsAsking] = useState(false)
  const [password, setPassword] = useState('')
  const [isBusy, setIsBusy] = useState(false)

  const submit = async (): Promise<void> => {
    setIsBusy(true)
    await onSubmit(password)
    setIsBusy(false)
    setPassword('')
  }

  return isAsking ? (
    <div className="with-current-password">
      <label className="field-label" htmlFor={id}>
        {say({ de: 'Ihr jetziges Passwort', en: 'Your current password' })}
      </label>
      <input
        autoComplete="current-password"
        // The person has just pressed the button that this input replaces.
        autoFocus
        id={id}
        onChange={({ target }) => setPassword(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            void submit()
          }
        }}
        type="password"
        value={password}
      />
      <Button
        buttonStyle="primary"
        disabled={isBusy || password === ''}
        onClick={() => void submit()}
      >
        {say(label)}
      </Button>
    </div>
  ) : (
    <Button buttonStyle="secondary" onClick={() => setIsAsking(true)}>
      {say(label)}
    </Button>
  )
}
