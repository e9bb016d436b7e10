import type { Client, InStatement, ResultSet, Transaction } from '@libsql/client'

import { setTimeout as pause } from 'node:timers/promises'

import { LibsqlError } from '@libsql/client'

import { fileOf, identityOf, openConnection } from './connection.ts'
import { tooBusy } from './outage.ts'

export type Writer = {
  /**
   * Begins a transaction as soon as no other request and no other process writes.
   *
   * @throws an error that says `tooBusy` after `patience`.
   */
  begin: () => Promise<Transaction>
  close: () => Promise<void>
}

/**
 * The one connection of this process that writes. SQLite has one writer at a time, and its own waiting
 * blocks the thread, so a second request of this process would wait for the first without ever letting
 * it finish; this has them take turns, in the order in which they come. A connection on which something
 * failed, other than by what a statement says, is replaced.
 *
 * @param patience how long a transaction waits for its turn, in milliseconds.
 */
export const makeWriter = (url: string, patience: number): Writer => {
  let client: Client | undefined = openConnection(url)
  const identity = identityOf(fileOf(url))
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

  /** Closing alone takes nothing back, and lets no lock go, before a garbage collection. */
  const replace = async (): Promise<void> => {
    const old = client
    client = undefined
    // There may be nothing to take back.
    await old?.executeMultiple('ROLLBACK').catch(() => undefined)
    old?.close()
  }

  /** Another process may be writing. */
  const beginOn = async (deadline: number): Promise<Client> => {
    for (;;) {
      client ??= openConnection(url, identity)
      try {
        await client.execute('BEGIN IMMEDIATE')
        return client
      } catch (error) {
        if (!isBusy(error)) {
          await replace()
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

    const end = async ({ isSpoilt }: { isSpoilt: boolean }): Promise<void> => {
      if (isOpen) {
        isOpen = false
        if (isSpoilt) {
          await replace()
        }
        endTurn()
      }
    }

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
          await end({ isSpoilt: true })
        }
        throw error
      }
    }

    const endWith = async (statement: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
      try {
        await run(statement)
      } catch (error) {
        await end({ isSpoilt: true })
        throw error
      }
      await end({ isSpoilt: false })
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
