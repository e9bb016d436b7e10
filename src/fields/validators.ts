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

/** A hook that normalises a text. One that cannot be parsed stays as it is, for the validator to refuse. */
const normalise =
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
      en: 'This is not a valid phone number. Please enter exactly one number with its area code, for example +49 30 23125000. There are separate fields for further numbers and for hours.',
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

/** What makes a text field one for phone numbers; to be spread into the field. */
export const phoneField = {
  hooks: { beforeValidate: [normalise(parsePhone)] },
  validate: validatePhone,
}

/** What makes a text field one for web addresses; to be spread into the field. */
export const webAddressField = {
  hooks: {
    ...linkHooks,
    beforeValidate: [...linkHooks.beforeValidate, normalise(parseWebAddress)],
  },
  validate: validateWebAddress,
}

/** Validates and normalises an e-mail address; to be spread into the field. */
export const emailField = {
  hooks: { beforeValidate: [normalise(parseEmail)] },
  validate: validateEmail,
}

/** The five digits of a German postal code, which many write with a D in front; undefined if it is none. */
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

/** What makes a text field one for postal codes; to be spread into the field. */
export const postalCodeField = {
  hooks: { beforeValidate: [normalise(parsePostalCode)] },
  validate: validatePostalCode,
}

/** Only the name of a town. A digit may belong to a street address, which may be secret. */
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
