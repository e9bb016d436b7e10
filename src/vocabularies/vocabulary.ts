/**
 * A closed list of coded terms. `value` is what the API stores and returns, `label` is what people
 * read. Payload's select fields take such a list as their `options`.
 */
type Term = { label: { de: string; en: string }; value: string }

export type Vocabulary = readonly Term[]
