export { reviewMutations } from './reviewMutations.ts'
export { reviewSteps } from './reviewSteps.ts'
