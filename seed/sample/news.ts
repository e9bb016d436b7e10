import type { RequiredDataFromCollectionSlug } from 'payload'

import { topics } from '../../src/vocabularies/topics.ts'
import { paragraph, richText } from '../lexical.ts'

const subjects = [
  'Fachtag zu Hochrisikofällen',
  'Runder Tisch tagt',
  'Neue Broschüre erschienen',
  'Fortbildung für Fachkräfte',
  'Ausstellung eröffnet',
  'Arbeitsgruppe legt Bericht vor',
]

type SampleNews = RequiredDataFromCollectionSlug<'news'>

/** Thirty fictitious news items, one every two weeks. */
export const sampleNews: SampleNews[] = Array.from({ length: 30 }, (_, index) => {
  const number = index + 1
  return {
    _status: 'published',
    body: richText(
      paragraph('Musterdaten: Diese Meldung ist erfunden.'),
      paragraph(
        'Hier steht der Text der Meldung, mit allem, was Leserinnen und Leser wissen müssen.',
      ),
    ),
    publishedAt: new Date(Date.UTC(2025, 7, 1 + index * 14, 8)).toISOString(),
    teaser: `Musterdaten: erfundene Meldung Nummer ${number}.`,
    title: `Muster-Meldung ${number}: ${subjects[index % subjects.length]}`,
    topics: [topics[index % topics.length]?.value ?? 'cooperation'],
  }
})
