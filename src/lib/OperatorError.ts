/** A mistake that the operator can mend: plain sentences, shown without a stack trace. */
export class OperatorError extends Error {
  override name = 'OperatorError'
}
