import type {
  DocumentNode,
  FragmentDefinitionNode,
  ValidationContext,
  ValidationRule,
} from 'graphql'

import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth'
import { GraphQLError, Kind, OperationTypeNode, parse, visit } from 'graphql'

/** What one GraphQL request may ask for. Payload counts the complexity. */
export const maxComplexity = 1000
const limits = { aliases: 15, characters: 20_000, depth: 10, tokens: 3000 }

// By default these rules throw, and graphql-http would answer 500.
const report = {
  onReject: [
    (context: Pick<ValidationContext, 'reportError'> | null, error: GraphQLError) => {
      context?.reportError(error)
    },
  ],
  propagateOnRejection: false,
}

/** Validation rules in addition to those of the GraphQL specification. */
export const validationRules = (): ValidationRule[] => [
  maxAliasesRule({ ...report, n: limits.aliases }),
  maxDepthRule({ ...report, ignoreIntrospection: true, n: limits.depth }),
]

/**
 * Checks the body of a GraphQL request before Payload does.
 *
 * Workaround (no issue known): Payload's complexity rule follows fragments that contain themselves
 * until the stack overflows. Can go when it stops; tests/integration/payload/upstream.test.ts notices.
 *
 * @returns what is wrong with it, in English like GraphQL's own errors, or undefined.
 */
export const faultOfGraphQL = (body: string): string | undefined => {
  try {
    const request: unknown = JSON.parse(body)
    const query =
      typeof request === 'object' && request !== null && 'query' in request
        ? request.query
        : undefined
    if (typeof query !== 'string') {
      return 'The body must be a JSON object with a "query".'
    }
    if (query.length > limits.characters) {
      return `The query is too long: at most ${limits.characters} characters.`
    }
    const document = parse(query, { maxTokens: limits.tokens })
    return hasCycle(document) ? 'A fragment must not contain itself.' : undefined
  } catch (error) {
    return error instanceof GraphQLError ? error.message : 'The body must be JSON.'
  }
}

/** Whether the body of a GraphQL request only reads. */
export const isGraphQLQuery = (body: string): boolean => {
  try {
    const { query } = JSON.parse(body) as { query: string }
    return parse(query, { maxTokens: limits.tokens }).definitions.every(
      (each) =>
        each.kind !== Kind.OPERATION_DEFINITION || each.operation === OperationTypeNode.QUERY,
    )
  } catch {
    return false
  }
}

const hasCycle = ({ definitions }: DocumentNode): boolean => {
  const spreads = new Map(
    definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => {
        const names: string[] = []
        visit(fragment, { FragmentSpread: ({ name }) => void names.push(name.value) })
        return [fragment.name.value, names]
      }),
  )
  const done = new Set<string>()
  const leadsBack = (name: string, path: string[]): boolean => {
    if (path.includes(name)) {
      return true
    }
    if (done.has(name)) {
      return false
    }
    const isCycle = (spreads.get(name) ?? []).some((next) => leadsBack(next, [...path, name]))
    done.add(name)
    return isCycle
  }
  return [...spreads.keys()].some((name) => leadsBack(name, []))
}
