'use client'
import type { DocumentViewClientProps } from 'payload'

import { Button, DefaultEditView, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import React, { useEffect, useState } from 'react'

import { roles } from '../../vocabularies/roles.ts'
import { ask } from '../adminUI/api.ts'
import { useSay } from '../adminUI/useSay.ts'

import './signIn.css'

/** A new person is invited and sets the password; everybody else is edited as usual. */
export const EditUser = (props: DocumentViewClientProps) => {
  const { id } = useDocumentInfo()
  return id ? <DefaultEditView {...props} /> : <InviteForm />
}

type Choice = { id: string; name: string }

/** Reads all partners, in pages, since the API returns at most a hundred at a time. */
const allPartners = async (language: string): Promise<Choice[]> => {
  const partners: Choice[] = []
  for (let page = 1, hasMore = true; hasMore; page += 1) {
    const reply = await ask<{ docs: Choice[]; hasNextPage: boolean }>(
      `/partners?depth=0&draft=true&limit=100&page=${page}&select[name]=true&sort=name,id`,
      { language, method: 'GET' },
    )
    partners.push(...(reply.ok ? reply.body.docs : []))
    hasMore = reply.ok && reply.body.hasNextPage
  }
  return partners
}

const InviteForm = () => {
  const say = useSay()
  const { i18n } = useTranslation()
  const router = useRouter()
  const [role, setRole] = useState<string>('partner-editor')
  const [partners, setPartners] = useState<Choice[]>([])
  const [message, setMessage] = useState('')
  const [isBusy, setIsBusy] = useState(false)

  useEffect(() => {
    void allPartners(i18n.language).then(setPartners)
  }, [i18n.language])

  const invite = async (event: React.SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setIsBusy(true)
    const reply = await ask<{ doc: { id: string } }>('/users', {
      body: {
        email: form.get('email'),
        name: form.get('name'),
        partners: role === 'partner-editor' ? form.getAll('partners') : [],
        role,
      },
      language: i18n.language,
      method: 'POST',
    })
    if (reply.ok) {
      router.push(`/admin/collections/users/${reply.body.doc.id}`)
    } else {
      setIsBusy(false)
      setMessage(reply.message)
    }
  }

  return (
    <form className="sign-in invite" onSubmit={(event) => void invite(event)}>
      <h1>{say({ de: 'Person einladen', en: 'Invite a person' })}</h1>
      <p>
        {say({
          de: 'Die Person bekommt eine E-Mail mit einem Link und legt ihr Passwort selbst fest. Der Link gilt sieben Tage.',
          en: 'The person gets an e-mail with a link to set their own password. The link is valid for seven days.',
        })}
      </p>
      <div className="field-type text">
        <label className="field-label" htmlFor="invite-name">
          {say({ de: 'Name', en: 'Name' })}
        </label>
        <input autoComplete="off" id="invite-name" name="name" required type="text" />
      </div>
      <div className="field-type text">
        <label className="field-label" htmlFor="invite-email">
          {say({ de: 'E-Mail-Adresse', en: 'E-mail address' })}
        </label>
        <input autoComplete="off" id="invite-email" name="email" required type="email" />
      </div>
      <fieldset>
        <legend className="field-label">{say({ de: 'Rolle', en: 'Role' })}</legend>
        {roles.map(({ label, value }) => (
          <label key={value}>
            <input
              checked={role === value}
              name="role"
              onChange={() => setRole(value)}
              type="radio"
              value={value}
            />{' '}
            {say(label)}
          </label>
        ))}
      </fieldset>
      {role === 'partner-editor' && (
        <fieldset className="invite__partners">
          <legend className="field-label">
            {say({ de: 'Pflegt das Profil von', en: 'Looks after the profile of' })}
          </legend>
          {partners.map(({ id, name }) => (
            <label key={id}>
              <input name="partners" type="checkbox" value={id} /> {name}
            </label>
          ))}
        </fieldset>
      )}
      <p aria-live="polite" className="sign-in__message" role="status">
        {message}
      </p>
      <Button buttonStyle="primary" disabled={isBusy} size="large" type="submit">
        {say({ de: 'Einladen', en: 'Invite' })}
      </Button>
    </form>
  )
}
