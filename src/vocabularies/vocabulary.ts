/**
 * A closed list of coded terms. `value` is what the API stores and answers, `label` is what people
 * read. The shape is that of the options of a Payload select field, so a field takes it as it is.
 */
type Term = { label: { de: string; en: string }; value: string }

export type Vocabulary = readonly Term[]
