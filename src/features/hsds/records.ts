import type { Where } from 'payload'

import type { LocaleCode } from '../../addresses/localeOf.ts'
import { pathInLocale, pathOf } from '../../addresses/paths.ts'
import { environment } from '../../environment.ts'
import { dayOf } from '../../lib/days.ts'
import type { Text } from '../../lib/say.ts'
import { asciiEmail } from '../../lib/webAddress.ts'
import type { Partner } from '../../payload-types.ts'
import { publicVocabularies } from '../../vocabularies/all.ts'
import { uuidOfPartner } from './ids.ts'
import type { TaxonomyName } from './taxonomies.ts'
import { attributesOf } from './taxonomies.ts'
import { labelLanguageOf, labelOf } from '../../vocabularies/vocabulary.ts'
import { parseURL } from '../../lib/parseURL.ts'

/** What of a partner is told to directories: fields of the closed list of public ones. */
export const toldFields = {
  accessibility: true,
  address: true,
  description: true,
  districts: true,
  email: true,
  kind: true,
  languages: true,
  logo: true,
  membership: true,
  name: true,
  openingHours: true,
  phones: true,
  reach: true,
  services: true,
  shortName: true,
  slug: true,
  targetGroups: true,
  updatedAt: true,
  verifiedAt: true,
  website: true,
} as const satisfies Partial<Record<keyof Partner, true>>

/** How something is told: with all that belongs to it, or without what there may be several of. */
export type Shown = { isFull: boolean; locale: LocaleCode }

export const taxonomiesOfServices: TaxonomyName[] = [
  'services',
  'targetGroups',
  'accessibility',
  'kinds',
]
export const taxonomiesOfOrganizations: TaxonomyName[] = ['kinds', 'membershipStatus']

const words = {
  entry: {
    de: 'Eintrag im Verzeichnis der Koordinierungsstelle',
    en: "Entry in the office's directory",
  },
  freeOfCharge: { de: 'kostenlos', en: 'free of charge' },
  hiddenOnBill: {
    de: 'erscheint nicht auf der Telefonrechnung',
    en: 'not shown on the phone bill',
  },
  localTime: { de: 'Ortszeit, Europe/Berlin', en: 'local time, Europe/Berlin' },
} satisfies Record<string, Text>

/** The ids of what is made of a partner. */
const idsOf = ({ id }: Partner) => ({
  location: uuidOfPartner(id, 'location'),
  organization: uuidOfPartner(id, 'organization'),
  service: uuidOfPartner(id, 'service'),
  serviceAtLocation: uuidOfPartner(id, 'service_at_location'),
})

/** A field that is not filled in is left out. */
const filled = <Value>(value: Value | null | undefined): Value | undefined =>
  value === '' ? undefined : (value ?? undefined)

/** An address as programs know it, with the domain in ASCII. */
const uri = (address: null | string | undefined): string | undefined =>
  parseURL(address ?? '')?.href

const partsOfPlace = ['street', 'postalCode', 'town'] as const

/** The condition that a partner has a place (`placeOf`). */
export const hasPlace: Where = {
  and: [
    { 'address.visibility': { equals: 'public' } },
    ...partsOfPlace.flatMap((part) => [
      { [`address.${part}`]: { exists: true } },
      { [`address.${part}`]: { not_equals: '' } },
    ]),
  ],
}

/**
 * Where people may come to: only an address that is public, and whole, since HSDS knows none without a street. A
 * place of which the town alone is public has no location, just as a secret one, and nothing says which it is.
 */
const placeOf = ({ address }: Partner) => {
  const { latitude, longitude, postalCode, street, town, visibility } = address ?? {}
  return visibility === 'public' && street && postalCode && town
    ? { latitude: filled(latitude), longitude: filled(longitude), postalCode, street, town }
    : undefined
}

/** Towns of the region, which bear the names of its districts. HSDS wants the state of each; German addresses have none. */
const stateOf = (town: string): string =>
  publicVocabularies.districts.some(({ label }) => label.de === town) ? 'Niedersachsen' : ''

const descriptionOf = ({ description, kind }: Partner, locale: LocaleCode): string =>
  filled(description) ?? labelOf(publicVocabularies.kinds, kind, locale)

