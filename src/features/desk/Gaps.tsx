import type { PayloadRequest } from 'payload'

import React from 'react'

import { isLegalSlug, legalPages } from '../../addresses/legalPages.ts'
import type { Text } from '../../lib/say.ts'
import { say } from '../../lib/say.ts'
import { locales } from '../../vocabularies/locales.ts'
import type { Translated } from './overview.ts'
import { gaps, missingLegalPages } from './overview.ts'
import { Section } from './Section.tsx'

const columns: Record<Translated, Text> = {
  pages: { de: 'Seiten', en: 'Pages' },
  news: { de: 'Aktuelles', en: 'News' },
  standards: { de: 'Standards', en: 'Standards' },
  partners: { de: 'Partner', en: 'Partners' },
  media: { de: 'Bilder', en: 'Images' },
}

const slugs = Object.keys(columns) as Translated[]

/** What published content lacks: translations, texts for images, pages that the law asks for. */
export const Gaps = async ({ req }: { req: PayloadRequest }) => {
  const [languages, legal] = await Promise.all([
    gaps(req),
    missingLegalPages(req, Object.keys(legalPages)),
  ])
  const names = legal
    .filter(isLegalSlug)
    .map((slug) => say(req, legalPages[slug].label))
    .join(', ')
  const lacking = languages.filter(({ counts }) => slugs.some((slug) => counts[slug] > 0))
  return (
    <Section
      empty={say(req, { de: 'Nichts fehlt.', en: 'Nothing is missing.' })}
      isEmpty={lacking.length + legal.length === 0}
      title={say(req, { de: 'Was fehlt', en: 'What is missing' })}
    >
      {legal.length > 0 && (
        <p>
          {say(req, {
            de: `Noch nicht veröffentlicht: ${names}. `,
            en: `Not published yet: ${names}. `,
          })}
          <a href={`/admin/collections/pages?where[slug][in]=${legal.join(',')}`}>
            {say(req, { de: 'Ansehen', en: 'Show' })}
          </a>
        </p>
      )}
      {lacking.length > 0 && (
        <div className="desk__table" tabIndex={0}>
          <table>
            <caption>
              {say(req, {
                de: 'Wie viele Texte es in einer Sprache noch nicht gibt, bei Bildern Alternativtexte',
                en: 'How many texts there are not in a language; of images, alternative texts',
              })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{say(req, { de: 'Sprache', en: 'Language' })}</th>
                {slugs.map((slug) => (
                  <th key={slug} scope="col">
                    {say(req, columns[slug])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lacking.map(({ counts, locale }) => (
                <tr key={locale}>
                  <th scope="row">
                    {say(req, locales.find(({ code }) => code === locale)?.label as Text)}
                  </th>
                  {slugs.map((slug) => (
                    <td key={slug}>{counts[slug]}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  )
}
