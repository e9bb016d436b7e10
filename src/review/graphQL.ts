import type { GraphQLExtension, PayloadRequest } from 'payload'

import { verify } from '../verification/verify.ts'
import { returnToEditors, submitForReview } from './review.ts'

type Args = { id: string; note?: string; updatedAt?: string }
type Context = { req: PayloadRequest }
type Fields = Record<string, { type?: unknown }>

/**
 * `submitPartner(id, updatedAt)`, `returnPartner(id, note, updatedAt)` and
 * `verifyPartner(id, updatedAt)`; all answer the partner.
 */
export const partnerMutations: GraphQLExtension = (graphQL, { Mutation }) => {
  const id = { type: new graphQL.GraphQLNonNull(graphQL.GraphQLString) }
  const updatedAt = { type: graphQL.GraphQLString }
  const { type } = (Mutation.fields as unknown as Fields).updatePartner ?? {}
  return {
    returnPartner: {
      args: { id, note: id, updatedAt },
      resolve: (_: unknown, { note, ...args }: Args, { req }: Context) =>
        returnToEditors({ ...args, note, req }),
      type,
    },
    submitPartner: {
      args: { id, updatedAt },
      resolve: (_: unknown, args: Args, { req }: Context) => submitForReview({ ...args, req }),
      type,
    },
    verifyPartner: {
      args: { id, updatedAt },
      resolve: (_: unknown, args: Args, { req }: Context) => verify({ ...args, req }),
      type,
    },
  }
}
