/** How many documents are read whole at a time. */
const batchSize = 200

/** What tells whether a document has changed since: its state is another one whenever what is read of it may be. */
type State = { id: string; state: string }

/** Documents that a query finds, and how they are read. */
export type Documents<Doc> = {
  read: (ids: string[]) => Promise<Doc[]>
  /** Of all documents, in their order. */
  readStates: () => Promise<State[]>
}

/** What is kept of documents: by id, and with the state that each was in. */
export type Kept<Value> = Map<string, { state: string; value: Value }>

/**
 * Computes something of each of some documents, in their order, and keeps it: the next time, only documents
 * whose state is another one are read.
 *
 * @param kept what was kept before; what no longer holds is removed.
 */
export const ofEachDocument = async <Doc extends { id: string }, Value>(
  { read, readStates }: Documents<Doc>,
  compute: (doc: Doc) => Value,
  kept: Kept<Value>,
): Promise<Value[]> => {
  const states = await readStates()
  // Others may be asking at the same time, who have read other states: `kept` is for the next, not for this.
  const found: Kept<Value> = new Map()
  const missing = new Map<string, string>()
  for (const { id, state } of states) {
    const known = kept.get(id)
    if (known?.state === state) {
      found.set(id, known)
    } else {
      missing.set(id, state)
    }
  }
  const ids = [...missing.keys()]
  for (let begin = 0; begin < ids.length; begin += batchSize) {
    for (const doc of await read(ids.slice(begin, begin + batchSize))) {
      // If it was written in between, its state is another one the next time, and it is read once more.
      found.set(doc.id, { state: missing.get(doc.id) ?? '', value: compute(doc) })
    }
  }
  kept.clear()
  found.forEach((each, key) => kept.set(key, each))
  return states.flatMap(({ id }) => {
    const each = found.get(id)
    return each ? [each.value] : []
  })
}

/**
 * What is kept on a database adapter under a name. Next's bundle has its own copy of every module, but shares
 * the adapter.
 */
export const keptOn = <Value>(db: object, name: string): Kept<Value> => {
  const owner = db as { [key: symbol]: Kept<Value> | undefined }
  return (owner[Symbol.for(`kept of documents: ${name}`)] ??= new Map())
}
