import { forLanguage } from './forLanguage.ts'

const format = forLanguage(
  (language) =>
    new Intl.DateTimeFormat(language, {
      dateStyle: 'medium',
      timeStyle: 'short',
      timeZone: 'Europe/Berlin',
    }),
)

/** A time as people in the office write it, such as "25.11.2026, 18:30". */
export const timeIn = ({ i18n }: { i18n: { language: string } }, time: string): string =>
  format(i18n.language).format(new Date(time))
