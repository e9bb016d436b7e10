/**
 * A closed list of coded terms. `value` is what the API stores and returns, `label` is what people
 * read. Payload's select fields take such a list as their `options`.
 */
type Term = { label: { de: string; en: string }; value: string }

export type Vocabulary = readonly Term[]

/** The language of the labels for readers of a language: German, but for English. */
export const labelLanguageOf = (locale: string): 'de' | 'en' => (locale === 'en' ? 'en' : 'de')

/** What to call a code; the code itself where there is no such term. */
export const labelOf = (terms: Vocabulary, code: string, locale: string): string =>
  terms.find(({ value }) => value === code)?.label[labelLanguageOf(locale)] ?? code
