import type { Payload } from 'payload'

import { createHmac } from 'node:crypto'

import { OperatorError } from '../../lib/OperatorError.ts'
import type { Row, Table } from './tables.ts'

/** Fields that are encrypted with the secret of an installation, and the form of their plain text. */
const encrypted: Record<string, { field: string; pattern: RegExp }> = {
  frontends: { field: 'apiKey', pattern: /./ },
  'second-factors': { field: 'secret', pattern: /^[A-Z2-7]+$/ },
  webhooks: { field: 'secret', pattern: /^whsec_/ },
}

const indexOf = (payload: Payload, key: string): string =>
  createHmac('sha256', payload.secret).update(key).digest('hex')

/**
 * Decrypts the secrets of a row, so that another installation can encrypt them with its own secret.
 *
 * @throws OperatorError if the row was encrypted with another secret.
 */
export const openSecrets = (payload: Payload, { isOfVersions, slug }: Table, row: Row): Row => {
  const { field, pattern } = (isOfVersions ? undefined : encrypted[slug]) ?? {}
  const value = field && row[field]
  if (!field || !pattern || typeof value !== 'string') {
    return row
  }
  const open = payload.decrypt(value)
  if (!pattern.test(open) || (slug === 'frontends' && row.apiKeyIndex !== indexOf(payload, open))) {
    throw new OperatorError(
      'PAYLOAD_SECRET is not the one that this database was written with: API keys and second factors cannot be read.',
    )
  }
  return { ...row, [field]: open, ...(slug === 'frontends' && { apiKeyIndex: null }) }
}

/** Encrypts the secrets of a row with the secret of this installation. */
export const closeSecrets = (payload: Payload, { isOfVersions, slug }: Table, row: Row): Row => {
  const { field } = (isOfVersions ? undefined : encrypted[slug]) ?? {}
  const value = field && row[field]
  if (!field || typeof value !== 'string') {
    return row
  }
  return {
    ...row,
    [field]: payload.encrypt(value),
    ...(slug === 'frontends' && { apiKeyIndex: indexOf(payload, value) }),
  }
}
