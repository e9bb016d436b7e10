import type { DefaultServerCellComponentProps } from 'payload'

import React from 'react'

/** The name of the person who did something, or their id once the account is deleted. */
export const ActorCell = async ({ cellData, payload }: DefaultServerCellComponentProps) => {
  const id: unknown = cellData
  if (typeof id !== 'string') {
    return <>–</>
  }
  const user = await payload.findByID({
    id,
    collection: 'users',
    depth: 0,
    disableErrors: true,
    select: { name: true },
  })
  return <>{user?.name ?? id}</>
}
