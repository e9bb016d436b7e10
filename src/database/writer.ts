import type { InStatement, ResultSet, Transaction } from '@libsql/client'

import { setTimeout as pause } from 'node:timers/promises'

import { LibsqlError } from '@libsql/client'

import type { Connection } from './connection.ts'
import { fileOf, identityOf, openConnection } from './connection.ts'
import { tooBusy } from './outage.ts'

/** A transaction that remembers what broke it. */
export type WriterTransaction = { failure: Error | undefined } & Transaction

export type Writer = {
  /**
   * Begins a transaction as soon as no other request and no other process writes.
   *
   * @throws an error that says `tooBusy` where its turn does not come in time.
   */
  begin: () => Promise<WriterTransaction>
  close: () => Promise<void>
  /** The transaction that began last. */
  newest: () => undefined | WriterTransaction
}

type Timeouts = {
  /** After how long without a statement a transaction is taken back, in milliseconds. */
  idle: number
  /** How long a transaction waits for its turn, in milliseconds. */
  turn: number
}

/**
 * Has requests of this process take turns, in the order in which they come.
 *
 * @param longest how long one waits, in milliseconds.
 */
const makeTurns = (longest: number): { end: () => void; take: () => Promise<void> } => {
  let isTaken = false
  const waiting: (() => void)[] = []

  const take = (): Promise<void> => {
    if (!isTaken) {
      isTaken = true
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const myTurn = (): void => {
        clearTimeout(timeout)
        resolve()
      }
      const timeout = setTimeout(() => {
        waiting.splice(waiting.indexOf(myTurn), 1)
        reject(new Error(tooBusy))
      }, longest)
      waiting.push(myTurn)
    })
  }

  const end = (): void => {
    const next = waiting.shift()
    if (next) {
      next()
    } else {
      isTaken = false
    }
  }

  return { end, take }
}

/**
 * The one connection of this process that writes. SQLite has one writer at a time, and its own waiting
 * blocks the thread, so a second request of this process would wait for the first without ever letting
 * it finish; this has them take turns, in the order in which they come.
 *
 * Workaround (no issue known): of two requests that write at the same time Payload's adapter refuses one,
 * whatever `busyTimeout` (payloadcms/payload#15317) says, and loses what is written on that connection
 * afterwards; libsql leaves a connection open for each transaction. Can go when writes wait for each other
 * without blocking, and connections are closed; tests/integration/payload/upstream.test.ts notices.
 */
export const makeWriter = (url: string, { idle, turn }: Timeouts): Writer => {
  let connection: Connection | undefined = openConnection(url)
  const identity = identityOf(fileOf(url))
  const turns = makeTurns(turn)
  let newest: undefined | WriterTransaction

  /** A connection that is closed keeps its files, and its locks, until a garbage collection. */
  const takeBack = async (): Promise<void> => {
    // There may be nothing to take back.
    await connection?.executeMultiple('ROLLBACK').catch(() => undefined)
    if (connection?.isInTransaction) {
      connection.close()
      connection = undefined
    }
  }

  /** Another process may be writing. */
  const beginOn = async (deadline: number): Promise<Connection> => {
    for (;;) {
      connection ??= openConnection(url, identity)
      try {
        await connection.execute('BEGIN IMMEDIATE')
        return connection
      } catch (error) {
        if (!isBusy(error)) {
          await takeBack()
          throw error
        }
        if (Date.now() > deadline) {
          throw new Error(tooBusy)
        }
        await pause(2 + Math.random() * 8)
      }
    }
  }

  return {
    begin: async () => {
      const deadline = Date.now() + turn
      await turns.take()
      try {
        newest = transactionOn(await beginOn(deadline), { endTurn: turns.end, idle, takeBack })
        return newest
      } catch (error) {
        turns.end()
        throw error
      }
    },
    close: async () => {
      await takeBack()
      connection?.close()
      connection = undefined
    },
    newest: () => newest,
  }
}

/**
 * A transaction that has begun on the connection.
 *
 * @param endTurn is called once, when it has ended, however that was.
 * @param takeBack ends it without a commit.
 */
const transactionOn = (
  own: Connection,
  { endTurn, idle, takeBack }: { endTurn: () => void; idle: number; takeBack: () => Promise<void> },
): WriterTransaction => {
  let isOpen = true
  let usedAt = Date.now()
  let failure: Error | undefined

  const lookIfIdle = (): void => {
    const left = usedAt + idle - Date.now()
    if (left > 0) {
      timer = setTimeout(lookIfIdle, left)
      return
    }
    void breakBy(new Error('A transaction was left open, and was taken back.'))
  }
  let timer = setTimeout(lookIfIdle, idle)

  /** Whatever comes later is refused from here on: it would become part of the next transaction. */
  const end = async (work: () => Promise<unknown>): Promise<void> => {
    isOpen = false
    clearTimeout(timer)
    try {
      await work()
    } catch (error) {
      failure ??= error as Error
      await takeBack()
      throw error
    } finally {
      endTurn()
    }
  }

  const breakBy = async (error: Error): Promise<void> => {
    if (isOpen) {
      failure = error
      await end(takeBack)
    }
  }

  const refuseIfOver = (): void => {
    // SQLite may have taken the transaction back by itself; what followed would be written at once.
    if (isOpen && !own.isInTransaction) {
      void breakBy(new Error('SQLite has taken the transaction back.'))
    }
    if (!isOpen) {
      throw new LibsqlError('The transaction has ended.', 'TRANSACTION_CLOSED')
    }
  }

  const execute = async (statement: InStatement): Promise<ResultSet> => {
    refuseIfOver()
    usedAt = Date.now()
    try {
      return await own.execute(statement)
    } catch (error) {
      if (!isRefused(error)) {
        await breakBy(error as Error)
      }
      throw error
    }
  }

  const rollback = async (): Promise<void> => {
    if (isOpen) {
      await end(takeBack)
    }
  }

  return {
    batch: async (statements) => {
      const results = []
      for (const statement of statements) {
        results.push(await execute(statement))
      }
      return results
    },
    close: () => {
      rollback().catch(() => undefined)
    },
    get closed() {
      return !isOpen
    },
    commit: async () => {
      refuseIfOver()
      await end(() => own.execute('COMMIT'))
    },
    execute,
    executeMultiple: () =>
      Promise.reject(new Error('Several statements at once are not for transactions.')),
    get failure() {
      return failure
    },
    rollback,
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY')

/**
 * Whether a statement was refused for what it says, which leaves its transaction as it was. The driver
 * gives errors of a statement with RETURNING no code.
 */
const isRefused = (error: unknown): boolean =>
  /^SQLITE_(?:CONSTRAINT|ERROR|MISMATCH|RANGE)/.test(codeOf(error)) ||
  (error instanceof Error && error.message.includes('constraint failed'))
