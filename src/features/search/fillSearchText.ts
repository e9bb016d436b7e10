import type { Payload } from 'payload'

import { isObject } from '../../lib/isObject.ts'
import { locales } from '../../vocabularies/locales.ts'
import type { Searched } from './searchText.ts'
import { commonTextOf, textOf } from './searchText.ts'

/** How many documents are read at a time. */
const batch = 100

/**
 * Fills in what is searched where it is missing: in documents that were written before there was a
 * search. Their drafts get it with the next save.
 */
export const fillSearchText = async ({ collections, db }: Payload): Promise<void> => {
  for (const { config } of Object.values(collections)) {
    const searched = config.custom?.searched as Searched | undefined
    for (let found = batch; searched && found === batch;) {
      const { docs } = await db.find<{ id: string } & Record<string, unknown>>({
        collection: config.slug,
        limit: batch,
        pagination: false,
        // The usual order may be by a text, which would need a language.
        sort: 'id',
        where: { searchCommon: { exists: false } },
      })
      for (const doc of docs) {
        const inLocale = (code: string) =>
          Object.fromEntries(
            searched.localized.map((name) => [
              name,
              isObject(doc[name]) ? doc[name][code] : undefined,
            ]),
          )
        await db.updateOne({
          collection: config.slug,
          data: {
            ...doc,
            searchCommon: commonTextOf(doc, searched.common),
            searchText: Object.fromEntries(
              locales
                .map(({ code }) => [code, textOf(inLocale(code), searched.localized)])
                .filter(([, text]) => text !== ''),
            ),
          },
          id: doc.id,
        })
      }
      found = docs.length
    }
  }
}
