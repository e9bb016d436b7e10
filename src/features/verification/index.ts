export { remindEditorsTask } from './remind.ts'
export { verifyMutation } from './verifyMutation.ts'
export { verifyStep } from './verifyStep.ts'
