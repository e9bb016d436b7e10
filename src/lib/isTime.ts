/**
 * Whether a text is a day, or a time on a day, that the calendar has (ISO 8601). JavaScript takes
 * 29 February 2027 for 1 March.
 */
export const isTime = (text: string): boolean => {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(text) ?? []
  if (!year || !month || !day || Number.isNaN(Date.parse(text))) {
    return false
  }
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}
