import type { S3 } from '@aws-sdk/client-s3'

import { bucketFailureMessage } from '../../database/outage.ts'
import type { Environment } from '../../environment.ts'
import type { FileStore } from './FileStore.ts'

/**
 * Files in a private S3 bucket.
 *
 * Workaround (no issue known): Payload's own adapter (@payloadcms/storage-s3 3.90.1) removes a replaced
 * file before the document with the new one is committed. Can go when it waits for the commit; no test
 * notices.
 */
export const bucketStore = ({
  bucket,
  endpoint,
  ...access
}: NonNullable<Environment['bucket']>): FileStore => {
  let connected: Promise<S3> | undefined
  const connect = async (): Promise<S3> => {
    // Imported only here, since the SDK takes much memory.
    const { S3 } = await import('@aws-sdk/client-s3')
    return new S3({
      ...access,
      // Short, since a person is waiting.
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
      // With the bucket in the path, which every server supports; as a host name, it would need DNS.
      ...(endpoint && { endpoint, forcePathStyle: true }),
    })
  }

  const ask = async <Result>(work: (client: S3) => Promise<Result>): Promise<Result> => {
    connected ??= connect()
    try {
      return await work(await connected)
    } catch (cause) {
      throw new Error(`${bucketFailureMessage(bucket)}: ${String(cause)}`, { cause })
    }
  }

  return {
    copy: async (from, to) => {
      await ask((client) =>
        client.copyObject({ Bucket: bucket, CopySource: `${bucket}/${from}`, Key: to }),
      )
    },
    async *list(below) {
      let after: string | undefined
      do {
        const { Contents = [], NextContinuationToken } = await ask((client) =>
          client.listObjectsV2({ Bucket: bucket, ContinuationToken: after, Prefix: below }),
        )
        for (const { Key: key = '', LastModified = new Date(), Size = 0 } of Contents) {
          yield { key, modifiedAt: LastModified, size: Size }
        }
        after = NextContinuationToken
      } while (after)
    },
    name: `the bucket ${bucket}`,
    read: (key, span) =>
      ask(async (client) => {
        const { Body } = await client.getObject({
          Bucket: bucket,
          Key: key,
          Range: span && `bytes=${span.start}-${span.end}`,
        })
        if (!Body) {
          throw new Error(`There is no content of ${key}.`)
        }
        return Body.transformToWebStream() as ReadableStream<Uint8Array>
      }),
    remove: async (key) => {
      await ask((client) => client.deleteObject({ Bucket: bucket, Key: key }))
    },
    stat: (key) =>
      ask(async (client) => {
        try {
          const { ContentLength = 0, LastModified = new Date() } = await client.headObject({
            Bucket: bucket,
            Key: key,
          })
          return { key, modifiedAt: LastModified, size: ContentLength }
        } catch (error) {
          if ((error as Error).name === 'NotFound') {
            return undefined
          }
          throw error
        }
      }),
    write: async (key, data) => {
      await ask((client) => client.putObject({ Body: data, Bucket: bucket, Key: key }))
    },
  }
}