/** A partner as `organization.json`. */
export const organizationOf = (partner: Partner, { isFull, locale }: Shown) => {
  const id = idsOf(partner).organization
  const { logo, name, shortName, website } = partner
  return {
    id,
    name,
    alternate_name: filled(shortName),
    description: descriptionOf(partner, locale),
    email: emailOf(partner),
    logo:
      typeof logo === 'object' && logo?.url
        ? new URL(logo.url, environment.publicURL).href
        : undefined,
    website: uri(website),
    ...(isFull && {
      attributes: attributesOf(partner, {
        entity: 'organization',
        id,
        locale,
        of: taxonomiesOfOrganizations,
      }),
      locations: locationsOf(partner, locale),
      phones: phonesOf(partner, locale),
    }),
  }
}

const emailOf = ({ email }: Partner): string | undefined => (email ? asciiEmail(email) : undefined)

/** What a partner does, all of it as one service (`service.json`): each has one address, one phone, one set of hours. */
export const serviceOf = (partner: Partner, { isFull, locale }: Shown) => {
  const { organization: organizationID, service: id } = idsOf(partner)
  const { name, shortName, targetGroups, updatedAt, verifiedAt, website } = partner
  const organization = organizationOf(partner, { isFull: false, locale })
  return {
    id,
    organization_id: organizationID,
    name,
    alternate_name: filled(shortName),
    assured_date: verifiedAt ? dayOf(verifiedAt) : undefined,
    description: descriptionOf(partner, locale),
    eligibility_description: filled(
      (targetGroups ?? [])
        .map((code) => labelOf(publicVocabularies.targetGroups, code, locale))
        .join(', '),
    ),
    email: emailOf(partner),
    last_modified: updatedAt,
    organization,
    status: 'active',
    url: uri(website),
    ...(isFull && {
      additional_urls: entriesOf(partner, locale),
      attributes: attributesOf(partner, {
        entity: 'service',
        id,
        locale,
        of: taxonomiesOfServices,
      }),
      languages: languagesOf(partner, locale),
      organization: {
        ...organization,
        attributes: attributesOf(partner, {
          entity: 'organization',
          id: organizationID,
          locale,
          of: taxonomiesOfOrganizations,
        }),
      },
      phones: phonesOf(partner, locale),
      schedules: schedulesOf(partner, locale),
      service_areas: areasOf(partner, locale),
      service_at_locations: serviceAtLocationsOf(partner, { isFull, locale }),
    }),
  }
}

/** The one place of a partner, as `service_at_location.json`; none if it has no place that is public. */
export const serviceAtLocationsOf = (partner: Partner, { isFull, locale }: Shown) => {
  const { location, service, serviceAtLocation } = idsOf(partner)
  return locationsOf(partner, locale).map(
    ({ accessibility, addresses, languages, ...basicLocation }) => ({
      id: serviceAtLocation,
      location: isFull ? { ...basicLocation, accessibility, addresses, languages } : basicLocation,
      location_id: location,
      service_id: service,
      ...(isFull && {
        phones: phonesOf(partner, locale),
        schedules: schedulesOf(partner, locale),
        service_areas: areasOf(partner, locale),
      }),
    }),
  )
}

/** The place of a partner, as `location.json`; none if it has no place that is public. */
const locationsOf = (partner: Partner, locale: LocaleCode) => {
  const place = placeOf(partner)
  const { location: id, organization } = idsOf(partner)
  return place
    ? [
        {
          id,
          name: partner.name,
          accessibility: (partner.accessibility ?? []).map((code) => ({
            id: uuidOfPartner(partner.id, 'accessibility', code),
            description: labelOf(publicVocabularies.accessibility, code, locale),
            location_id: id,
          })),
          addresses: [
            {
              id: uuidOfPartner(partner.id, 'address'),
              address_1: place.street,
              address_type: 'physical',
              city: place.town,
              country: 'DE',
              location_id: id,
              postal_code: place.postalCode,
              state_province: stateOf(place.town),
            },
          ],
          languages: languagesOf(partner, locale),
          latitude: place.latitude,
          location_type: 'physical',
          longitude: place.longitude,
          organization_id: organization,
        },
      ]
    : []
}

/** The ids by which something of a service belongs to its place, if it has one. */
const atPlace = (partner: Partner) =>
  placeOf(partner) ? { service_at_location_id: idsOf(partner).serviceAtLocation } : {}

