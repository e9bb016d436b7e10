import type { PayloadRequest } from 'payload'

import { asPerson } from '../../access/asPerson.ts'
import type { Partner } from '../../payload-types.ts'

/** The partners whose newest draft is handed in, longest waiting first. */
export const waitingForReview = async (req: PayloadRequest): Promise<Partner[]> => {
  const { docs } = await req.payload.find({
    ...asPerson(req),
    collection: 'partners',
    depth: 0,
    draft: true,
    pagination: false,
    sort: 'review.submittedAt',
    where: { 'review.state': { equals: 'submitted' } },
  })
  return docs
}

/** The path at which the admin UI compares the public version of a partner with its newest draft. */
export const differencesPath = async (
  req: PayloadRequest,
  { id }: Pick<Partner, 'id'>,
): Promise<string> => {
  const newest = async (status: 'draft' | 'published'): Promise<string | undefined> => {
    const { docs } = await req.payload.findVersions({
      ...asPerson(req),
      collection: 'partners',
      depth: 0,
      limit: 1,
      pagination: false,
      sort: '-updatedAt',
      where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: status } }] },
    })
    return docs[0]?.id
  }
  const [draft, published] = [await newest('draft'), await newest('published')]
  return `/admin/collections/partners/${id}/versions/${draft}${published ? `?versionFrom=${published}` : ''}`
}
