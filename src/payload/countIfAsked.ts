import type { FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql'

import { Kind } from 'graphql'

type Args = { draft?: boolean; limit?: number; page?: number; pagination?: boolean }

/** What a field of GraphQL does; the types of its source and context are Payload's. */
export type Resolve = (
  source: unknown,
  args: Args,
  context: unknown,
  info: GraphQLResolveInfo,
) => unknown

/**
 * Makes a list of GraphQL count its documents only where a query asks for more than the documents:
 * counting costs more the more there are.
 *
 * Workaround (no issue known): Payload counts for each list of GraphQL. Can go when it counts only where it
 * is asked how many there are; tests/integration/payload/upstream.test.ts notices.
 *
 * @param resolve what answers the list, as Payload made it.
 */
export const countIfAsked =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    // Without pagination Payload knows neither a usual limit nor pages.
    const isFirstPage = (args.limit ?? 0) > 0 && (args.page ?? 1) === 1
    const isAsked = info.fieldNodes.some(
      ({ selectionSet }) => selectionSet && namesIn(selectionSet, info.fragments).some(isCounted),
    )
    return resolve(
      source,
      isFirstPage && !isAsked ? { ...args, pagination: false } : args,
      context,
      info,
    )
  }

const isCounted = (name: string): boolean => !['__typename', 'docs'].includes(name)

const namesIn = (
  { selections }: SelectionSetNode,
  fragments: Record<string, FragmentDefinitionNode | undefined>,
): string[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) {
      return [selection.name.value]
    }
    const set =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? fragments[selection.name.value]?.selectionSet
        : selection.selectionSet
    return set ? namesIn(set, fragments) : []
  })
