import type { RequiredDataFromCollectionSlug } from 'payload'

import { paragraph, richText } from '../lexical.ts'

type SampleStandard = RequiredDataFromCollectionSlug<'standards'>

const step = (actor: string, action: string, deadline: string, legalBasis?: string) => ({
  action,
  actor,
  deadline,
  legalBasis,
})

const standard = (
  number: number,
  title: string,
  status: 'draft' | 'in-force' | 'superseded',
  steps: ReturnType<typeof step>[],
): SampleStandard => ({
  _status: 'published',
  adoptedOn: `202${number % 5}-03-01T00:00:00.000Z`,
  body: richText(
    paragraph('Musterdaten: Dieser Standard ist erfunden und gilt nirgends.'),
    paragraph('An dieser Stelle steht der Text, auf den sich die Partner verständigt haben.'),
  ),
  reference: `MUSTER-${String(number).padStart(2, '0')}`,
  reviewDue: '2028-03-01T00:00:00.000Z',
  scope: 'Musterdaten: alle Fälle häuslicher Gewalt in einer erfundenen Region.',
  status,
  steps,
  title: `Muster-Standard: ${title}`,
  validFrom: `202${number % 5}-04-01T00:00:00.000Z`,
  version: `${number}.0`,
})

const polizei = 'Polizei'
const biss = 'BISS'

/** Six fictitious standards with steps. The last one supersedes the one before. */
export const sampleStandards: SampleStandard[] = [
  standard(1, 'Informationsweg nach einem Polizeieinsatz', 'in-force', [
    step(polizei, 'meldet den Einsatz an die zuständige BISS', 'am nächsten Werktag', '§ 17a NPOG'),
    step(biss, 'nimmt Kontakt mit der betroffenen Person auf', 'innerhalb von drei Tagen'),
    step(
      biss,
      'informiert das Jugendamt, wenn Kinder betroffen sind',
      'unverzüglich',
      '§ 8a SGB VIII',
    ),
  ]),
  standard(2, 'Fallkonferenz bei Hochrisikofällen', 'in-force', [
    step(polizei, 'schätzt die Gefährdung ein', 'am Einsatztag'),
    step('Alle Beteiligten', 'beraten gemeinsam über Schutzmaßnahmen', 'innerhalb einer Woche'),
  ]),
  standard(3, 'Aufnahme in ein Frauenhaus', 'in-force', [
    step('Frauenhaus', 'klärt freie Plätze und den sicheren Weg', 'sofort'),
    step('Frauenhaus', 'vermittelt weiter, wenn kein Platz frei ist', 'sofort'),
  ]),
  standard(4, 'Täterarbeit nach gerichtlicher Weisung', 'draft', [
    step('Gericht', 'weist in das Programm ein', 'mit der Entscheidung', '§ 153a StPO'),
    step('Täterarbeitseinrichtung', 'meldet Teilnahme und Abbruch', 'innerhalb einer Woche'),
  ]),
  standard(5, 'Vertrauliche Spurensicherung', 'superseded', [
    step('Klinik', 'sichert Spuren und verwahrt sie', 'am selben Tag', '§ 132k SGB V'),
  ]),
  standard(6, 'Vertrauliche Spurensicherung, zweite Fassung', 'in-force', [
    step('Klinik', 'sichert Spuren und verwahrt sie ohne Namen', 'am selben Tag', '§ 132k SGB V'),
    step('Klinik', 'nennt Beratungsstellen', 'am selben Tag'),
  ]),
]
