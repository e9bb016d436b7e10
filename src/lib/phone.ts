import { parsePhoneNumberFromString } from 'libphonenumber-js'

import { withoutInvisible } from './fold.ts'

/**
 * Numbers that are dialled as they are, from anywhere in Germany: 110, 112, 115 (authorities), and
 * the harmonised services of social value (Bundesnetzagentur; Decision 2007/116/EC).
 */
const shortNumber = /^(?:110|112|115|116\d{3})$/

/** What people write in front of a number, and how they write an extension. */
const prefix = /^(?:tel(?:efon)?|fon|mobil|handy)?\s*[.:]*\s*(?:tel:)?/i
const extension = /\s*(?:;ext=|\b(?:ext|durchwahl|dw|app|apparat)\b[.:]?)\s*(\d{1,6})$/i

/** Groups at the end that are hours rather than part of the number: "0531 4700 9-12". */
const hours = /\s(\d{1,2})\s?[-–]\s?(\d{1,2})$/

const looksLikeHours = (text: string): boolean => {
  const [, from, to] = hours.exec(text) ?? []
  return from !== undefined && Number(from) < Number(to) && Number(to) <= 24
}

const looksLikeDate = (text: string): boolean => /^\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}$/.test(text)

/** Whether a second number follows a slash. One slash may separate area code and number. */
const holdsTwo = (text: string): boolean => {
  const [before = '', ...after] = text.split('/')
  return after.length > 1 || (after.length === 1 && before.replace(/\D/g, '').length > 6)
}

/** Whether a second area code and number follow in the middle of the text. */
const beginsAnother = (text: string): boolean =>
  [...text.matchAll(/(?<=\s)0[1-9]\d{1,4}(?=[\s/-]+\d)/g)].some(
    ({ index }) => text.slice(0, index).replace(/\D/g, '').length > 6,
  )

/** Longest number, in digits (E.164). */
const maxDigits = 15

/**
 * Parses exactly one phone number: German with its area code, or international. A text with anything
 * else in it - a second number, hours - or a number that has lost its 0 or + is refused.
 *
 * @returns E.164, with an extension as in RFC 3966 (`+495314700;ext=12`), or a short number as it is
 * dialled (`116016`); undefined if it is not exactly one number.
 */
export const parsePhone = (input: string): string | undefined => {
  if (/[\n\r]/.test(input.trim())) {
    return undefined
  }
  const text = withoutInvisible(input)
    .normalize('NFKC')
    .replace(/[‐-―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(prefix, '')
    .trim()
  const digits = text.replace(/[\s-]/g, '')
  if (shortNumber.test(digits.replace(/^\+49/, ''))) {
    return digits.replace(/^\+49/, '')
  }
  const [ending, extensionDigits] = extension.exec(text) ?? []
  const number = ending ? text.slice(0, -ending.length) : text
  if (
    !/^(?:\+|0|\(0|\(\+)[\d\s()/.-]*\d$/.test(number) ||
    holdsTwo(number) ||
    beginsAnother(number) ||
    looksLikeHours(number) ||
    looksLikeDate(number)
  ) {
    return undefined
  }
  const parsed = parsePhoneNumberFromString(
    number.replace(/\((\+\d+)\)/, '$1').replace(/(?<=\+\d{1,3}\s?)\(0\)/, ''),
    'DE',
  )
  return parsed?.isValid() && parsed.number.length <= maxDigits + 1
    ? `${parsed.number}${extensionDigits ? `;ext=${extensionDigits}` : ''}`
    : undefined
}

/**
 * A stored number as people in Germany write it.
 *
 * @param extensionWord the word in front of an extension, in the reader's language.
 */
export const spellPhone = (stored: string, extensionWord: string): string => {
  const [number = '', extensionDigits] = stored.split(';ext=')
  if (shortNumber.test(number)) {
    return number.replace(/^(116)(\d{3})$/, '$1 $2')
  }
  const parsed = parsePhoneNumberFromString(number, 'DE')
  const spelled =
    (parsed?.country === 'DE' ? parsed.formatNational() : parsed?.formatInternational()) ?? number
  return extensionDigits ? `${spelled}, ${extensionWord} ${extensionDigits}` : spelled
}
