import type { Config } from 'payload'

import { linkableCollections } from '../../addresses/paths.ts'

type LivePreview = NonNullable<NonNullable<Config['admin']>['livePreview']>

/** The website next to the form, which shows what is typed as it would be published. */
export const livePreview: LivePreview = {
  breakpoints: [
    { height: 740, label: 'Telefon', name: 'phone', width: 360 },
    { height: 900, label: 'Bildschirm', name: 'screen', width: 1280 },
  ],
  collections: linkableCollections,
  url: ({ collectionConfig, data, locale }) =>
    data.id ? `/vorschau/${collectionConfig?.slug}/${data.id}?locale=${locale.code}` : null,
}
