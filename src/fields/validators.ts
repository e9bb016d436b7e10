import type { DateFieldValidation, EmailFieldValidation, TextFieldSingleValidation } from 'payload'

import { parsePhoneNumberFromString } from 'libphonenumber-js'

import { say } from '../say.ts'

/**
 * A phone number in E.164 (`+4953112345`). German numbers may come in the national form. Anything
 * that is not a valid number comes back unchanged, for the validator to refuse.
 */
export const toE164 = (value: string): string => {
  const number = parsePhoneNumberFromString(value, 'DE')
  return number?.isValid() ? number.number : value
}

export const validatePhone: TextFieldSingleValidation = (value, { req, required }) => {
  if (!value) {
    return (
      !required || say(req, { de: 'Bitte eine Rufnummer eingeben.', en: 'Please enter a number.' })
    )
  }
  return (
    parsePhoneNumberFromString(value, 'DE')?.isValid() === true ||
    say(req, {
      de: 'Das ist keine gültige Rufnummer. Bitte mit Vorwahl eingeben, zum Beispiel 030 23125000.',
      en: 'This is not a valid phone number. Please include the area code, for example +49 30 23125000.',
    })
  )
}

/** A short number (110) or one that may be dialled in Germany, in any spelling. */
export const validateEmergencyNumber: TextFieldSingleValidation = (value, { req }) =>
  (typeof value === 'string' && /^1\d\d(?:[ ]?\d{3})?$/.test(value)) ||
  (typeof value === 'string' && parsePhoneNumberFromString(value, 'DE')?.isValid() === true) ||
  say(req, {
    de: 'Bitte eine Notrufnummer wie 110 oder 116 016 oder eine vollständige Rufnummer eingeben.',
    en: 'Please enter an emergency number such as 110 or 116 016, or a complete phone number.',
  })

export const validateWebAddress: TextFieldSingleValidation = (value, { req, required }) => {
  if (!value && !required) {
    return true
  }
  const address = value && URL.canParse(value) ? new URL(value) : undefined
  return (
    (address?.protocol === 'https:' &&
      address.hostname.includes('.') &&
      address.username === '' &&
      !/\s/.test(value ?? '')) ||
    say(req, {
      de: 'Bitte eine vollständige Internetadresse eingeben, die mit https:// beginnt.',
      en: 'Please enter a complete web address that begins with https://.',
    })
  )
}

/** An e-mail address as people use it; the full grammar of RFC 5322 is not wanted here. */
export const validateEmail: EmailFieldValidation = (value, { req, required }) => {
  if (!value && !required) {
    return true
  }
  return (
    (typeof value === 'string' &&
      value.length <= 254 &&
      /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/i.test(
        value,
      )) ||
    say(req, {
      de: 'Das ist keine gültige E-Mail-Adresse. Sie sieht so aus: name@example.org.',
      en: 'This is not a valid e-mail address. It looks like this: name@example.org.',
    })
  )
}

/** A postal code of Germany. */
export const validatePostalCode: TextFieldSingleValidation = (value, { req }) =>
  !value ||
  /^\d{5}$/.test(value) ||
  say(req, {
    de: 'Die Postleitzahl hat fünf Ziffern.',
    en: 'The postal code has five digits.',
  })

/** A date that must not lie before the one in the sibling field `earlier`. */
export const notBefore =
  (earlier: string, message: { de: string; en: string }): DateFieldValidation =>
  (value, { req, siblingData }) => {
    const start = (siblingData as Record<string, unknown>)[earlier]
    if (!value || (typeof start !== 'string' && !(start instanceof Date))) {
      return true
    }
    return new Date(value) >= new Date(start) || say(req, message)
  }
