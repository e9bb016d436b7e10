import type { AfterErrorHook } from 'payload'

import { outageOf } from '../database/outage.ts'
import type { Text } from '../lib/say.ts'
import { say } from '../lib/say.ts'
import { setRetryAfter } from './tellWhenToTryAgain.ts'

/** What is told of an outage. */
export const outageTexts: Record<'busy' | 'files' | 'full' | 'gone', Text> = {
  busy: {
    de: 'Es wird gerade zu viel gleichzeitig gespeichert, gespeichert wurde nichts. Bitte in einigen Sekunden noch einmal versuchen.',
    en: 'Too much is being saved at once, so nothing was saved. Please try again in a few seconds.',
  },
  files: {
    de: 'Die Ablage der Dateien antwortet gerade nicht. Bitte in einer Minute noch einmal versuchen; hilft das nicht, verständigen Sie bitte, wer den Server betreut.',
    en: 'The storage of files does not answer at the moment. Please try again in a minute; if that does not help, tell whoever looks after the server.',
  },
  full: {
    de: 'Der Speicherplatz des Servers ist voll, gespeichert wurde nichts. Bitte verständigen Sie, wer den Server betreut.',
    en: 'The server has run out of space, so nothing was saved. Please tell whoever looks after the server.',
  },
  gone: {
    de: 'Die Datenbank antwortet gerade nicht. Bitte in einer Minute noch einmal versuchen; hilft das nicht, verständigen Sie bitte, wer den Server betreut.',
    en: 'The database does not answer at the moment. Please try again in a minute; if that does not help, tell whoever looks after the server.',
  },
}

/** When to try again, in seconds. */
export const waits = { busy: 5, files: 60, full: 300, gone: 60 }

/** Answers 503, and says why and when to try again, where the database cannot do its part. */
export const tellOutage: AfterErrorHook = ({ error, graphqlResult, req }) => {
  const outage = outageOf(error)
  if (!outage) {
    return
  }
  const message = say(req, outageTexts[outage])
  setRetryAfter(req, waits[outage])
  return {
    ...(graphqlResult && {
      graphqlResult: {
        ...graphqlResult,
        extensions: { ...graphqlResult.extensions, statusCode: 503 },
        message,
      },
    }),
    response: { errors: [{ message }] },
    status: 503,
  }
}
