import type { RequiredDataFromCollectionSlug } from 'payload'

import type { Partner } from '../../src/payload-types.ts'
import { organisationKinds } from '../../src/vocabularies/organisationKinds.ts'
import { paragraph, richText } from '../lexical.ts'

type Kind = Partner['kind']
type District = NonNullable<Partner['districts']>[number]

export type SamplePartner = {
  data: RequiredDataFromCollectionSlug<'partners'>
  key: string
  translations: { en: { description: string }; tr?: { description: string } } | undefined
}

const towns: Record<District, { latitude: number; longitude: number; name: string }> = {
  '03101': { name: 'Braunschweig', latitude: 52.2646, longitude: 10.5236 },
  '03102': { name: 'Salzgitter', latitude: 52.1503, longitude: 10.3593 },
  '03103': { name: 'Wolfsburg', latitude: 52.4227, longitude: 10.7865 },
  '03151': { name: 'Gifhorn', latitude: 52.4774, longitude: 10.5467 },
  '03153': { name: 'Goslar', latitude: 51.9059, longitude: 10.4289 },
  '03154': { name: 'Helmstedt', latitude: 52.2279, longitude: 11.0093 },
  '03157': { name: 'Peine', latitude: 52.3196, longitude: 10.2333 },
  '03158': { name: 'Wolfenbüttel', latitude: 52.1622, longitude: 10.5343 },
}
const districts = Object.keys(towns) as District[]

/** How many partners of each kind, and what they offer to whom; 51 in all. */
const kinds: {
  count: number
  kind: Kind
  name: string
  services: NonNullable<Partner['services']>
  targetGroups: NonNullable<Partner['targetGroups']>
}[] = [
  {
    kind: 'police',
    name: 'Muster-Polizeiinspektion',
    count: 6,
    services: ['police-protection', 'high-risk-case-conference'],
    targetGroups: ['women', 'men', 'children'],
  },
  {
    kind: 'public-prosecutor',
    name: 'Muster-Staatsanwaltschaft',
    count: 1,
    services: ['criminal-prosecution'],
    targetGroups: ['professionals'],
  },
  {
    kind: 'court',
    name: 'Muster-Amtsgericht',
    count: 4,
    services: ['protection-orders'],
    targetGroups: ['women', 'men'],
  },
  {
    kind: 'social-service-of-justice',
    name: 'Muster-Justizsozialdienst',
    count: 2,
    services: ['court-accompaniment', 'perpetrator-programme'],
    targetGroups: ['perpetrators'],
  },
  {
    kind: 'womens-shelter',
    name: 'Muster-Frauenhaus',
    count: 6,
    services: ['shelter', 'counselling', 'child-and-youth-support'],
    targetGroups: ['women', 'children'],
  },
  {
    kind: 'womens-counselling',
    name: 'Muster-Frauenberatungsstelle',
    count: 4,
    services: ['counselling', 'trauma-counselling', 'court-accompaniment'],
    targetGroups: ['women'],
  },
  {
    kind: 'biss',
    name: 'Muster-BISS',
    count: 4,
    services: ['proactive-counselling', 'counselling', 'protection-orders'],
    targetGroups: ['women', 'men', 'non-binary-people'],
  },
  {
    kind: 'work-with-perpetrators',
    name: 'Muster-Täterarbeitseinrichtung',
    count: 2,
    services: ['perpetrator-programme'],
    targetGroups: ['perpetrators'],
  },
  {
    kind: 'youth-welfare',
    name: 'Muster-Jugendamt',
    count: 5,
    services: ['child-and-youth-support', 'crisis-intervention'],
    targetGroups: ['children', 'young-people', 'relatives'],
  },
  {
    kind: 'health-care',
    name: 'Muster-Klinikum',
    count: 3,
    services: ['medical-care', 'securing-of-evidence'],
    targetGroups: ['women', 'men', 'children'],
  },
  {
    kind: 'psychotherapy',
    name: 'Muster-Praxis für Psychotherapie',
    count: 1,
    services: ['psychotherapy', 'trauma-counselling'],
    targetGroups: ['women', 'men'],
  },
  {
    kind: 'legal-profession',
    name: 'Muster-Anwaltskanzlei',
    count: 1,
    services: ['legal-advice'],
    targetGroups: ['women', 'men'],
  },
  {
    kind: 'equal-opportunities-office',
    name: 'Muster-Gleichstellungsbüro',
    count: 4,
    services: ['prevention', 'training'],
    targetGroups: ['women', 'professionals'],
  },
  {
    kind: 'school-authority',
    name: 'Muster-Schulbehörde',
    count: 1,
    services: ['prevention', 'training'],
    targetGroups: ['young-people', 'professionals'],
  },
  {
    kind: 'migration-authority',
    name: 'Muster-Migrationsbehörde',
    count: 1,
    services: ['interpreting'],
    targetGroups: ['migrants', 'refugees'],
  },
  {
    kind: 'university',
    name: 'Muster-Hochschule',
    count: 1,
    services: ['training'],
    targetGroups: ['professionals'],
  },
  {
    kind: 'municipality',
    name: 'Muster-Kommune',
    count: 2,
    services: ['material-help', 'prevention'],
    targetGroups: ['women', 'men'],
  },
  {
    kind: 'victim-support',
    name: 'Muster-Opferhilfe',
    count: 2,
    services: ['psychosocial-court-support', 'material-help'],
    targetGroups: ['women', 'men', 'older-people'],
  },
  {
    kind: 'other',
    name: 'Muster-Verein',
    count: 1,
    services: ['online-counselling'],
    targetGroups: ['relatives'],
  },
]

