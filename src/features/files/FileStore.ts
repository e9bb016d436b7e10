/** A file in the store. */
export type StoredFile = {
  /** `media/NAME` or `documents/NAME`. */
  key: string
  modifiedAt: Date
  /** In bytes. */
  size: number
}

/** The first and the last byte to read, both included. */
type ByteRange = { end: number; start: number }

/** Where uploaded files are kept. Only the server reads them. */
export type FileStore = {
  copy: (from: string, to: string) => Promise<void>
  /** All files in a folder, such as `media/`. */
  list: (folder: string) => AsyncIterable<StoredFile>
  /** A name for messages to the operator. */
  name: string
  /** @throws if there is no such file. */
  read: (key: string, span?: ByteRange) => Promise<ReadableStream<Uint8Array>>
  /** Does nothing if there is no such file. */
  remove: (key: string) => Promise<void>
  /** @returns undefined if there is no such file. */
  stat: (key: string) => Promise<StoredFile | undefined>
  /** Writes a new file. A file is never overwritten. */
  write: (key: string, data: Buffer) => Promise<void>
}
