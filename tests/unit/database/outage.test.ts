import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { MongoNetworkError, MongoServerError } from 'mongodb'
import { APIError } from 'payload'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'

import { openConnection } from '../../../src/database/connection.ts'
import { outageOf } from '../../../src/database/outage.ts'
import { makeWriter } from '../../../src/database/writer.ts'
import { withRequestId } from '../../../src/http/requestId.ts'
import { logWithoutValues, serializeError } from '../../../src/http/serializeError.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'outage-'))

afterAll(() => {
  rmSync(folder, { force: true, recursive: true })
})

const withCode = (code: string): Error => Object.assign(new Error('It failed.'), { code })

const conflict = new MongoServerError({
  errorLabels: ['TransientTransactionError'],
  message: 'WriteConflict',
})

// As the driver throws it within a transaction.
const cutOff = new MongoNetworkError('closed')
cutOff.addErrorLabel('TransientTransactionError')

describe('an outage', () => {
  it.each([
    ['busy', withCode('SQLITE_BUSY')],
    ['busy', withCode('SQLITE_BUSY_SNAPSHOT')],
    ['busy', conflict],
    ['gone', cutOff],
    ['busy', new Error('Error: cannot begin transaction: Others have been writing for too long.')],
    ['full', withCode('SQLITE_FULL')],
    ['full', withCode('ENOSPC')],
    ['gone', withCode('SQLITE_IOERR_WRITE')],
    ['gone', withCode('SQLITE_READONLY')],
    ['gone', withCode('EROFS')],
    ['gone', new MongoNetworkError('connection 3 to 127.0.0.1 closed')],
    [undefined, withCode('SQLITE_CONSTRAINT_UNIQUE')],
    [undefined, new MongoServerError({ code: 11_000, message: 'E11000 duplicate key' })],
    [undefined, new Error('undefined is not a function')],
    [undefined, 'no error at all'],
  ] as const)('should be %s: %s', (outage, error) => {
    expect(outageOf(error)).toBe(outage)
    const wrapped = new Error('Failed query: select 1', { cause: error })
    expect(outageOf(wrapped)).toBe(outage)
    expect(outageOf(Object.assign(new Error('GraphQL'), { originalError: wrapped }))).toBe(outage)
  })

  it('should end a transaction whole when there is no space left, and the next go on', async () => {
    const url = `file:${path.join(folder, 'full.db')}`
    const reader = openConnection(url)
    await reader.execute('PRAGMA journal_mode = WAL')
    await reader.execute('CREATE TABLE words (word text)')
    const writer = makeWriter(url, { idle: 60_000, turn: 1000 })
    const full = await writer.begin()
    await full.execute('PRAGMA max_page_count = 20')
    const fill = async (): Promise<void> => {
      for (let number = 0; number < 100; number += 1) {
        await full.execute({ args: ['x'.repeat(2000)], sql: 'INSERT INTO words VALUES (?)' })
      }
    }
    const error: unknown = await fill().catch((reason: unknown) => reason)
    expect(outageOf(error)).toBe('full')
    await expect(full.commit()).rejects.toThrow('The transaction has ended.')
    const next = await writer.begin()
    await next.execute("INSERT INTO words VALUES ('small')")
    await next.commit()
    expect((await reader.execute('SELECT word FROM words')).rows).toHaveLength(1)
    await writer.close()
    reader.close()
  })
})

describe('an error in the log', () => {
  const cause = Object.assign(new Error('E11000 dup key: { email: "geheim@example.org" }'), {
    code: 'SQLITE_FULL',
  })
  const failed = new Error(
    'Failed query: insert into "partners" values (?, ?)\nparams: Geheimweg 5\n    at home,38100\nBraunschweig',
    { cause },
  )
  const wrapped = Object.assign(new Error(failed.message), { cause: failed })
  const secrets = /Geheimweg|38100|Braunschweig|at home|geheim@/

  it('should name the query that failed, without the values of the document', () => {
    const logged = JSON.stringify(serializeError(wrapped))
    expect(logged).toContain('insert into')
    expect(logged).toContain('SQLITE_FULL')
    expect(logged).toContain('outage.test.ts')
    expect(logged).not.toMatch(secrets)
  })

  it.each([
    [[wrapped]],
    [[{ err: wrapped }]],
    [[{ err: wrapped, msg: 'A sentence.' }]],
    [[{ err: wrapped }, 'A sentence.']],
  ])('should have a sentence without values', (given) => {
    const lines: string[] = []
    const logger = pino(
      { hooks: { logMethod: logWithoutValues }, serializers: { err: serializeError } },
      { write: (line: string) => lines.push(line) },
    )
    logger.error(...(given as [object, string]))
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '').msg).toMatch(/insert into|A sentence/)
    expect(lines[0]).toContain('outage.test.ts')
    expect(lines[0]).not.toMatch(secrets)
  })

  it.each([
    [new APIError('Kanarienvogel is unknown.', 400), ['debug']],
    [Object.assign(new Error('GraphQL'), { originalError: new APIError('no', 404) }), ['debug']],
    [new APIError('broken', 500), ['error']],
    [new Error('broken'), ['error']],
  ])('should not be called ours where a client is refused', (err, levels) => {
    const lines: string[] = []
    const logger = pino(
      { hooks: { logMethod: logWithoutValues }, level: 'debug' },
      { write: (line: string) => lines.push(line) },
    )
    withRequestId('12345678', () => logger.error({ err }))
    expect(lines.map((line) => logger.levels.labels[JSON.parse(line).level])).toEqual(levels)
    expect(lines[0]).not.toContain('Kanarienvogel')
  })

  it('should be called ours beside requests, whatever its status', () => {
    const lines: string[] = []
    const logger = pino(
      { hooks: { logMethod: logWithoutValues } },
      { write: (line: string) => lines.push(line) },
    )
    logger.error({ err: new APIError('broken', 400) })
    expect(lines).toHaveLength(1)
  })
})
