import type { Payload, PayloadRequest } from 'payload'

const collection = 'payload-kv'

/** The key of the row that says up to where public changes are numbered. */
export const headKey = 'public-changes'

/** Up to where public changes are numbered. */
export type ChangeHead = {
  /** Names the count: another database, or one from an archive, has another one. */
  epoch: string
  /** The number up to which those that are gone are forgotten. */
  forgotten: number
  number: number
}

/** undefined before anything has been numbered. @param req in whose transaction is read. */
export const readHead = async (
  { db }: Payload,
  req?: PayloadRequest,
): Promise<ChangeHead | undefined> => {
  const row = await db.findOne<{ data: ChangeHead; id: string }>({
    collection,
    req,
    where: { key: { equals: headKey } },
  })
  return row?.data
}

/** A state of the public content, as clients name it: `since` for what has changed, `revision` for no older one. */
export type Cursor = {
  /** Where the count was when a client began, which has not got all of what was there: `number` says up to where. */
  begun?: number
} & Pick<ChangeHead, 'epoch' | 'number'>

export const cursorOf = ({ begun, epoch, number }: Cursor): string =>
  [epoch, number, ...(begun === undefined ? [] : [begun])].join('-')

/** @returns undefined for what is no cursor. */
export const readCursor = (cursor: string): Cursor | undefined => {
  const [, epoch, number, begun] = /^([0-9a-f]{12})-(\d{1,12})(?:-(\d{1,12}))?$/.exec(cursor) ?? []
  return epoch && number
    ? { epoch, number: Number(number), ...(begun && { begun: Number(begun) }) }
    : undefined
}
