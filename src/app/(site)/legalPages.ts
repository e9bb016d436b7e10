/** Pages that are in every footer, filled in or not, and the texts that name them. */
export const legalPages = {
  impressum: 'imprint',
  datenschutz: 'privacy',
  barrierefreiheit: 'accessibility',
} as const

export type LegalSlug = keyof typeof legalPages

export const isLegalSlug = (slug: string): slug is LegalSlug => Object.hasOwn(legalPages, slug)
