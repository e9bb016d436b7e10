import { accessibility } from './accessibility.ts'
import { addressVisibility } from './addressVisibility.ts'
import { districts } from './districts.ts'
import { languages } from './languages.ts'
import { membershipStatus } from './membershipStatus.ts'
import { organisationKinds } from './organisationKinds.ts'
import { reach } from './reach.ts'
import { services } from './services.ts'
import { standardStatus } from './standardStatus.ts'
import { targetGroups } from './targetGroups.ts'
import { topics } from './topics.ts'
import type { Vocabulary } from './vocabulary.ts'
import { weekdays } from './weekdays.ts'

/** The vocabularies of public fields, by their names in the API. */
export const publicVocabularies = {
  accessibility,
  addressVisibility,
  districts,
  kinds: organisationKinds,
  languages,
  membershipStatus,
  reach,
  services,
  standardStatus,
  targetGroups,
  topics,
  weekdays,
} as const satisfies Record<string, Vocabulary>
