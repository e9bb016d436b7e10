import type { TextFieldSingleValidation } from 'payload'

import { say } from '../../lib/say.ts'
import { parseURL } from '../../lib/parseURL.ts'

/** Validates the URL of a webhook. Whether it leads to a private address is checked when a message is sent. */
export const validateTarget: TextFieldSingleValidation = (value, { req }) => {
  const text = value ?? ''
  const url = text.length <= 1000 ? parseURL(text) : undefined
  return (
    (url !== undefined &&
      (url.protocol === 'https:' || url.protocol === 'http:') &&
      url.username === '' &&
      url.password === '') ||
    say(req, {
      de: 'Bitte eine vollständige Adresse ohne Zugangsdaten eingeben, zum Beispiel https://www.example.org/hooks/ikost.',
      en: 'Please enter a complete address without credentials, for example https://www.example.org/hooks/ikost.',
    })
  )
}
