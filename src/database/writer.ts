import type { InStatement, ResultSet, Transaction } from '@libsql/client'

import { setTimeout as pause } from 'node:timers/promises'

import { LibsqlError } from '@libsql/client'

import type { Connection } from './connection.ts'
import { fileOf, identityOf, openConnection } from './connection.ts'
import { busyMessage } from './outage.ts'

/** A transaction that remembers what broke it. */
export type WriterTransaction = { failure: Error | undefined } & Transaction

export type Writer = {
  /**
   * Begins a transaction as soon as no other request and no other process writes.
   *
   * @throws an error with `busyMessage` if its turn does not come in time.
   */
  begin: () => Promise<WriterTransaction>
  close: () => Promise<void>
  /** The transaction that began last. */
  newest: () => undefined | WriterTransaction
}

type Timeouts = {
  /** After how long without a statement a transaction is rolled back, in milliseconds. */
  idle: number
  /** How long a transaction waits for its turn, in milliseconds. */
  turn: number
}

/**
 * Lets requests of this process take turns, first come, first served.
 *
 * @param maxWait how long a request waits for its turn, in milliseconds.
 */
const makeTurns = (maxWait: number): { end: () => void; take: () => Promise<void> } => {
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
        reject(new Error(busyMessage))
      }, maxWait)
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
 * The one connection of this process that writes. SQLite has one writer at a time, and blocks the
 * thread while it waits for its turn. A second request of this process would so wait for the first, and
 * keep it from ever finishing. Here they take turns without blocking.
 *
 * Workaround (no issue known): when two requests write at the same time, Payload's adapter refuses one,
 * whatever `busyTimeout` (payloadcms/payload#15317) says, and loses what is written on that connection
 * afterwards. libsql leaves a connection open for each transaction. Can go when writes wait for each
 * other without blocking, and connections are closed; tests/integration/payload/upstream.test.ts
 * notices.
 *
 * @throws if the file cannot be opened.
 */
export const makeWriter = (url: string, { idle, turn }: Timeouts): Writer => {
  let connection: Connection | undefined = openConnection(url)
  const identity = identityOf(fileOf(url))
  const turns = makeTurns(turn)
  let newest: undefined | WriterTransaction

  /**
   * Rolls back what is open. Only where that fails is the connection closed: a closed one keeps its
   * files and locks until garbage collection.
   */
  const discard = async (): Promise<void> => {
    // Fails where there is nothing to roll back.
    await connection?.executeMultiple('ROLLBACK').catch(() => undefined)
    if (connection?.isInTransaction) {
      connection.close()
      connection = undefined
    }
  }

  /** Tries until the deadline, since another process may be writing. */
  const beginUntil = async (deadline: number): Promise<Connection> => {
    for (;;) {
      connection ??= openConnection(url, identity)
      try {
        await connection.execute('BEGIN IMMEDIATE')
        return connection
      } catch (error) {
        if (!isBusy(error)) {
          await discard()
          throw error
        }
        if (Date.now() > deadline) {
          throw new Error(busyMessage)
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
        newest = transactionOn(await beginUntil(deadline), { endTurn: turns.end, idle, discard })
        return newest
      } catch (error) {
        turns.end()
        throw error
      }
    },
    close: async () => {
      await discard()
      connection?.close()
      connection = undefined
    },
    newest: () => newest,
  }
}

/**
 * A transaction that has begun on the connection.
 *
 * @param discard ends the transaction without a commit.
 * @param endTurn is called once, when the transaction has ended in whatever way.
 */
const transactionOn = (
  connection: Connection,
  { endTurn, idle, discard }: { endTurn: () => void; idle: number; discard: () => Promise<void> },
): WriterTransaction => {
  let isOpen = true
  let usedAt = Date.now()
  let failure: Error | undefined

  const rollBackIfIdle = (): void => {
    const remaining = usedAt + idle - Date.now()
    if (remaining > 0) {
      timer = setTimeout(rollBackIfIdle, remaining)
      return
    }
    void failWith(new Error('A transaction was left open, and was rolled back.'))
  }
  let timer = setTimeout(rollBackIfIdle, idle)

  /** From here on, statements are refused: they would become part of the next transaction. */
  const end = async (work: () => Promise<unknown>): Promise<void> => {
    isOpen = false
    clearTimeout(timer)
    try {
      await work()
    } catch (error) {
      failure ??= error as Error
      await discard()
      throw error
    } finally {
      endTurn()
    }
  }

  const failWith = async (error: Error): Promise<void> => {
    if (isOpen) {
      failure = error
      await end(discard)
    }
  }

  const throwIfEnded = (): void => {
    // SQLite may have rolled the transaction back by itself; further statements would be written at once.
    if (isOpen && !connection.isInTransaction) {
      void failWith(new Error('SQLite has rolled the transaction back.'))
    }
    if (!isOpen) {
      throw new LibsqlError('The transaction has ended.', 'TRANSACTION_CLOSED')
    }
  }

  const execute = async (statement: InStatement): Promise<ResultSet> => {
    throwIfEnded()
    usedAt = Date.now()
    try {
      return await connection.execute(statement)
    } catch (error) {
      if (!isStatementError(error)) {
        await failWith(error as Error)
      }
      throw error
    }
  }

  const rollback = async (): Promise<void> => {
    if (isOpen) {
      await end(discard)
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
      throwIfEnded()
      await end(() => connection.execute('COMMIT'))
    },
    execute,
    executeMultiple: () =>
      Promise.reject(new Error('A transaction takes one statement at a time.')),
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
 * Whether SQLite refused the statement itself, such as for a constraint. That leaves the transaction
 * intact. With RETURNING, the driver's errors have no code.
 */
const isStatementError = (error: unknown): boolean =>
  /^SQLITE_(?:CONSTRAINT|ERROR|MISMATCH|RANGE)/.test(codeOf(error)) ||
  (error instanceof Error && error.message.includes('constraint failed'))
