export { answerQuestions } from './questions.ts'
