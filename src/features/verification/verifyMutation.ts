import type { GraphQLExtension } from 'payload'

import { partnerMutation } from '../review/partnerMutation.ts'
import { verify } from './verify.ts'

/** `verifyPartner(id, updatedAt)` */
export const verifyMutation: GraphQLExtension = (graphQL, schema) => ({
  verifyPartner: partnerMutation(graphQL, schema, verify),
})