/** The page of a partner on the office's own website, where its whole profile is. */
const entriesOf = (partner: Partner, locale: LocaleCode) => {
  const path = pathOf('partners', partner)
  return path
    ? [
        {
          id: uuidOfPartner(partner.id, 'url'),
          label: words.entry[labelLanguageOf(locale)],
          service_id: idsOf(partner).service,
          url: `${environment.siteURL}${pathInLocale(path, locale)}`,
        },
      ]
    : []
}

const phonesOf = (partner: Partner, locale: LocaleCode) => {
  const { organization, service } = idsOf(partner)
  const language = labelLanguageOf(locale)
  return (partner.phones ?? []).map(
    ({ id: row, freeOfCharge, hiddenOnBill, hours, label, number }) => ({
      id: uuidOfPartner(partner.id, 'phone', row ?? number),
      ...numberOf(number),
      description: filled(
        [
          label,
          hours,
          freeOfCharge && words.freeOfCharge[language],
          hiddenOnBill && words.hiddenOnBill[language],
        ]
          .filter(Boolean)
          .join('; '),
      ),
      organization_id: organization,
      service_id: service,
      type: 'voice',
      ...atPlace(partner),
    }),
  )
}

/** A stored number, and its extension as a number, unless it would lose zeros in front. */
const numberOf = (stored: string): { extension?: number; number: string } => {
  const [number = '', extension] = stored.split(';ext=')
  return extension && String(Number(extension)) === extension
    ? { extension: Number(extension), number }
    : { number: stored }
}

/** The day as RFC 5545 writes it, such as `MO`. */
const byDay = (day: string): string => day.slice(0, 2).toUpperCase()

/** The hours of each day, in local time: no offset from UTC would hold in summer and in winter. */
const schedulesOf = (partner: Partner, locale: LocaleCode) =>
  (partner.openingHours ?? []).map(({ id: row, closes, day, note, opens }) => {
    const weekday = labelOf(publicVocabularies.weekdays, day, locale)
    return {
      id: uuidOfPartner(partner.id, 'schedule', row ?? `${day} ${opens}`),
      byday: byDay(day),
      // A day has no 24:00 there.
      closes_at: closes === '24:00' ? '23:59' : closes,
      description: `${weekday} ${opens}–${closes} (${words.localTime[labelLanguageOf(locale)]})`,
      freq: 'WEEKLY',
      notes: filled(note),
      opens_at: opens,
      service_id: idsOf(partner).service,
      ...atPlace(partner),
    }
  })

const languagesOf = (partner: Partner, locale: LocaleCode) => {
  const { location, service } = idsOf(partner)
  return (partner.languages ?? []).map((code) => {
    const name = labelOf(publicVocabularies.languages, code, locale)
    const [language = code, isVariant] = code.split('-')
    return {
      id: uuidOfPartner(partner.id, 'language', code),
      name,
      code: language,
      note: isVariant && name,
      service_id: service,
      ...(placeOf(partner) && { location_id: location }),
    }
  })
}

/** Germany's keys of places as addresses, after DCAT-AP.de. */
const geocoding = 'http://dcat-ap.de/def/politicalGeocoding'

type Area = { code: string; description?: string; name: string; uri: string }

/** The districts that a partner serves, by their keys (AGS), or the state, or the country. The region is all districts. */
const areasOf = (partner: Partner, locale: LocaleCode) => {
  const { districts, reach } = partner
  const larger: Record<string, Area> = {
    country: {
      code: 'country',
      name: labelOf(publicVocabularies.reach, 'country', locale),
      uri: 'http://publications.europa.eu/resource/authority/country/DEU',
    },
    state: {
      code: 'state',
      description: 'AGS 03',
      name: labelOf(publicVocabularies.reach, 'state', locale),
      uri: `${geocoding}/stateKey/03`,
    },
  }
  const areas =
    larger[reach] !== undefined
      ? [larger[reach]]
      : publicVocabularies.districts
          .filter(({ value }) => reach === 'region' || districts?.includes(value))
          .map(({ label, value }): Area => ({
            code: value,
            description: `AGS ${value}`,
            name: label[labelLanguageOf(locale)],
            uri: `${geocoding}/districtKey/${value}`,
          }))
  return areas.map(({ code, ...area }) => ({
    id: uuidOfPartner(partner.id, 'service_area', code),
    ...area,
    service_id: idsOf(partner).service,
    ...atPlace(partner),
  }))
}
