import type { FieldHook, TextFieldSingleValidation } from 'payload'

import { randomBytes } from 'node:crypto'

import { say } from '../say.ts'

/** Secrets of Standard Webhooks: 24 to 64 random bytes. */
const pattern = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/

export const makeSecret: FieldHook = ({ operation, value }) =>
  value || (operation === 'update' && value === undefined)
    ? value
    : `whsec_${randomBytes(24).toString('base64')}`

export const validateSecret: TextFieldSingleValidation = (value, { req }) =>
  !value ||
  pattern.test(value) ||
  say(req, {
    de: 'Das Geheimnis beginnt mit „whsec_“, dann kommen 24 bis 64 Bytes in Base64. Leer lassen: Es entsteht ein neues.',
    en: 'The secret begins with "whsec_", followed by 24 to 64 bytes in Base64. Leave it empty to have one made.',
  })

/** Kept encrypted with the secret of the installation, as Payload keeps API keys. */
export const encryptSecret: FieldHook = ({ req, value }) =>
  typeof value === 'string' ? req.payload.encrypt(value) : value

export const decryptSecret: FieldHook = ({ req, value }) =>
  typeof value === 'string' ? req.payload.decrypt(value) : value
