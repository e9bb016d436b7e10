import type { Client, InStatement, ResultSet, Transaction } from '@libsql/client'

import { setTimeout as pause } from 'node:timers/promises'

import { LibsqlError } from '@libsql/client'

import { openConnection } from './connection.ts'

/** What an error says where others have been writing for too long. */
export const tooBusy = 'Others have been writing for too long.'

export type Writer = {
  /**
   * Begins a transaction as soon as no other request and no other process writes.
   *
   * @throws an error that says `tooBusy` after `patience`.
   */
  begin: () => Promise<Transaction>
  close: () => void
}

/**
 * The one connection of this process that writes. SQLite has one writer at a time, and its own waiting
 * blocks the thread, so a second request of this process would wait for the first without ever letting
 * it finish; this has them take turns, in the order in which they come. A connection on which something
 * was refused may keep an old snapshot of the database for good, so it is closed and replaced.
 *
 * @param patience how long a transaction waits for its turn, in milliseconds.
 */
export const makeWriter = (url: string, patience: number): Writer => {
  let client: Client | undefined
  let isTaken = false
  const waiting: (() => void)[] = []

  const takeTurn = (): Promise<void> => {
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
      }, patience)
      waiting.push(myTurn)
    })
  }

  const endTurn = (): void => {
    const next = waiting.shift()
    if (next) {
      next()
    } else {
      isTaken = false
    }
  }

  const replace = (): void => {
    client?.close()
    client = undefined
  }

  /** Another process may be writing. */
  const beginOn = async (deadline: number): Promise<Client> => {
    for (;;) {
      client ??= openConnection(url)
      try {
        await client.execute('BEGIN IMMEDIATE')
        return client
      } catch (error) {
        replace()
        if (!isBusy(error)) {
          throw error
        }
        if (Date.now() > deadline) {
          throw new Error(tooBusy)
        }
        await pause(2 + Math.random() * 8)
      }
    }
  }

  const transactionOn = (connection: Client): Transaction => {
    let isOpen = true
    let isSpoilt = false

    const run = async (statement: InStatement): Promise<ResultSet> => {
      if (!isOpen) {
        // It would become part of the transaction of somebody else.
        throw new LibsqlError('The transaction has ended.', 'TRANSACTION_CLOSED')
      }
      try {
        return await connection.execute(statement)
      } catch (error) {
        if (!isRefused(error)) {
          // SQLite may have rolled back by itself; what followed would be committed at once.
          isSpoilt = true
          end()
        }
        throw error
      }
    }

    /** Closing takes back what is not committed. */
    const end = (): void => {
      if (isOpen) {
        isOpen = false
        if (isSpoilt) {
          replace()
        }
        endTurn()
      }
    }

    const endWith = async (statement: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
      try {
        await run(statement)
      } finally {
        end()
      }
    }

    const rollback = async (): Promise<void> => {
      if (isOpen) {
        await endWith('ROLLBACK')
      }
    }

    return {
      batch: async (statements) => {
        const results = []
        for (const statement of statements) {
          results.push(await run(statement))
        }
        return results
      },
      close: () => void rollback(),
      get closed() {
        return !isOpen
      },
      commit: () => endWith('COMMIT'),
      execute: run,
      executeMultiple: async (sql) => {
        await run(sql)
      },
      rollback,
    }
  }

  return {
    begin: async () => {
      const deadline = Date.now() + patience
      await takeTurn()
      try {
        return transactionOn(await beginOn(deadline))
      } catch (error) {
        endTurn()
        throw error
      }
    },
    close: replace,
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
