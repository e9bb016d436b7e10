import type { FragmentDefinitionNode, GraphQLResolveInfo, SelectionSetNode } from 'graphql'

import { Kind } from 'graphql'

type Args = { draft?: boolean; limit?: number; page?: number; pagination?: boolean }

/** The resolver of a GraphQL field; the types of source and context are Payload's. */
export type Resolve = (
  source: unknown,
  args: Args,
  context: unknown,
  info: GraphQLResolveInfo,
) => unknown

/**
 * Makes a GraphQL list count its documents only if a query asks for more than the documents, such as
 * `totalDocs`: the more there are, the more counting costs.
 *
 * Workaround (no issue known): Payload counts the documents of every GraphQL list. Can go when it
 * counts only if it is asked for the number; tests/integration/payload/upstream.test.ts notices.
 *
 * @param resolve Payload's resolver of the list.
 */
export const countIfAsked =
  (resolve: Resolve): Resolve =>
  (source, args, context, info) => {
    // Without pagination, Payload has no default limit and ignores the page.
    const isFirstPage = (args.limit ?? 0) > 0 && (args.page ?? 1) === 1
    const needsCount = info.fieldNodes.some(
      ({ selectionSet }) => selectionSet && namesIn(selectionSet, info.fragments).some(isCounted),
    )
    return resolve(
      source,
      isFirstPage && !needsCount ? { ...args, pagination: false } : args,
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
