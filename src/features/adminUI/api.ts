/** A reply of the API: its JSON, or the sentence that says what is wrong. */
type Reply<Body> = { body: Body; ok: true } | { data: unknown; message: string; ok: false }

type ErrorBody = { errors?: { data?: unknown; message?: string }[] }

/** Asks the API as the person who is signed in. A network that is gone is an error with a sentence, too. */
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
          ? 'The server does not answer. Please check the connection and try again.'
          : 'Der Server antwortet nicht. Bitte die Verbindung prüfen und noch einmal versuchen.',
      ok: false,
    }
  }
}

/** What is wrong with one field says more than that something is. */
const sentenceOf = (error: NonNullable<ErrorBody['errors']>[number] | undefined) =>
  (error?.data as ErrorBody | undefined)?.errors?.[0]?.message ?? error?.message
