import { createReadStream } from 'node:fs'
import { mkdir, opendir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'

import type { FileStore, StoredFile } from './FileStore.ts'

/** Files in a folder of this machine. */
export const folderStore = (folder: string): FileStore => {
  const pathOf = (key: string): string => path.join(folder, path.normalize(`/${key}`))

  const write = async (key: string, data: Buffer): Promise<void> => {
    const file = pathOf(key)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, data, { flag: 'wx', flush: true })
  }

  const find = async (key: string): Promise<StoredFile | undefined> => {
    const found = await stat(pathOf(key)).catch(unlessMissing)
    return found?.isFile() ? { key, modifiedAt: found.mtime, size: found.size } : undefined
  }

  return {
    copy: async (from, to) => write(to, await readFile(pathOf(from))),
    async *list(below) {
      const entries = await opendir(pathOf(below)).catch(unlessMissing)
      for await (const { name } of entries ?? []) {
        const found = await find(`${below}${name}`)
        if (found) {
          yield found
        }
      }
    },
    name: `the folder ${folder}`,
    read: async (key, span) => {
      const stream = createReadStream(pathOf(key), span)
      await new Promise((resolve, reject) => {
        stream.once('open', resolve).once('error', reject)
      })
      return Readable.toWeb(stream) as ReadableStream<Uint8Array>
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    stat: find,
    write,
  }
}

const unlessMissing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== 'ENOENT') {
    throw error
  }
}
