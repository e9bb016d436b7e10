export { facetsOf } from './facets.ts'
export { answerQuestions } from './questions.ts'
