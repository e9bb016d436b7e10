import { isObject } from './isObject.ts'

/** The id of a related document, be it populated or not; undefined where there is none. */
export const idOf = (related: unknown): string | undefined =>
  typeof related === 'string' ? related : isObject(related) ? idOf(related.id) : undefined
