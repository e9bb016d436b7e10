import type { Text } from '../lib/say.ts'

export type LegalSlug = 'barrierefreiheit' | 'datenschutz' | 'impressum'

/** Pages that the law asks for: in every footer, filled in or not. `text` is their name in the texts of the website. */
export const legalPages: Record<
  LegalSlug,
  { label: Text; text: 'accessibility' | 'imprint' | 'privacy' }
> = {
  impressum: { label: { de: 'Impressum', en: 'Legal notice' }, text: 'imprint' },
  datenschutz: { label: { de: 'Datenschutz', en: 'Privacy' }, text: 'privacy' },
  barrierefreiheit: {
    label: { de: 'Barrierefreiheit', en: 'Accessibility' },
    text: 'accessibility',
  },
}

export const isLegalSlug = (slug: string): slug is LegalSlug => Object.hasOwn(legalPages, slug)
