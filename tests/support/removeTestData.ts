import type { TestProject } from 'vitest/node'

import { rm } from 'node:fs/promises'
import path from 'node:path'

import { MongoClient } from 'mongodb'

/** Removes what the tests of a project leave behind: files, and databases of the same run. */
export default function setup(project: TestProject) {
  return async () => {
    const { DATABASE_URL: url = '', DATA_DIR: dataDirectory = '' } = project.config.env
    // Test files make folders of their own beside this one.
    await rm(path.dirname(dataDirectory), { force: true, recursive: true })
    if (url.startsWith('file:')) {
      return
    }
    const client = new MongoClient(url)
    const { databases } = await client.db().admin().listDatabases({ nameOnly: true })
    const own = new URL(url).pathname.slice(1)
    for (const { name } of databases) {
      if (name.startsWith(own)) {
        await client.db(name).dropDatabase()
      }
    }
    await client.close()
  }
}
