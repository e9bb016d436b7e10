import type { DefaultServerCellComponentProps, Payload, TypedUser } from 'payload'

import { headers } from 'next/headers.js'
import React, { cache } from 'react'

import { isCoordinator, partnersOf } from '../../access/people.ts'
import { isPublic } from '../../hooks/publicState.ts'
import { say } from '../../lib/say.ts'
import type { Partner } from '../../payload-types.ts'
import { addressVisibility } from '../../vocabularies/addressVisibility.ts'
import { HideAddressButton } from './HideAddressButton.tsx'

/**
 * The person who sees the list. Looked up once for all rows.
 *
 * Workaround (no issue known): Payload does not pass the person to cells. Can go when cells get `user`
 * or `req`; no test notices.
 */
const currentUser = cache(async (payload: Payload): Promise<TypedUser | null> => {
  const { user } = await payload.auth({ headers: await headers() })
  return user
})

/** A cell in the list of partners: how much of an address is public now, and the button that hides it. */
export const AddressCell = async ({ i18n, payload, rowData }: DefaultServerCellComponentProps) => {
  const id = String(rowData.id)
  const stored = await payload.db.findOne<Partner>({
    collection: 'partners',
    select: { _status: true, address: { visibility: true }, deletedAt: true, trusted: true },
    where: { id: { equals: id } },
  })
  const label = addressVisibility.find(({ value }) => value === stored?.address?.visibility)?.label
  if (!stored || !isPublic(stored) || !label) {
    return <>–</>
  }
  const user = await currentUser(payload)
  const isOwn = stored.trusted === true && partnersOf(user).includes(id)
  const mayPublish = isCoordinator({ req: { user } }) || isOwn
  return (
    <>
      {say({ i18n } as never, label)}{' '}
      {stored.address?.visibility === 'public' && mayPublish && (
        <HideAddressButton id={id} name={String(rowData.name ?? '')} size="small" />
      )}
    </>
  )
}
