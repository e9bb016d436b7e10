/** A date picker for a day, in the German format. */
export const day = { displayFormat: 'dd.MM.yyyy', pickerAppearance: 'dayOnly' } as const

/** A date picker for a day and a time, in the German format. */
export const dayAndTime = {
  displayFormat: 'dd.MM.yyyy HH:mm',
  pickerAppearance: 'dayAndTime',
  timeFormat: 'HH:mm',
} as const
