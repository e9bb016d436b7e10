export { refuseDeletionInUse } from './refuseDeletionInUse.ts'
export { usedInField } from './usedIn.ts'
export { usage } from './uses.ts'
