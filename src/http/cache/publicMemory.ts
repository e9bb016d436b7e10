import type { Payload } from 'payload'

import { LRUCache } from 'lru-cache'

import type { Revision } from '../../database/revision.ts'
import { revisionOf } from '../../database/revision.ts'
import { environment } from '../../environment.ts'
import type { Reply } from './reply.ts'

/** A reply, a document or global as JSON, or how many documents there are of a kind. */
type Kept = number | Reply | string

/**
 * What is kept of the public content. With the next commit of any, all of it is let go but the documents
 * and globals that neither have changed nor show anything of one that has.
 */
export type PublicMemory = {
  get: (key: string) => Kept | undefined
  isOn: boolean
  /**
   * @param since the revision before the first look at anything that it was made of.
   * @param sources ids of what it was made of and does not name.
   */
  keep: (key: string, kept: Kept, since: number, sources?: string[]) => void
  peek: (key: string) => Kept | undefined
}

/** What is kept, and the ids of what else it was made of. */
type Entry = { sources: string; value: Kept }

/** After a commit of more, looking for them costs more than it saves. */
const maxTexts = 5

/** @param bytes what it may hold; 0 switches it off. */
export const publicMemory = (bytes: number, revision: Revision): PublicMemory => {
  const isOn = bytes > 0
  const kept = new LRUCache<string, Entry>({
    maxSize: Math.max(1, bytes),
    sizeCalculation: ({ sources, value }, key) => key.length + sources.length + sizeOf(value),
  })
  const isUpToDate = (
    [key, { sources, value }]: [string, Entry],
    texts: ReadonlySet<string>,
  ): boolean =>
    typeof value === 'string' &&
    ![...texts].some((text) => [key, value, sources].some((each) => each.includes(text)))
  revision.onChange((change) => {
    if (change === 'everything' || change.size > maxTexts) {
      kept.clear()
      return
    }
    for (const entry of [...kept.entries()]) {
      if (!isUpToDate(entry, change)) {
        kept.delete(entry[0])
      }
    }
  })
  return {
    get: (key) => kept.get(key)?.value,
    isOn,
    keep: (key, value, since, sources = []) => {
      if (isOn && revision.current() === since) {
        kept.set(key, { sources: sources.join(' '), value })
      }
    },
    peek: (key) => kept.peek(key)?.value,
  }
}

const sizeOf = (kept: Kept): number => {
  if (typeof kept === 'number') {
    return 8
  }
  // A letter beyond Latin takes two bytes, and all others of its text as well.
  return typeof kept === 'string' ? 2 * kept.length : kept.bytes
}

const memories = new WeakMap<Payload, PublicMemory>()

/** The one of a process, as large as its settings say. */
export const publicMemoryOf = (payload: Payload): PublicMemory => {
  const memory = memories.get(payload) ?? publicMemory(environment.cacheBytes, revisionOf(payload))
  memories.set(payload, memory)
  return memory
}
