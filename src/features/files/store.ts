import { environment } from '../../environment.ts'
import { bucketStore } from './bucketStore.ts'
import type { FileStore } from './FileStore.ts'
import { folderStore } from './folderStore.ts'

export const files: FileStore = environment.bucket
  ? bucketStore(environment.bucket)
  : folderStore(environment.dataDirectory)

export const readAll = async (key: string): Promise<Buffer> =>
  Buffer.from(await new Response(await files.read(key)).arrayBuffer())
