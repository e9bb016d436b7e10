import type { Payload } from 'payload'

import { getHolidays } from 'feiertagejs'
import { LRUCache } from 'lru-cache'

import { published } from '../../access/content.ts'
import { documentsOf } from '../../database/documentsOf.ts'
import { keptOn, ofEachDocument } from '../../lib/ofEachDocument.ts'
import { defaultLocale } from '../../vocabularies/locales.ts'
import { weekdays } from '../../vocabularies/weekdays.ts'

/** Opening hours as the database holds them. */
export type Hours = {
  closes?: null | string
  day?: null | string
  note?: null | Partial<Record<string, null | string>>
  opens?: null | string
}

/** A day and a time in Berlin. */
type Moment = { day: string; time: string }

const inBerlin = new Intl.DateTimeFormat('en-CA', {
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
  minute: '2-digit',
  month: '2-digit',
  timeZone: 'Europe/Berlin',
  weekday: 'long',
  year: 'numeric',
})

/** The public holidays of Lower Saxony in a year, as `2026-10-03`. */
const holidays = new LRUCache<number, Set<string>>({
  max: 50,
  memoMethod: (year) => new Set(getHolidays(year, 'NI').map(({ dateString }) => dateString)),
})

const sunday = weekdays[6].value

/** The weekday whose hours hold at a time, and that time in Berlin: a public holiday has the hours of a Sunday. */
export const momentAt = (time: Date): Moment => {
  const parts = Object.fromEntries(
    inBerlin.formatToParts(time).map(({ type, value }) => [type, value]),
  )
  const { day, hour, minute, month, weekday = '', year } = parts
  const isHoliday = holidays.memo(Number(year)).has(`${year}-${month}-${day}`)
  return { day: isHoliday ? sunday : weekday.toLowerCase(), time: `${hour}:${minute}` }
}

const appointment = '\\p{L}*(?:termin(?!al)|anmeldung|absprache|vereinbar)'

/** Whoever has to make an appointment first does not find a door open. */
const byAppointment = new RegExp(appointment, 'iu')

/** "Ohne Termin", "keine vorherige Anmeldung nötig", "auch nach Vereinbarung". */
const withoutAppointment = new RegExp(
  `(?:ohne|keine?|auch)\\s+(?:\\p{L}+\\s+){0,2}?${appointment}\\p{L}*`,
  'giu',
)

const isByAppointment = (note: string): boolean =>
  byAppointment.test(note.replaceAll(withoutAppointment, ''))

/** Whether somebody is there; hours over midnight stand on two days, the first until 24:00. */
export const isOpenAt = (hours: readonly Hours[], { day, time }: Moment): boolean =>
  hours.some(
    (each) =>
      each.day === day &&
      (each.opens ?? '') <= time &&
      time < (each.closes ?? '') &&
      !isByAppointment(each.note?.[defaultLocale] ?? ''),
  )

/** The ids of published partners that are open at a time. */
export const openAt = async (payload: Payload, time: Date): Promise<string[]> => {
  const moment = momentAt(time)
  const all = await ofEachDocument<
    { id: string; openingHours?: Hours[] | null },
    { hours: Hours[]; id: string }
  >(
    documentsOf(payload, {
      collection: 'partners',
      select: { openingHours: true },
      where: published,
    }),
    ({ id, openingHours }) => ({ hours: openingHours ?? [], id }),
    keptOn(payload.db, 'opening hours of partners'),
  )
  return all.filter(({ hours }) => isOpenAt(hours, moment)).map(({ id }) => id)
}
