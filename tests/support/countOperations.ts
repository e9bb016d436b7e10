import type { Client } from '@libsql/client'
import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'

/** How often the database is asked while something is done. */
export const countOperations = async (
  payload: Payload,
  work: () => Promise<unknown>,
): Promise<number> => {
  let count = 0
  if (payload.db.name === 'sqlite') {
    const { client } = payload.db as unknown as { client: Client }
    const execute = client.execute.bind(client)
    client.execute = (statement: never) => {
      count += 1
      return execute(statement)
    }
    await work()
    client.execute = execute
    return count
  }
  const { connection } = payload.db as unknown as MongooseAdapter
  connection.set('debug', () => {
    count += 1
  })
  await work()
  connection.set('debug', false)
  return count
}
