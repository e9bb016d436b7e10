/**
 * Whether a text is a date, with or without a time, that exists (ISO 8601). JavaScript itself would
 * read 29 February 2027 as 1 March.
 */
export const isTime = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(text) ?? []
  if (!year || !month || !day || Number.isNaN(Date.parse(text))) {
    return false
  }
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}
