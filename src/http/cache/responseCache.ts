import type { Revision } from '../../database/revision.ts'
import type { Coding, Reply } from './reply.ts'
import type { PublicMemory } from './publicMemory.ts'
import { replyOf, withCoding } from './reply.ts'

/** What the cache has done since the start. */
type Counts = { hits: number; misses: number }

export type ResponseCache = {
  /**
   * Computes a reply, once for all who want it at the same time, and keeps it unless something was
   * committed in between. One that is not for keeping everybody computes for themselves.
   */
  compute: (
    key: string,
    answer: () => Promise<Response>,
    isForKeeping: (reply: Reply) => boolean,
  ) => Promise<Reply>
  counts: Counts
  /** The reply that is kept; a promise where other processes have to be looked at first. */
  find: (key: string) => Promise<Reply | undefined> | Reply | undefined
  has: (key: string) => boolean
  /** A reply in a coding, which is kept with it. */
  inCoding: (key: string, reply: Reply, coding: Coding) => Promise<Reply> | Reply
}

/**
 * Public replies as bytes. All of them are let go with the next commit of public content; none is kept
 * that was computed, even in part, before it.
 */
export const responseCache = ({
  memory,
  revision,
}: {
  memory: PublicMemory
  revision: Revision
}): ResponseCache => {
  const counts: Counts = { hits: 0, misses: 0 }
  const { isOn, keep } = memory
  const underway = new Map<string, Promise<Reply>>()
  revision.onChange(() => underway.clear())

  const computeAlone: ResponseCache['compute'] = async (key, answer, isForKeeping) => {
    const since = revision.current()
    counts.misses += 1
    const reply = await replyOf(await answer())
    if (isForKeeping(reply)) {
      keep(key, reply, since)
    }
    return reply
  }

  const found = (key: string): Reply | undefined => memory.get(key) as Reply | undefined

  return {
    compute: async (key, answer, isForKeeping) => {
      const other = isOn ? underway.get(key) : undefined
      if (other) {
        const shared = await other
        return isForKeeping(shared) ? shared : computeAlone(key, answer, isForKeeping)
      }
      const own = computeAlone(key, answer, isForKeeping).finally(() => {
        if (underway.get(key) === own) {
          underway.delete(key)
        }
      })
      underway.set(key, own)
      return own
    },
    counts,
    find: (key) => {
      if (!isOn) {
        return undefined
      }
      const looking = revision.look()
      // If the database is not responding, computing the reply will say so.
      return looking ? looking.then(() => found(key)).catch(() => undefined) : found(key)
    },
    has: (key) => memory.peek(key) !== undefined,
    inCoding: async (key, reply, coding) => {
      if (coding === 'identity' || reply.of[coding]) {
        return reply
      }
      const since = revision.current()
      const isKept = memory.peek(key) === reply
      const coded = await withCoding(reply, coding)
      if (isKept) {
        keep(key, coded, since)
      }
      return coded
    },
  }
}
