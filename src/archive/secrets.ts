import type { Payload } from 'payload'

import { createHmac } from 'node:crypto'

import { OperatorError } from '../OperatorError.ts'
import type { Row, Table } from './tables.ts'

/** Fields that hang on the secret of an installation: encrypted with it. */
const encrypted: Record<string, string> = {
  frontends: 'apiKey',
  'second-factors': 'secret',
  webhooks: 'secret',
}

const indexOf = (payload: Payload, key: string): string =>
  createHmac('sha256', payload.secret).update(key).digest('hex')

/**
 * A row without the secret of its installation.
 *
 * @throws OperatorError where the secret is another one than that of the row.
 */
export const openSecrets = (payload: Payload, { isOfVersions, slug }: Table, row: Row): Row => {
  const field = isOfVersions ? undefined : encrypted[slug]
  const value = field && row[field]
  if (!field || typeof value !== 'string') {
    return row
  }
  const open = payload.decrypt(value)
  if (slug === 'frontends' && row.apiKeyIndex !== indexOf(payload, open)) {
    throw new OperatorError(
      'PAYLOAD_SECRET is not the one that this database was written with: API keys and second factors cannot be read.',
    )
  }
  return { ...row, [field]: open, ...(slug === 'frontends' && { apiKeyIndex: null }) }
}

/** A row with the secret of this installation. */
export const closeSecrets = (payload: Payload, { isOfVersions, slug }: Table, row: Row): Row => {
  const field = isOfVersions ? undefined : encrypted[slug]
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
