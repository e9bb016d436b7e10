/** The hosts of a connection string, without user, password and options. */
export const hostsOf = (url: string): string =>
  url
    .replace(/^mongodb(?:\+srv)?:\/\//, '')
    .replace(/[/?].*$/s, '')
    .replace(/^.*@/s, '')
