export {
  askBeforePublishing,
  askBeforePublishingGlobal,
  questionBefore,
  recordAnswers,
} from './askBeforePublishing.ts'
