import type { GraphQLExtension } from 'payload'

import { partnerMutation } from './partnerMutation.ts'
import { returnToEditors, submitForReview } from './review.ts'

/** `submitPartner(id, updatedAt)` and `returnPartner(id, note, updatedAt)` */
export const reviewMutations: GraphQLExtension = (graphQL, schema) => ({
  returnPartner: partnerMutation(graphQL, schema, returnToEditors, ['note']),
  submitPartner: partnerMutation(graphQL, schema, submitForReview),
})
