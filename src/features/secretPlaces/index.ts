export { namesSecretPlace } from './places.ts'
export { officeWarnings, partnerWarnings } from './warnings.ts'
