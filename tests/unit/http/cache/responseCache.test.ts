import { describe, expect, it } from 'vitest'

import { publicMemory } from '../../../../src/http/cache/publicMemory.ts'
import type { Reply } from '../../../../src/http/cache/reply.ts'
import { codingFor, isKnown, replyOf } from '../../../../src/http/cache/reply.ts'
import { responseCache } from '../../../../src/http/cache/responseCache.ts'

/** A revision that is raised by hand. */
const revisionByHand = () => {
  const listeners: ((change: 'everything') => void)[] = []
  let current = 0
  return {
    current: () => current,
    look: () => undefined,
    lookNow: () => Promise.resolve(),
    onChange: (listener: (change: 'everything') => void) => {
      listeners.push(listener)
    },
    raise: () => {
      current += 1
      listeners.forEach((listener) => listener('everything'))
    },
  }
}

const cacheOf = (bytes: number, revision = revisionByHand()) =>
  responseCache({ memory: publicMemory(bytes, revision), revision })

const always = () => true
const textOf = ({ of }: Reply) => of.identity.body.toString()

/** An answer that comes when it is let go. */
const later = (text: string) => {
  let letGo: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  return { answer: () => gate.then(() => new Response(text)), letGo }
}

describe('the response cache', () => {
  it('should compute once what many ask at the same time', async () => {
    const cache = cacheOf(1e6)
    const { answer, letGo } = later('a')
    const asked = [1, 2, 3].map(() => cache.compute('key', answer, always))
    letGo()
    expect((await Promise.all(asked)).map(textOf)).toEqual(['a', 'a', 'a'])
    expect(cache.counts.misses).toBe(1)
    expect(textOf((await cache.find('key')) as Reply)).toBe('a')
  })

  it('should not let anybody wait for an answer that was begun before the newest commit', async () => {
    const revision = revisionByHand()
    const cache = cacheOf(1e6, revision)
    const old = later('old')
    const before = cache.compute('key', old.answer, always)
    revision.raise()
    const after = cache.compute('key', () => Promise.resolve(new Response('new')), always)
    expect(textOf(await after)).toBe('new')
    old.letGo()
    expect(textOf(await before)).toBe('old')
    expect(textOf((await cache.find('key')) as Reply)).toBe('new')
  })

  it('should keep no reply that is not for everybody, and share none', async () => {
    const cache = cacheOf(1e6)
    let computed = 0
    const answer = () => {
      computed += 1
      return Promise.resolve(new Response('no', { status: 404 }))
    }
    const isGood = ({ status }: Reply) => status === 200
    await Promise.all([1, 2].map(() => cache.compute('key', answer, isGood)))
    expect(computed).toBe(2)
    expect(cache.find('key')).toBeUndefined()
  })

  it('should hold no more than it may, whatever is asked', async () => {
    const cache = cacheOf(100_000)
    for (let number = 0; number < 500; number += 1) {
      const answer = () => Promise.resolve(new Response('x'.repeat(1000)))
      await cache.compute(`key ${number}`, answer, always)
    }
    const kept = Array.from({ length: 500 }, (_, number) => cache.has(`key ${number}`))
    expect(kept.filter(Boolean).length).toBeLessThan(100)
    expect(kept[499]).toBe(true)
    await cache.compute('large', () => Promise.resolve(new Response('x'.repeat(200_000))), always)
    expect(cache.has('large')).toBe(false)
  })

  it('should keep nothing when it is switched off', async () => {
    const cache = cacheOf(0)
    await cache.compute('key', () => Promise.resolve(new Response('a')), always)
    expect(cache.find('key')).toBeUndefined()
  })

  it('should keep a reply in each coding that was asked for, under an ETag of its own', async () => {
    const cache = cacheOf(1e6)
    const answer = () => Promise.resolve(new Response('wort '.repeat(1000)))
    const plain = await cache.compute('key', answer, always)
    const coded = await cache.inCoding('key', plain, 'br')
    expect(coded.of.br?.body.length).toBeLessThan(100)
    expect(coded.of.br?.etag).not.toBe(coded.of.identity.etag)
    expect(await cache.find('key')).toBe(coded)
  })
})

describe('a reply', () => {
  it('should come in the coding that the client takes', async () => {
    const reply = await replyOf(new Response('wort '.repeat(1000)))
    const small = await replyOf(new Response('wort'))
    expect(codingFor('gzip, deflate, br', reply)).toBe('br')
    expect(codingFor('gzip', reply)).toBe('gzip')
    expect(codingFor('br;q=0, gzip;q=0.5', reply)).toBe('gzip')
    expect(codingFor('identity', reply)).toBe('identity')
    expect(codingFor(undefined, reply)).toBe('identity')
    expect(codingFor('br', small)).toBe('identity')
  })

  it('should be known to whoever has its ETag', () => {
    expect(isKnown('"a"', '"a"')).toBe(true)
    expect(isKnown('"b", W/"a"', '"a"')).toBe(true)
    expect(isKnown('*', '"a"')).toBe(true)
    expect(isKnown('"b"', '"a"')).toBe(false)
    expect(isKnown(undefined, '"a"')).toBe(false)
  })
})
