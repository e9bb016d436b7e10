export { bundle } from './bundle.ts'
export { changes } from './changes.ts'
export { forgetTheGone, numberChanges } from './numberChanges.ts'
