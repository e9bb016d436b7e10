import packageJson from '../../package.json' with { type: 'json' }

/** The version of this project (Semantic Versioning). */
export const { version } = packageJson
