import type { Client, InStatement } from '@libsql/client'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'

/** Where a process looks, once in a moment, for what others have changed (src/database/revision.ts). */
const isLook = (text: string): boolean => /payload[-_]kv/.test(text)

/**
 * How often the database is asked for content while something is done; looks for what others have changed
 * apart.
 */
export const countOperations = async (
  payload: Payload,
  work: () => Promise<unknown>,
): Promise<{ looks: number; operations: number }> => {
  const counts = { looks: 0, operations: 0 }
  const count = (text: string): void => {
    counts[isLook(text) ? 'looks' : 'operations'] += 1
  }
  if (payload.db.name === 'sqlite') {
    const { client } = payload.db as unknown as { client: Client }
    const execute = client.execute.bind(client)
    client.execute = (statement: InStatement) => {
      count(typeof statement === 'string' ? statement : statement.sql)
      return execute(statement)
    }
    await work()
    client.execute = execute
    return counts
  }
  const { connection } = payload.db as unknown as MongooseAdapter
  connection.set('debug', count)
  await work()
  connection.set('debug', false)
  return counts
}
