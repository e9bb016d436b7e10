export { officeWarnings, partnerWarnings } from './warnings.ts'
