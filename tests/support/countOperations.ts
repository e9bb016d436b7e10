import type { Client, InStatement } from '@libsql/client'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'

/** Where a process looks, once in a moment, for what others have changed (src/database/revision.ts). */
const isLook = (text: string): boolean => /payload[-_]kv/.test(text)

/** How often the database is asked while something is done, without looks for what others have changed. */
export const countOperations = async (
  payload: Payload,
  work: () => Promise<unknown>,
): Promise<number> => {
  let count = 0
  if (payload.db.name === 'sqlite') {
    const { client } = payload.db as unknown as { client: Client }
    const execute = client.execute.bind(client)
    client.execute = (statement: InStatement) => {
      count += isLook(typeof statement === 'string' ? statement : statement.sql) ? 0 : 1
      return execute(statement)
    }
    await work()
    client.execute = execute
    return count
  }
  const { connection } = payload.db as unknown as MongooseAdapter
  connection.set('debug', (collection: string) => {
    count += isLook(collection) ? 0 : 1
  })
  await work()
  connection.set('debug', false)
  return count
}
