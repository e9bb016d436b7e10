import type { PayloadRequest } from 'payload'

import type { LinkableCollection } from '../../addresses/paths.ts'
import { isListPath } from '../../addresses/paths.ts'
import { namesSecretPlace } from '../secretPlaces/index.ts'

/** Deletes redirects from an address that a document has taken. */
export const forgetRedirects = async (req: PayloadRequest, from: string): Promise<void> => {
  await req.payload.delete({ collection: 'redirects', req, where: { from: { equals: from } } })
}

/** Redirects the old address of a document to its new one, unless the old one names a secret place. */
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
  // A redirect from the new path would lead visitors away from the document, or in a circle.
  await forgetRedirects(req, newPath)
  await forgetRedirects(req, oldPath)
  if (isListPath(oldPath)) {
    // Lists, such as the start page, always exist, so a redirect would have no effect.
    return
  }
  const isSecret = await namesSecretPlace(req)
  if (isSecret(oldPath)) {
    // Redirects are public: this one would keep revealing what the document no longer says.
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
