import { partnerStep } from './partnerStep.ts'
import { returnToEditors, submitForReview } from './review.ts'

/** `POST /api/partners/:id/submit`, and `POST /api/partners/:id/return` with `{ note }`. */
export const reviewSteps = [
  partnerStep('/:id/submit', ['review', 'updatedAt'], submitForReview),
  partnerStep('/:id/return', ['review', 'updatedAt'], returnToEditors),
]
