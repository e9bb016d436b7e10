/** Looks up a key that a client has sent, without finding what every object inherits, such as `constructor`. */
export const ownValue = <Value>(record: Record<string, Value>, key: string): undefined | Value =>
  Object.hasOwn(record, key) ? record[key] : undefined
