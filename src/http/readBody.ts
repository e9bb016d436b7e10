/** The largest body of an upload (the file has a limit of its own), and of any other request. */
const maxBytes = { other: 2_000_000, upload: 25_000_000 }

/**
 * Reads the body of a request, and stops where it is too large.
 *
 * @returns undefined if it is too large.
 */
export const readBody = async (request: Request): Promise<Blob | undefined> => {
  const isUpload = request.headers.get('content-type')?.startsWith('multipart/form-data')
  const limit = isUpload ? maxBytes.upload : maxBytes.other
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
    if (size > limit) {
      void reader?.cancel()
      return undefined
    }
  }
}
