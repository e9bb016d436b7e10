import type { FieldHook } from 'payload'

import { randomBytes } from 'node:crypto'

import { invalid } from '../../lib/invalid.ts'

/** Secrets of Standard Webhooks: 24 to 64 random bytes. */
const pattern = /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/

/**
 * Makes a secret if none is sent, and refuses an invalid one. Not a validator, which would see it
 * encrypted.
 *
 * @throws 400 at the field.
 */
export const makeSecret: FieldHook = ({ collection, operation, req, value }) => {
  if (operation === 'update' && value === undefined) {
    return undefined
  }
  if (!value) {
    return `whsec_${randomBytes(24).toString('base64')}`
  }
  if (typeof value === 'string' && pattern.test(value)) {
    return value
  }
  throw invalid(req, collection?.slug, ['secret'], {
    de: 'Das Geheimnis beginnt mit „whsec_“, dann kommen 24 bis 64 Bytes in Base64. Leer lassen: Es entsteht ein neues.',
    en: 'The secret begins with "whsec_", followed by 24 to 64 bytes in Base64. Leave it empty to have one made.',
  })
}

/** Stores the secret encrypted with that of the installation, as Payload stores API keys. */
export const encryptSecret: FieldHook = ({ req, value }) =>
  typeof value === 'string' ? req.payload.encrypt(value) : value

export const decryptSecret: FieldHook = ({ req, value }) =>
  typeof value === 'string' ? req.payload.decrypt(value) : value
