/** A problem that the operator can fix. Its message is plain sentences, shown without a stack trace. */
export class OperatorError extends Error {
  override name = 'OperatorError'
}
