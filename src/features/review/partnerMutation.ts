import type { GraphQLExtension, PayloadRequest } from 'payload'

import type { Partner } from '../../payload-types.ts'
import type { Step } from './review.ts'

type Extending = Parameters<GraphQLExtension>
type Fields = Record<string, { type?: unknown }>

/**
 * A mutation that takes one step with one partner, by its id and the `updatedAt` that was seen, and answers
 * the partner.
 *
 * @param more names of further texts that it takes.
 */
export const partnerMutation = <More extends string = never>(
  graphQL: Extending[0],
  { Mutation }: Extending[1],
  take: (step: Record<More, string> & Step) => Promise<Partner>,
  more: More[] = [],
) => {
  const needed = { type: new graphQL.GraphQLNonNull(graphQL.GraphQLString) }
  return {
    args: {
      id: needed,
      ...Object.fromEntries(more.map((name) => [name, needed])),
      updatedAt: { type: graphQL.GraphQLString },
    },
    resolve: (
      _: unknown,
      args: Omit<Record<More, string> & Step, 'req'>,
      { req }: { req: PayloadRequest },
    ) => take({ ...args, req } as Record<More, string> & Step),
    type: (Mutation.fields as unknown as Fields).updatePartner?.type,
  }
}
