import type { PayloadRequest } from 'payload'

/** A `beforeOperation` hook for any collection: gets the arguments of the operation, returns those to use. */
export type BeforeOperation = <Args>(hook: {
  args: Args
  operation: string
  req: PayloadRequest
}) => Args | Promise<Args>
