import type { Report } from './importPartners.ts'

type Progress = { done: number; of: number }

/**
 * Sends a file for import, and reads the reply line by line. It never throws: a failed request is an
 * error in the report, with `isUnknown` if the browser cannot know whether anything was imported.
 */
export const sendTable = async ({
  file,
  isTrial,
  language,
  onProgress,
}: {
  file: File
  isTrial: boolean
  language: string
  onProgress: (progress: Progress) => void
}): Promise<{ isUnknown?: boolean } & Report> => {
  try {
    const body = new FormData()
    body.set('file', file)
    const response = await fetch(`/api/partners/import?trial=${isTrial}`, {
      body,
      headers: { Accept: 'application/x-ndjson', 'Accept-Language': language },
      method: 'POST',
    })
    if (!response.ok || !response.body) {
      const { errors } = (await response.json()) as Report
      return { addresses: [], errors, rows: [] }
    }
    let rest = ''
    for (const reader = response.body.pipeThrough(new TextDecoderStream()).getReader(); ;) {
      const { done, value = '' } = await reader.read()
      const lines = (rest + value).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const step = JSON.parse(line) as Progress | Report
        if ('rows' in step) {
          return step
        }
        onProgress(step)
      }
      if (done) {
        throw new Error('The answer has no end.')
      }
    }
  } catch {
    const message =
      language === 'en'
        ? 'The server is not responding. Please check the connection and try again; what was imported is in the list.'
        : 'Der Server antwortet nicht. Bitte die Verbindung prüfen und noch einmal versuchen; was übernommen wurde, steht in der Liste.'
    return { addresses: [], errors: [{ message }], isUnknown: true, rows: [] }
  }
}
