import { partnerStep } from '../review/partnerStep.ts'
import { verify } from './verify.ts'

/** `POST /api/partners/:id/verify` answers `{ reviewDue, updatedAt, verifiedAt }`. */
export const verifyStep = partnerStep(
  '/:id/verify',
  ['reviewDue', 'updatedAt', 'verifiedAt'],
  verify,
)