// Number ranges that the regulator reserves for fiction.
const phonePrefixes = ['+493023125', '+494066969', '+496990009', '+498999998', '+492214710']

const phoneNumber = (index: number): string =>
  `${phonePrefixes[index % phonePrefixes.length]}${String(100 + index).padStart(3, '0')}`

const foreignLanguages = ['en', 'tr', 'ar', 'uk', 'ru', 'pl', 'fa', 'gsg'] as const

const addressOf = (kind: Kind, district: District, index: number): Partner['address'] => {
  const { name: town, latitude, longitude } = towns[district]
  if (kind === 'womens-shelter') {
    return { visibility: 'secret' }
  }
  return index % 4 === 1
    ? { town, visibility: 'town-only' }
    : {
        latitude,
        longitude,
        postalCode: '12345',
        street: `Musterstraße ${index + 1}`,
        town,
        visibility: 'public',
      }
}

/** 51 fictitious partners of all kinds and districts; none of the names, numbers and addresses exist. */
export const samplePartners: SamplePartner[] = kinds
  .flatMap(({ count, ...kind }, kindIndex) =>
    Array.from({ length: count }, (_, number) => ({ ...kind, kindIndex, number })),
  )
  .map(({ kind, kindIndex, name, number, services, targetGroups }, index) => {
    const district = districts[(kindIndex + number) % districts.length] ?? '03101'
    const label = organisationKinds.find(({ value }) => value === kind)?.label
    const host = `muster-${String(index + 1).padStart(2, '0')}.example.org`
    const isSecret = kind === 'womens-shelter'
    const town = towns[district].name
    // The name of a secret place must not reveal the town either.
    const place = isSecret ? String.fromCodePoint(65 + number) : town
    const reach =
      (['district', 'district', 'region', 'district', 'state', 'country'] as const)[index % 6] ??
      'district'
    return {
      key: `sample/partner-${index + 1}`,
      data: {
        _status: 'published' as const,
        accessibility: index % 2 === 0 ? ['step-free', 'accessible-toilet'] : [],
        address: addressOf(kind, district, index),
        description: `Musterdaten: eine erfundene Organisation (${label?.de}), frei ausgedacht zum Ausprobieren.`,
        districts: reach === 'district' ? [district] : [],
        email: `kontakt@${host}`,
        internal: {
          contacts: [
            {
              name: 'Musterperson',
              email: `person@${host}`,
              phone: phoneNumber(index + 400),
              role: 'Leitung',
            },
          ],
          officeNotes: 'Musterdaten: Notiz der Koordinierungsstelle.',
          postalAddress: `Postfach ${1000 + index}, 12345 Musterstadt`,
        },
        kind,
        languages: ['de', foreignLanguages[index % foreignLanguages.length] ?? 'en'],
        membership: {
          since: '2018-08-17T00:00:00.000Z',
          status: index % 10 === 9 ? 'associated' : 'signatory',
        },
        name: `${name} ${place}`,
        openingHours: (['monday', 'tuesday', 'wednesday', 'thursday'] as const).map((day) => ({
          closes: '16:00',
          day,
          opens: '09:00',
        })),
        phones: [
          {
            freeOfCharge: index % 3 === 0,
            hiddenOnBill: index % 3 === 0,
            hours: 'Mo bis Do 9 bis 16 Uhr',
            label: 'Zentrale',
            number: phoneNumber(index),
          },
        ],
        profile: richText(
          paragraph(`Musterdaten. ${name} ${place} gibt es nicht.`),
          paragraph('Hier beschreibt die Organisation ihre Arbeit in eigenen Worten.'),
        ),
        reach,
        reviewDue: '2027-06-30T00:00:00.000Z',
        services,
        slug: `muster-partner-${index + 1}`,
        shortName: `Muster ${index + 1}`,
        targetGroups,
        verifiedAt: '2026-06-30T00:00:00.000Z',
        website: `https://${host}/`,
      },
      translations:
        index % 5 === 0
          ? {
              en: { description: `Sample data: an invented organisation (${label?.en}).` },
              ...(index % 10 === 0 && { tr: { description: 'Örnek veri: kurgusal bir kuruluş.' } }),
            }
          : undefined,
    }
  })
