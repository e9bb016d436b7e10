import type {
  DateFieldValidation,
  EmailFieldValidation,
  FieldHook,
  TextFieldSingleValidation,
} from 'payload'

import { parsePhone } from '../lib/phone.ts'
import { say } from '../lib/say.ts'
import { parseEmail, parseWebAddress } from '../lib/webAddress.ts'
import { linkHooks } from './links.ts'

/** Stores a text in its one form; what cannot be read stays as it is, for the validator to refuse. */
const stored =
  (parse: (text: string) => string | undefined): FieldHook =>
  ({ value }) =>
    typeof value === 'string' ? (parse(value) ?? value) : undefined

/** Exactly one phone number, see `parsePhone`. */
const validatePhone: TextFieldSingleValidation = (value, { req, required }) => {
  if (!value) {
    return (
      !required || say(req, { de: 'Bitte eine Rufnummer eingeben.', en: 'Please enter a number.' })
    )
  }
  return (
    parsePhone(value) !== undefined ||
    say(req, {
      de: 'Das ist keine gültige Rufnummer. Bitte genau eine Nummer mit Vorwahl eingeben, zum Beispiel 030 23125000. Weitere Nummern und Sprechzeiten haben eigene Felder.',
      en: 'This is not a valid phone number. Please enter exactly one number with its area code, for example +49 30 23125000. There are fields of their own for other numbers and for hours.',
    })
  )
}

/** A short number (110) or one that may be dialled in Germany, in any spelling. */
export const validateEmergencyNumber: TextFieldSingleValidation = (value, { req }) =>
  (typeof value === 'string' && parsePhone(value) !== undefined) ||
  say(req, {
    de: 'Bitte eine Notrufnummer wie 110 oder 116 016 oder eine vollständige Rufnummer eingeben.',
    en: 'Please enter an emergency number such as 110 or 116 016, or a complete phone number.',
  })

export const validateWebAddress: TextFieldSingleValidation = (value, { req, required }) =>
  (!value && !required) ||
  parseWebAddress(value ?? '') !== undefined ||
  say(req, {
    de: 'Bitte eine vollständige Internetadresse eingeben, die mit https:// beginnt.',
    en: 'Please enter a complete web address that begins with https://.',
  })

export const validateEmail: EmailFieldValidation = (value, { req, required }) =>
  (!value && !required) ||
  parseEmail(value ?? '') !== undefined ||
  say(req, {
    de: 'Das ist keine gültige E-Mail-Adresse. Sie sieht so aus: name@example.org.',
    en: 'This is not a valid e-mail address. It looks like this: name@example.org.',
  })

/** What a field for a phone number adds to its type, name and label. */
export const phoneField = {
  hooks: { beforeValidate: [stored(parsePhone)] },
  validate: validatePhone,
}

/** What a field for a web address adds to its type, name and label. */
export const webAddressField = {
  hooks: {
    ...linkHooks,
    beforeValidate: [...linkHooks.beforeValidate, stored(parseWebAddress)],
  },
  validate: validateWebAddress,
}

/** What a field for an e-mail address adds to its type, name and label. */
export const emailField = {
  hooks: { beforeValidate: [stored(parseEmail)] },
  validate: validateEmail,
}

/** The five digits of a German postal code, which many write with a D in front. */
export const parsePostalCode = (input: string): string | undefined =>
  /^(?:DE?[\s-]*)?(\d{5})$/i.exec(input.trim())?.[1]

/** A postal code of Germany. */
export const validatePostalCode: TextFieldSingleValidation = (value, { req }) =>
  !value ||
  /^\d{5}$/.test(value) ||
  say(req, {
    de: 'Die Postleitzahl hat fünf Ziffern.',
    en: 'The postal code has five digits.',
  })

/** What a field for a postal code adds to its type, name and label; see `phoneField`. */
export const postalCodeField = {
  hooks: { beforeValidate: [stored(parsePostalCode)] },
  validate: validatePostalCode,
}

/** A town by its name alone: nothing in it may tell a street, also where the street is secret. */
export const validateTown: TextFieldSingleValidation = (value, { req }) =>
  !/\p{Number}/u.test(value ?? '') ||
  say(req, {
    de: 'Hier steht nur der Ort, ohne Straße, Hausnummer und Postleitzahl.',
    en: 'This is for the town only, without street, number and postal code.',
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
