import type { Payload } from 'payload'

import { published } from '../../access/content.ts'
import { readPlainFields } from '../../database/plainFields.ts'

/** A place, in degrees (WGS 84), and how far around it is looked, in kilometres. */
export type Around = { km: number; latitude: number; longitude: number }

type Located = {
  address?: { latitude?: null | number; longitude?: null | number; visibility?: null | string }
  id: string
}

/** The mean radius of the earth, in kilometres (IUGG). */
const radius = 6371.0088

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** The distance between two places on the great circle, in kilometres (haversine formula). */
export const distanceBetween = (one: Omit<Around, 'km'>, other: Omit<Around, 'km'>): number => {
  const half = (a: number, b: number): number => Math.sin((radians(b) - radians(a)) / 2) ** 2
  const h =
    half(one.latitude, other.latitude) +
    Math.cos(radians(one.latitude)) *
      Math.cos(radians(other.latitude)) *
      half(one.longitude, other.longitude)
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Distances of published partners that are near a place, in kilometres, by their ids; of public addresses only. */
export const distancesFrom = async (
  payload: Payload,
  around: Around,
): Promise<Map<string, number>> => {
  const partners = await readPlainFields<Located>(
    payload,
    ['address.latitude', 'address.longitude', 'address.visibility'],
    { collection: 'partners', where: published },
  )
  const near = new Map<string, number>()
  for (const { address, id } of partners) {
    const { latitude, longitude, visibility } = address ?? {}
    if (visibility === 'public' && typeof latitude === 'number' && typeof longitude === 'number') {
      const km = distanceBetween(around, { latitude, longitude })
      if (km <= around.km) {
        near.set(id, km)
      }
    }
  }
  return near
}
