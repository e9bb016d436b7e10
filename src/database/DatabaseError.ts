/** The database is not as it must be: one sentence for the operator. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
}
