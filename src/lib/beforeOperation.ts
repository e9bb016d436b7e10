import type { PayloadRequest } from 'payload'

/** A hook in front of an operation, for collections of any name: takes its arguments and answers them. */
export type BeforeOperation = <Args>(hook: {
  args: Args
  operation: string
  req: PayloadRequest
}) => Args | Promise<Args>
