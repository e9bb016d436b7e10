import type { Payload } from 'payload'

import { LRUCache } from 'lru-cache'

import type { Revision } from '../../database/revision.ts'
import { revisionOf } from '../../database/revision.ts'
import { environment } from '../../environment.ts'
import type { Reply } from './reply.ts'

/** Replies, and documents as JSON. */
type Kept = Reply | string

/** What is kept of the public content. All of it is let go with the next commit of any. */
export type PublicMemory = {
  get: (key: string) => Kept | undefined
  isOn: boolean
  /** @param since the revision before the first look at anything that it was made of. */
  keep: (key: string, kept: Kept, since: number) => void
  peek: (key: string) => Kept | undefined
}

/** @param bytes what it may hold; 0 switches it off. */
export const publicMemory = (bytes: number, revision: Revision): PublicMemory => {
  const isOn = bytes > 0
  const kept = new LRUCache<string, Kept>({
    maxSize: Math.max(1, bytes),
    sizeCalculation: (value, key) => key.length + sizeOf(value),
  })
  revision.onChange(() => kept.clear())
  return {
    get: (key) => kept.get(key),
    isOn,
    keep: (key, value, since) => {
      if (isOn && revision.current() === since) {
        kept.set(key, value)
      }
    },
    peek: (key) => kept.peek(key),
  }
}

/** A letter beyond Latin takes two bytes, and all others of its text as well. */
const sizeOf = (kept: Kept): number => (typeof kept === 'string' ? 2 * kept.length : kept.bytes)

const memories = new WeakMap<Payload, PublicMemory>()

/** The one of a process, as large as its settings say. */
export const publicMemoryOf = (payload: Payload): PublicMemory => {
  const memory =
    memories.get(payload) ?? publicMemory(environment.cacheBytes, revisionOf(payload))
  memories.set(payload, memory)
  return memory
}
