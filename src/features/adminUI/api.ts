/** A reply of the API: its JSON, or the sentence that says what is wrong. */
type Reply<Body> = { body: Body; ok: true } | { data: unknown; message: string; ok: false }

type ErrorBody = { errors?: { data?: unknown; message?: string }[] }

/** Calls the API as the person who is signed in. Never throws: without a network, the reply says so. */
export const ask = async <Body>(
  path: string,
  { body, language, method }: { body?: object; language: string; method: 'GET' | 'POST' },
): Promise<Reply<Body>> => {
  try {
    const response = await fetch(`/api${path}`, {
      body: body ? JSON.stringify(body) : undefined,
      credentials: 'same-origin',
      headers: {
        'Accept-Language': language,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      method,
    })
    const json: unknown = await response.json()
    if (response.ok) {
      return { body: json as Body, ok: true }
    }
    const error = (json as ErrorBody).errors?.[0]
    return {
      data: error?.data,
      message: sentenceOf(error) ?? response.statusText,
      ok: false,
    }
  } catch {
    return {
      data: undefined,
      message:
        language === 'en'
          ? 'The server is not responding. Please check the connection and try again.'
          : 'Der Server antwortet nicht. Bitte die Verbindung prüfen und noch einmal versuchen.',
      ok: false,
    }
  }
}

/** The message of the first field with an error says more than that of the whole reply. */
const sentenceOf = (error: NonNullable<ErrorBody['errors']>[number] | undefined) =>
  (error?.data as ErrorBody | undefined)?.errors?.[0]?.message ?? error?.message
