import type { PayloadRequest } from 'payload'

import type { LinkableCollection } from '../../addresses/paths.ts'
import { isListPath } from '../../addresses/paths.ts'
import { allSecretPlaces } from '../secretPlaces/places.ts'
import { spell, spelledNames } from '../secretPlaces/streets.ts'

/** Takes away redirects from an address at which there is a document now: it comes first. */
export const forgetRedirects = async (req: PayloadRequest, from: string): Promise<void> => {
  await req.payload.delete({ collection: 'redirects', req, where: { from: { equals: from } } })
}

/** Has an address lead to the document that was there. */
export const moveRedirect = async ({
  collection,
  id,
  newPath,
  oldPath,
  req,
}: {
  collection: LinkableCollection
  id: string
  newPath: string
  oldPath: string
  req: PayloadRequest
}): Promise<void> => {
  // One from the new path would lead visitors away from the document, or in a circle.
  await forgetRedirects(req, newPath)
  await forgetRedirects(req, oldPath)
  if (isListPath(oldPath)) {
    // There is always something: the start page, for one.
    return
  }
  const spelled = spell(oldPath)
  if ((await allSecretPlaces(req)).some(({ spelling }) => spelledNames(spelled, spelling))) {
    // Redirects are public: it would go on telling what the document does not any more.
    return
  }
  await req.payload.create({
    collection: 'redirects',
    data: {
      from: oldPath,
      to: { reference: { relationTo: collection, value: id }, type: 'reference' },
    },
    req,
  })
}
