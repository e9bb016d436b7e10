import type { AfterErrorHook } from 'payload'

import { outageOf } from '../database/outage.ts'
import type { Text } from '../lib/say.ts'
import { say } from '../lib/say.ts'
import { setRetryAfter } from './tellWhenToTryAgain.ts'

/** What people read of an outage. */
export const outageTexts: Record<'busy' | 'files' | 'full' | 'gone', Text> = {
  busy: {
    de: 'Es wird gerade zu viel gleichzeitig gespeichert, gespeichert wurde nichts. Bitte in einigen Sekunden noch einmal versuchen.',
    en: 'Too many changes are being saved at once, so nothing was saved. Please try again in a few seconds.',
  },
  files: {
    de: 'Die Ablage der Dateien antwortet gerade nicht. Bitte in einer Minute noch einmal versuchen; hilft das nicht, verständigen Sie bitte, wer den Server betreut.',
    en: 'The file storage is not responding at the moment. Please try again in a minute; if that does not help, please contact your server administrator.',
  },
  full: {
    de: 'Der Speicherplatz des Servers ist voll, gespeichert wurde nichts. Bitte verständigen Sie, wer den Server betreut.',
    en: 'The server has run out of space, so nothing was saved. Please contact your server administrator.',
  },
  gone: {
    de: 'Die Datenbank antwortet gerade nicht. Bitte in einer Minute noch einmal versuchen; hilft das nicht, verständigen Sie bitte, wer den Server betreut.',
    en: 'The database is not responding at the moment. Please try again in a minute; if that does not help, please contact your server administrator.',
  },
}

/** After how many seconds a client may try again. */
export const retryAfterSeconds = { busy: 5, files: 60, full: 300, gone: 60 }

/** Answers 503, with the reason and `Retry-After`, when the database or the file storage fails. */
export const tellOutage: AfterErrorHook = ({ error, graphqlResult, req }) => {
  const outage = outageOf(error)
  if (!outage) {
    return
  }
  const message = say(req, outageTexts[outage])
  setRetryAfter(req, retryAfterSeconds[outage])
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
