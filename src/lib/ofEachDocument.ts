import type { Where } from 'payload'

/** How many documents are read whole at a time. */
const batchSize = 200

type Select = { [field: string]: Select | true }

/** Arguments for `find` and `queryDrafts` of a database adapter. */
type Query = {
  limit: number
  pagination: false
  select?: Select
  sort: string
  where: Where
}

/** What is kept of documents: by id, and with what each said of its state. */
export type Kept<Value> = Map<string, { state: string; value: Value }>

/**
 * Computes something of each document that a query finds, in the order of their ids, and keeps it: the next
 * time, only documents whose state is another one are read whole.
 *
 * @param find reads documents as the database holds them.
 * @param kept what was kept before; what no longer holds is removed.
 * @param select the state: fields of which one changes whenever what is computed may.
 */
export const ofEachDocument = async <Doc extends { id: string }, Value>({
  compute,
  find,
  isDraft = false,
  kept,
  select = { updatedAt: true },
  where,
}: {
  compute: (doc: Doc) => Value
  find: (query: Query) => Promise<{ docs: Doc[] }>
  /** Whether the newest drafts are read (`queryDrafts`), whose id is the one of their parent. */
  isDraft?: boolean
  kept: Kept<Value>
  select?: Select
  where: Where
}): Promise<Value[]> => {
  const id = isDraft ? 'parent' : 'id'
  const query = { pagination: false as const, sort: id }
  const { docs } = await find({
    ...query,
    limit: 0,
    select: isDraft ? { parent: true, version: select } : select,
    where,
  })
  // Others may be asking at the same time, who have read other states: `kept` is for the next, not for this.
  const found: Kept<Value> = new Map()
  const missing = new Map<string, string>()
  for (const doc of docs) {
    const state = JSON.stringify(doc)
    const known = kept.get(doc.id)
    if (known?.state === state) {
      found.set(doc.id, known)
    } else {
      missing.set(doc.id, state)
    }
  }
  const ids = [...missing.keys()]
  for (let begin = 0; begin < ids.length; begin += batchSize) {
    const wanted = { [id]: { in: ids.slice(begin, begin + batchSize) } }
    const read = await find({ ...query, limit: batchSize, where: { and: [where, wanted] } })
    for (const doc of read.docs) {
      // If it was written in between, its state is another one the next time, and it is read once more.
      found.set(doc.id, { state: missing.get(doc.id) ?? '', value: compute(doc) })
    }
  }
  kept.clear()
  found.forEach((each, key) => kept.set(key, each))
  return docs.flatMap((doc) => {
    const each = found.get(doc.id)
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
