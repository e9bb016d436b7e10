/** Largest bodies, in bytes: of an upload (the file has a limit of its own), of the rest. */
const largest = { other: 2_000_000, upload: 25_000_000 }

/**
 * Reads the body of a request, but no more of it than is allowed.
 *
 * @returns undefined when it is too large.
 */
export const readBody = async (request: Request): Promise<Blob | undefined> => {
  const isUpload = request.headers.get('content-type')?.startsWith('multipart/form-data')
  const allowed = isUpload ? largest.upload : largest.other
  const reader = request.body?.getReader()
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { value } = (await reader?.read()) ?? {}
    if (!value) {
      return new Blob(chunks)
    }
    chunks.push(value)
    size += value.byteLength
    if (size > allowed) {
      void reader?.cancel()
      return undefined
    }
  }
}
