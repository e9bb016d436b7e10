import type { LocaleCode } from '../../addresses/localeOf.ts'
import { ar } from './ar.ts'
import type { Texts } from './de.ts'
import { de } from './de.ts'
import { deSimple } from './deSimple.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'

export type { Texts }

/** What the website itself says; a language or a text that is missing is a type error. */
export const texts: Record<LocaleCode, Texts> = { ar, de, 'de-simple': deSimple, en, ru, tr, uk }
