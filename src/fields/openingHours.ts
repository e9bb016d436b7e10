import type { ArrayField, ArrayFieldValidation } from 'payload'

import { say } from '../lib/say.ts'
import { weekdays } from '../vocabularies/weekdays.ts'

type Opening = { closes?: null | string; day?: null | string; opens?: null | string }

const timePattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/

const validateTime =
  ({ allowMidnight }: { allowMidnight: boolean }) =>
  (value: unknown, { req }: { req: Parameters<typeof say>[0] }): string | true =>
    (typeof value === 'string' &&
      (timePattern.test(value) || (allowMidnight && value === '24:00'))) ||
    say(req, {
      de: 'Bitte eine Uhrzeit wie 09:00 oder 17:30 eingeben.',
      en: 'Please enter a time such as 09:00 or 17:30.',
    })

/**
 * The first contradiction in a week's opening hours: a time that ends before it begins (`order`), or
 * two that overlap on one day (`overlap`). Undefined if there is none. Times are compared as text.
 */
export const contradictionIn = (
  hours: readonly Opening[],
): { day: string; kind: 'order' | 'overlap' } | undefined => {
  const complete = hours.filter(
    (hour): hour is { closes: string; day: string; opens: string } =>
      Boolean(hour.day) && Boolean(hour.opens) && Boolean(hour.closes),
  )
  for (const [index, hour] of complete.entries()) {
    if (hour.closes <= hour.opens) {
      return { day: hour.day, kind: 'order' }
    }
    const overlaps = complete
      .slice(0, index)
      .some(
        (other) => other.day === hour.day && hour.opens < other.closes && other.opens < hour.closes,
      )
    if (overlaps) {
      return { day: hour.day, kind: 'overlap' }
    }
  }
  return undefined
}

const validateHours: ArrayFieldValidation = (value, { req }) => {
  const contradiction = contradictionIn((value ?? []) as Opening[])
  if (!contradiction) {
    return true
  }
  const day = weekdays.find(({ value: code }) => code === contradiction.day)?.label
  return contradiction.kind === 'order'
    ? say(req, {
        de: `${day?.de}: Die Schließzeit liegt vor der Öffnungszeit. Zeiten über Mitternacht bitte auf zwei Tage verteilen.`,
        en: `${day?.en}: the closing time is before the opening time. Please split hours across midnight into two days.`,
      })
    : say(req, {
        de: `${day?.de}: Zwei Öffnungszeiten überschneiden sich. Bitte zusammenfassen oder trennen.`,
        en: `${day?.en}: two opening times overlap. Please join or separate them.`,
      })
}

/** Weekly opening hours, in local time as `HH:MM`. */
export const openingHoursField: ArrayField = {
  name: 'openingHours',
  type: 'array',
  admin: { initCollapsed: true },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'day',
          type: 'select',
          label: { de: 'Tag', en: 'Day' },
          options: [...weekdays],
          required: true,
        },
        {
          name: 'opens',
          type: 'text',
          admin: { placeholder: '09:00' },
          label: { de: 'öffnet', en: 'opens' },
          required: true,
          validate: validateTime({ allowMidnight: false }),
        },
        {
          name: 'closes',
          type: 'text',
          admin: { placeholder: '17:00' },
          label: { de: 'schließt', en: 'closes' },
          required: true,
          validate: validateTime({ allowMidnight: true }),
        },
      ],
    },
    {
      name: 'note',
      type: 'text',
      admin: {
        placeholder: { de: 'zum Beispiel: nur nach Vereinbarung', en: 'e.g. by appointment only' },
      },
      label: { de: 'Hinweis', en: 'Note' },
      localized: true,
    },
  ],
  label: { de: 'Öffnungszeiten', en: 'Opening hours' },
  labels: {
    plural: { de: 'Öffnungszeiten', en: 'Opening hours' },
    singular: { de: 'Öffnungszeit', en: 'Opening time' },
  },
  maxRows: 28,
  validate: validateHours,
}
