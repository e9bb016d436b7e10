/** What an object itself has under a key that a client has sent: `constructor` is in every object. */
export const ownValue = <Value>(record: Record<string, Value>, key: string): undefined | Value =>
  Object.hasOwn(record, key) ? record[key] : undefined
