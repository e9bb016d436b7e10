/** A file as it lies there. */
export type StoredFile = {
  /** `media/NAME` or `documents/NAME`. */
  key: string
  modifiedAt: Date
  /** In bytes. */
  size: number
}

/** The first and the last byte that is wanted. */
type Span = { end: number; start: number }

/** Where the files of uploads lie. Nobody but the server reads them. */
export type FileStore = {
  copy: (from: string, to: string) => Promise<void>
  /** What lies below a folder, such as `media/`. */
  list: (folder: string) => AsyncIterable<StoredFile>
  /** For the operator. */
  name: string
  /** @throws where there is no such file. */
  read: (key: string, span?: Span) => Promise<ReadableStream<Uint8Array>>
  /** Also where there is no such file. */
  remove: (key: string) => Promise<void>
  /** @returns undefined where there is no such file. */
  stat: (key: string) => Promise<StoredFile | undefined>
  /** None ever changes under its name. */
  write: (key: string, data: Buffer) => Promise<void>
}
