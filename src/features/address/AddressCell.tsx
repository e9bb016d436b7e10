import type { DefaultServerCellComponentProps } from 'payload'

import React from 'react'

import { isPublic } from '../../hooks/publicState.ts'
import type { Partner } from '../../payload-types.ts'
import { say } from '../../say.ts'
import { addressVisibility } from '../../vocabularies/addressVisibility.ts'
import { HideAddressInList } from './HideAddressButton.tsx'

/** In the list of partners: what the public sees of an address now, and the button that hides it. */
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
  return (
    <>
      {say({ i18n } as never, label)}{' '}
      {stored.address?.visibility === 'public' && (
        <HideAddressInList
          id={id}
          isTrusted={stored.trusted === true}
          name={String(rowData.name ?? '')}
        />
      )}
    </>
  )
}
