import type { Where } from 'payload'

import type { LocaleCode } from '../../addresses/localeOf.ts'
import type { Text } from '../../lib/say.ts'
import type { Partner } from '../../payload-types.ts'
import { publicVocabularies } from '../../vocabularies/all.ts'
import type { Vocabulary } from '../../vocabularies/vocabulary.ts'
import { uuidOf, uuidOfPartner } from './ids.ts'
import { labelLanguageOf, labelOf } from '../../vocabularies/vocabulary.ts'

type Taxonomy = {
  codesOf: (partner: Partner) => readonly string[]
  description: Text
  /** The field of partners that holds its codes. */
  field: string
  label: Text
  terms: Vocabulary
}

/**
 * The vocabularies by which partners are described. Languages and districts have forms of their own in HSDS; whether
 * an address is secret nobody is told, so that a secret place looks like a service by phone.
 */
const taxonomies = {
  accessibility: {
    codesOf: (partner) => partner.accessibility ?? [],
    description: {
      de: 'Was einen Ort oder ein Angebot barrierefrei macht.',
      en: 'What makes a place or an offer accessible.',
    },
    field: 'accessibility',
    label: { de: 'Barrierefreiheit', en: 'Accessibility' },
    terms: publicVocabularies.accessibility,
  },
  kinds: {
    codesOf: ({ kind }) => [kind],
    description: {
      de: 'Arten von Organisationen, nach dem Berufsverzeichnis der Koordinierungsstelle.',
      en: "Kinds of organisation, after the office's own directory of professions.",
    },
    field: 'kind',
    label: { de: 'Art der Organisation', en: 'Kind of organisation' },
    terms: publicVocabularies.kinds,
  },
  membershipStatus: {
    codesOf: ({ membership }) => (membership?.status ? [membership.status] : []),
    description: {
      de: 'Ob eine Organisation die Kooperationsvereinbarung unterzeichnet hat.',
      en: 'Whether an organisation is party to the cooperation agreement.',
    },
    field: 'membership.status',
    label: { de: 'Kooperationsvereinbarung', en: 'Cooperation agreement' },
    terms: publicVocabularies.membershipStatus,
  },
  services: {
    codesOf: (partner) => partner.services ?? [],
    description: {
      de: 'Was eine Organisation anbietet.',
      en: 'What an organisation offers.',
    },
    field: 'services',
    label: { de: 'Angebote', en: 'Services' },
    terms: publicVocabularies.services,
  },
  targetGroups: {
    codesOf: (partner) => partner.targetGroups ?? [],
    description: {
      de: 'Menschen, die eine Organisation unterstützt.',
      en: 'The people whom an organisation supports.',
    },
    field: 'targetGroups',
    label: { de: 'Zielgruppen', en: 'Target groups' },
    terms: publicVocabularies.targetGroups,
  },
} as const satisfies Record<string, Taxonomy>

export type TaxonomyName = keyof typeof taxonomies

const names = Object.keys(taxonomies) as TaxonomyName[]

const idOfTaxonomy = (name: TaxonomyName): string => uuidOf('taxonomies', name)

const idOfTerm = (name: TaxonomyName, code: string): string => uuidOf('taxonomies', name, code)

const taxonomyOf = (name: TaxonomyName, locale: LocaleCode) => {
  const { description, label } = taxonomies[name]
  const language = labelLanguageOf(locale)
  return { id: idOfTaxonomy(name), name: label[language], description: description[language] }
}

/** All taxonomies (`taxonomy.json`). */
export const allTaxonomies = (locale: LocaleCode) => names.map((name) => taxonomyOf(name, locale))

const termOf = (name: TaxonomyName, code: string, locale: LocaleCode) => {
  const taxonomy = taxonomyOf(name, locale)
  const label = labelOf(taxonomies[name].terms, code, locale)
  return {
    id: idOfTerm(name, code),
    code,
    name: label,
    description: `${taxonomy.name}: ${label}`,
    language: labelLanguageOf(locale),
    taxonomy: taxonomy.name,
    taxonomy_id: taxonomy.id,
  }
}

/** All terms (`taxonomy_term.json`), each with its taxonomy. None has a parent. */
export const allTerms = (locale: LocaleCode) =>
  names.flatMap((name) =>
    taxonomies[name].terms.map(({ value }) => ({
      ...termOf(name, value, locale),
      taxonomy_detail: taxonomyOf(name, locale),
    })),
  )

/** The terms of a partner, as attributes (`attribute.json`) of something that is made of it. */
export const attributesOf = (
  partner: Partner,
  {
    entity,
    id,
    locale,
    of,
  }: { entity: string; id: string; locale: LocaleCode; of: TaxonomyName[] },
) =>
  of.flatMap((name) =>
    taxonomies[name].codesOf(partner).map((code) => ({
      id: uuidOfPartner(partner.id, entity, 'attribute', name, code),
      link_entity: entity,
      link_id: id,
      link_type: name,
      taxonomy_term: termOf(name, code, locale),
      taxonomy_term_id: idOfTerm(name, code),
    })),
  )

/**
 * The condition that a partner has a term, or any of a taxonomy, among those that are told of it.
 *
 * @param of the taxonomies that are told.
 * @returns undefined for an id that is none, and `nothing` for one of another taxonomy.
 */
export const conditionOf = (
  { taxonomy, term }: { taxonomy?: string; term?: string },
  of: TaxonomyName[],
): 'nothing' | Where | undefined => {
  for (const name of names) {
    const codes = taxonomies[name].terms
      .map(({ value }) => value as string)
      .filter((code) => taxonomy === idOfTaxonomy(name) || term === idOfTerm(name, code))
    if (codes.length > 0) {
      return of.includes(name) ? { [taxonomies[name].field]: { in: codes } } : 'nothing'
    }
  }
  return undefined
}
