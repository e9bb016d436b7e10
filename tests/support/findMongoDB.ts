import type { MongoMemoryReplSet } from 'mongodb-memory-server-core'

type TestMongoDB = {
  /** The connection string of a database of that name on the server. */
  database: (name: string) => string
}

/**
 * The MongoDB to test on: the one that `MONGODB_URI` names, else one that mongodb-memory-server
 * finds or downloads. Where there is none, one loud line says so.
 *
 * @throws where `REQUIRE_MONGODB=1` and there is none.
 */
export const findMongoDB = async (): Promise<TestMongoDB | undefined> => {
  if (process.env.MONGODB_URI) {
    return serverAt(process.env.MONGODB_URI)
  }
  try {
    return serverAt((await startMemoryServer()).getUri())
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(/,? Details|\n/)[0] : String(error)
    if (process.env.REQUIRE_MONGODB === '1') {
      throw new Error(`REQUIRE_MONGODB=1, but there is no MongoDB to test on: ${reason}`, {
        cause: error,
      })
    }
    console.warn(
      `\n!!! MONGODB IS NOT TESTED: MONGODB_URI is not set, and no mongod was found or downloaded (${reason}).\n`,
    )
    return undefined
  }
}

const startMemoryServer = async (): Promise<MongoMemoryReplSet> => {
  const { MongoBinary, MongoMemoryReplSet } = await import('mongodb-memory-server-core')
  // Asked for the program alone, it fails without a page of messages.
  await MongoBinary.getPath()
  const server = await MongoMemoryReplSet.create({ replSet: { count: 1 } })
  process.once('exit', () => {
    void server.stop()
  })
  return server
}

const serverAt = (uri: string): TestMongoDB => ({
  database: (name) => {
    const url = new URL(uri)
    url.pathname = `/${name}`
    return url.href
  },
})
