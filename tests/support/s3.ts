import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { S3 } from '@aws-sdk/client-s3'

import { tellMissing } from './programs.ts'

// Debian's packages are those of Debian's Python.
const python = '/usr/bin/python3'

/**
 * Whether there is a server that speaks S3: Debian's python3-swift.
 *
 * @throws as `hasPrograms` does.
 */
export const hasS3 = (): boolean => {
  const { status } = spawnSync(python, ['-c', 'import swift'])
  return tellMissing(status === 0 ? [] : ['python3-swift'], 'uploads in a bucket are not tested')
}

const access = { accessKeyId: 'test:office', secretAccessKey: 'secret-of-the-tests' }

/** An object store with one bucket; in a folder that may have extended attributes. */
export const startS3 = async (): Promise<{
  client: S3
  settings: Record<string, string>
  stop: () => void
}> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ikost-s3-'))
  const script = fileURLToPath(new URL('s3Server.py', import.meta.url))
  const server = spawn(python, [script, folder, access.accessKeyId, access.secretAccessKey], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = (await once(server.stdout, 'data')) as [Buffer]
  const endpoint = `http://127.0.0.1:${port.toString().trim()}`
  const client = new S3({
    credentials: access,
    endpoint,
    forcePathStyle: true,
    region: 'us-east-1',
  })
  await client.createBucket({ Bucket: 'uploads' })
  return {
    client,
    settings: {
      S3_ACCESS_KEY_ID: access.accessKeyId,
      S3_BUCKET: 'uploads',
      S3_ENDPOINT: endpoint,
      S3_SECRET_ACCESS_KEY: access.secretAccessKey,
    },
    stop: () => server.kill('SIGKILL'),
  }
}
