import { hasPublicFields } from '../../access/publicFields.ts'
import type { OpenAPI, Operation, Parameter } from './openAPI.ts'

/** Ids and names of files that there are, by collection; and the newest state of the content (`revision`). */
export type Known = Record<string, { filename?: string; id?: string } | undefined>

/** A question as it can be asked: of the server, or as it stands on a page. */
type Question = { href: string; text: string }

/** An example of an operation that is a GET, and one for each of its parameters. */
export type Examples = { main: Question; of: Record<string, Question> }

/**
 * Examples of questions that are answered.
 *
 * @param known what stands for ids and names of files; examples of a path that needs more are left out.
 */
export const examplesOf = (
  path: string,
  { parameters = [] }: Operation,
  known: Known,
): Examples | undefined => {
  const real = realPath(path, known)
  if (real === undefined) {
    return undefined
  }
  const inQuery = parameters
    .filter((each) => each.in === 'query')
    .flatMap((each) => (namesRevision(each) ? ofRevision(each, known) : [each]))
  const required = inQuery.filter((each) => each.required)
  const question = (asked: Parameter[]): Question => {
    const pairs = asked.map(({ example, name }) => [name, String(example)] as const)
    const search = new URLSearchParams(pairs.map(([name, value]) => [name, value]))
    const text = pairs.map(([name, value]) => `${name}=${value}`).join('&')
    return pairs.length === 0
      ? { href: real, text: real }
      : { href: `${real}?${search.toString()}`, text: `${real}?${text}` }
  }
  return {
    main: question(required.length > 0 ? required : inQuery.slice(0, 1)),
    of: Object.fromEntries(
      inQuery.map((each) => [each.name, question([...new Set([...required, each])])]),
    ),
  }
}

/** States of the content are of one database only. */
const namesRevision = ({ name }: Parameter): boolean => name === 'revision' || name === 'since'

const ofRevision = (parameter: Parameter, { revision }: Known): Parameter[] =>
  revision?.id === undefined ? [] : [{ ...parameter, example: revision.id }]

const realPath = (path: string, known: Known): string | undefined => {
  const { filename, id } = known[path.split('/')[2] ?? ''] ?? {}
  const real = path.replace('{id}', id ?? '{id}').replace('{filename}', filename ?? '{filename}')
  return real.includes('{') ? undefined : real
}

/** The collections whose ids or files stand in paths. */
export const collectionsInPaths = ({ paths }: OpenAPI): string[] => [
  ...new Set(
    Object.keys(paths)
      .filter((path) => /\{(?:id|filename)\}/.test(path))
      .map((path) => path.split('/')[2] ?? '')
      .filter(hasPublicFields),
  ),
]
