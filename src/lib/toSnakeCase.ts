/** A name in Payload's config, such as `targetGroups`, as the tables of the embedded database spell it. */
export const toSnakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('-', '_')
