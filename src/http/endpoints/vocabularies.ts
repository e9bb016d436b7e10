import type { Endpoint } from 'payload'

import { localeOf } from '../../addresses/localeOf.ts'
import { publicVocabularies } from '../../vocabularies/all.ts'
import { locales } from '../../vocabularies/locales.ts'
import type { Vocabulary } from '../../vocabularies/vocabulary.ts'
import { labelLanguageOf } from '../../vocabularies/vocabulary.ts'

/**
 * `GET /api/vocabularies?locale=en`: all codes that fields hold, with what to call them, and the
 * languages of the content. Labels are German or English; other languages get the German ones.
 */
export const vocabularies: Endpoint = {
  handler: (req) => {
    const language = labelLanguageOf(localeOf(req))
    const inLanguage = (terms: Vocabulary) =>
      terms.map(({ label, value }) => ({ label: label[language], value }))
    return Response.json({
      ...Object.fromEntries(
        Object.entries(publicVocabularies).map(([name, terms]) => [name, inLanguage(terms)]),
      ),
      locales: locales.map(({ code, label, ...more }) => ({
        direction: 'rtl' in more ? 'rtl' : 'ltr',
        label: label[language],
        value: code,
      })),
    })
  },
  method: 'get',
  path: '/vocabularies',
}
