/** A day in a form, as people here write it. */
export const day = { displayFormat: 'dd.MM.yyyy', pickerAppearance: 'dayOnly' } as const

/** A time in a form. */
export const dayAndTime = {
  displayFormat: 'dd.MM.yyyy HH:mm',
  pickerAppearance: 'dayAndTime',
  timeFormat: 'HH:mm',
} as const
