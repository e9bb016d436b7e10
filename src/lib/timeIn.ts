/** A time as people in the office write it, such as "25.11.2026, 18:30". */
export const timeIn = ({ i18n }: { i18n: { language: string } }, time: string): string =>
  new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Berlin',
  }).format(new Date(time))
