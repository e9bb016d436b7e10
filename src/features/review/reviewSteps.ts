import { partnerStep } from './partnerStep.ts'
import { returnToEditors, submitForReview } from './review.ts'

/** `POST /api/partners/:id/submit`, and `…/return` with `{ note }`; both answer `{ review, updatedAt }`. */
export const reviewSteps = [
  partnerStep('/:id/submit', ['review', 'updatedAt'], submitForReview),
  partnerStep('/:id/return', ['review', 'updatedAt'], returnToEditors),
]
