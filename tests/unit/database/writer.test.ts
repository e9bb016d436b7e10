import { mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { afterAll, beforeEach, describe, expect, it } from 'vitest'

import { openConnection } from '../../../src/database/connection.ts'
import { makeWriter } from '../../../src/database/writer.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'writer-'))
const patience = { idle: 60_000, turn: 300 }
let url: string
let serial = 0

beforeEach(async () => {
  serial += 1
  url = `file:${path.join(folder, `${serial}.db`)}`
  const client = openConnection(url)
  await client.execute('PRAGMA journal_mode = WAL')
  await client.execute('CREATE TABLE words (word text UNIQUE)')
  client.close()
})

afterAll(() => {
  rmSync(folder, { force: true, recursive: true })
})

const stored = async (): Promise<unknown[]> => {
  const client = openConnection(url)
  const { rows } = await client.execute('SELECT word FROM words ORDER BY word')
  client.close()
  return rows.map(({ word }) => word)
}

const insert = (word: string) => ({ args: [word], sql: 'INSERT INTO words VALUES (?)' })

describe('the writer', () => {
  it('should give each its turn, in the order in which they come', async () => {
    const writer = makeWriter(url, { ...patience, turn: 10_000 })
    const order: number[] = []
    await Promise.all(
      [0, 1, 2, 3].map(async (number) => {
        const transaction = await writer.begin()
        order.push(number)
        await transaction.execute(insert(String(number)))
        await new Promise((resolve) => setTimeout(resolve, 10))
        await transaction.commit()
      }),
    )
    expect(order).toEqual([0, 1, 2, 3])
    expect(await stored()).toEqual(['0', '1', '2', '3'])
  })

  it('should let go who has waited too long, for others here or in another process', async () => {
    const writer = makeWriter(url, patience)
    for (const other of [writer, makeWriter(url, patience)]) {
      const first = await other.begin()
      await expect(writer.begin()).rejects.toThrow('Others have been writing for too long.')
      await first.execute(insert('meanwhile'))
      await first.commit()
      const next = await writer.begin()
      expect((await next.execute('SELECT word FROM words')).rows).toHaveLength(1)
      await next.execute('DELETE FROM words')
      await next.commit()
    }
  })

  it('should go on after a commit that was refused', async () => {
    const writer = makeWriter(url, patience)
    const reader = openConnection(url)
    await reader.execute(
      'CREATE TABLE letters (word text REFERENCES words (word) DEFERRABLE INITIALLY DEFERRED)',
    )
    const first = await writer.begin()
    await first.execute("INSERT INTO letters VALUES ('nothing')")
    await expect(first.commit()).rejects.toThrow(/FOREIGN KEY/)
    const second = await writer.begin()
    await second.execute(insert('something'))
    await second.commit()
    expect((await reader.execute('SELECT * FROM letters')).rows).toEqual([])
    expect(await stored()).toEqual(['something'])
  })

  it('should refuse what comes after the end of a transaction, rather than add it to the next', async () => {
    const writer = makeWriter(url, patience)
    const first = await writer.begin()
    await first.rollback()
    const second = await writer.begin()
    await expect(first.execute(insert('late'))).rejects.toThrow('The transaction has ended.')
    await expect(first.commit()).rejects.toThrow('The transaction has ended.')
    await first.rollback()
    const ended = second.rollback()
    // Payload writes several rows at the same time; some come when the first has failed.
    await expect(second.execute(insert('too late'))).rejects.toThrow('The transaction has ended.')
    await ended
    const third = await writer.begin()
    await third.commit()
    expect(await stored()).toEqual([])
  })

  it('should take back what is left open, and say so when it is to be committed', async () => {
    const writer = makeWriter(url, { idle: 100, turn: 1000 })
    const left = await writer.begin()
    await left.execute(insert('left'))
    const next = await writer.begin()
    await expect(left.commit()).rejects.toThrow('The transaction has ended.')
    expect(String(left.failure)).toContain('left open')
    await next.execute(insert('next'))
    await next.commit()
    expect(next.failure).toBeUndefined()
    expect(await stored()).toEqual(['next'])
  })

  it('should hold no more files after transactions that failed', async () => {
    const writer = makeWriter(url, patience)
    const first = await writer.begin()
    await first.execute('PRAGMA max_page_count = 20')
    await first.commit()
    const openFiles = (): number => readdirSync('/proc/self/fd').length
    const before = openFiles()
    for (let number = 0; number < 50; number += 1) {
      const failing = await writer.begin()
      await expect(failing.execute(insert('x'.repeat(200_000)))).rejects.toThrow(/full/)
      expect(String(failing.failure)).toMatch(/full/)
      await failing.rollback()
    }
    expect(openFiles()).toBeLessThanOrEqual(before + 2)
  })

  it('should go on after a statement that was refused, and see what others have written since', async () => {
    const writer = makeWriter(url, patience)
    const other = makeWriter(url, patience)
    for (const end of ['commit', 'rollback'] as const) {
      const first = await writer.begin()
      await first.execute(insert(end))
      for (const returning of ['', ' RETURNING word']) {
        const { args, sql } = insert(end)
        await expect(first.execute({ args, sql: sql + returning })).rejects.toThrow(/UNIQUE/)
      }
      await first[end]()
      const second = await other.begin()
      await second.execute(insert(`other ${end}`))
      await second.commit()
      const third = await writer.begin()
      const { rows } = await third.execute({
        args: [`other ${end}`],
        sql: 'SELECT word FROM words WHERE word = ?',
      })
      expect(rows).toHaveLength(1)
      await third.commit()
    }
    expect(await stored()).toEqual(['commit', 'other commit', 'other rollback'])
  })
})

describe('a connection', () => {
  it.each([
    'SELECT word FROM words',
    'SELECT a.word FROM words a, words b, words c LIMIT 150',
    'SELECT nothing FROM words',
    "SELECT word FROM words WHERE json_extract(word, '$.a') = 1",
    'SELECT 9223372036854775807, word FROM words',
    'PRAGMA index_list("words")',
    'PRAGMA table_info("words")',
    'INSERT INTO words SELECT word FROM words RETURNING word',
  ])('should see what others have written after it was asked: %s', async (sql) => {
    const writer = makeWriter(url, patience)
    const reader = openConnection(url)
    const add = async (word: string): Promise<void> => {
      const transaction = await writer.begin()
      await transaction.execute(insert(word))
      await transaction.commit()
    }
    for (let number = 0; number < 6; number += 1) {
      await add(`earlier ${number}`)
    }
    for (const word of ['first', 'second', 'third']) {
      // Some are refused.
      await reader.execute(sql).catch(() => undefined)
      await add(word)
      const { rows } = await reader.execute({
        args: [word],
        sql: 'SELECT word FROM words WHERE word = ?',
      })
      expect(rows).toHaveLength(1)
    }
    await writer.close()
    reader.close()
  })

  it('should neither read nor write what is not where it was, and go on when it is back', async () => {
    const writer = makeWriter(url, patience)
    const reader = openConnection(url)
    const file = url.slice('file:'.length)
    const transaction = await writer.begin()
    await transaction.execute(insert('lost'))
    renameSync(file, `${file}.away`)
    for (const isReplaced of [false, true]) {
      if (isReplaced) {
        writeFileSync(file, '')
      }
      await expect(reader.execute('SELECT word FROM words')).rejects.toThrow(
        'moved, deleted or replaced',
      )
      await expect(transaction.commit()).rejects.toThrow(
        isReplaced ? 'has ended' : 'moved, deleted or replaced',
      )
      await expect(writer.begin()).rejects.toThrow('moved, deleted or replaced')
    }
    renameSync(`${file}.away`, file)
    const next = await writer.begin()
    await next.execute(insert('kept'))
    await next.commit()
    const { rows } = await reader.execute('SELECT word FROM words')
    expect(rows.map(({ word }) => word)).toEqual(['kept'])
  })
})
