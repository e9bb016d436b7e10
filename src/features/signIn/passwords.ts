import type { PayloadRequest } from 'payload'

import { randomBytes } from 'node:crypto'

import type { BeforeOperation } from '../../lib/beforeOperation.ts'
import { invalid } from '../../lib/invalid.ts'
import type { Text } from '../../lib/say.ts'

/** In characters. */
const minPasswordLength = 12

/** A random password that nobody knows, until the person sets their own. */
export const unknownPassword = (): string => randomBytes(32).toString('base64')

type Arguments = { data?: { email?: unknown; name?: unknown; password?: unknown } }

/**
 * Refuses passwords that are short or easily guessed, wherever one is set: zxcvbn's estimate knows
 * 49,000 common ones, keyboard patterns, dates and repetitions.
 */
export const refuseWeakPassword: BeforeOperation = async ({ args, operation, req }) => {
  const { email, name, password } = (args as Arguments).data ?? {}
  const isSet = operation === 'create' || operation === 'update' || operation === 'resetPassword'
  if (isSet && password !== undefined && password !== null) {
    await checkPassword(password, [email, name], req)
  }
  return args
}

const checkPassword = async (
  password: unknown,
  personalWords: unknown[],
  req: PayloadRequest,
): Promise<void> => {
  if (typeof password !== 'string' || password.length < minPasswordLength) {
    throw weak(req, {
      de: `Das Passwort muss mindestens ${minPasswordLength} Zeichen haben. Mehrere Wörter sind leicht zu merken.`,
      en: `The password must have at least ${minPasswordLength} characters. Several words are easy to remember.`,
    })
  }
  if (password.length > 200) {
    throw weak(req, {
      de: 'Das Passwort darf höchstens 200 Zeichen haben.',
      en: 'The password must have at most 200 characters.',
    })
  }
  const { estimate } = await import('./estimate.ts')
  const inputs = personalWords.filter((value) => typeof value === 'string')
  if (estimate(password, inputs) < 3) {
    throw weak(req, {
      de: 'Dieses Passwort ist zu leicht zu erraten. Bitte ein anderes wählen, zum Beispiel vier Wörter, die nichts miteinander zu tun haben.',
      en: 'This password is too easy to guess. Please choose another one, for example four words that have nothing to do with each other.',
    })
  }
}

const weak = (req: PayloadRequest, text: Text): Error => invalid(req, 'users', ['password'], text)
