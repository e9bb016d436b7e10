import type { PayloadRequest } from 'payload'

type Id = number | string | undefined

/** What one hook notes about a document for a later hook of the same request. */
type Notes<Value> = {
  get: (req: PayloadRequest, id: Id) => undefined | Value
  set: (req: PayloadRequest, id: Id, value: undefined | Value) => void
}

/**
 * Notes of one kind, one for each document. A document that is being created has no id yet, so all of
 * them share a key; that is safe as long as its hooks create no other document of its collection.
 *
 * @param kind what is noted; unique in this project.
 */
export const requestNotes = <Value>(kind: string): Notes<Value> => {
  const keyOf = (id: Id): string => `${kind} ${id ?? 'new'}`
  return {
    get: ({ context }, id) => context[keyOf(id)] as undefined | Value,
    set: ({ context }, id, value) => {
      context[keyOf(id)] = value
    },
  }
}
