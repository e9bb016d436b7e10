import type { LocaleCode } from '../addresses/localeOf.ts'
import { pathInLocale } from '../addresses/paths.ts'
import { safeLink } from '../lib/safeLink.ts'
import { asciiEmail } from '../lib/webAddress.ts'
import type { Partner } from '../payload-types.ts'
import { defaultLocale } from '../vocabularies/locales.ts'
import type { Chrome } from './chrome.ts'
import type { Found, Reader } from './cms.ts'
import { fileURL } from './components/fileURL.ts'
import { areaOf } from './language.ts'

/** What a page is about, in the words of schema.org, for search engines and others that read pages by program. */
export type LinkedData = { '@type': string | string[] } & Record<string, unknown>

/** As JSON-LD. Without a `<`, so that no text can end the element that it stands in. */
export const jsonLDOf = (data: LinkedData[]): string =>
  JSON.stringify({
    '@context': 'https://schema.org',
    ...(data.length === 1 ? data[0] : { '@graph': data }),
  }).replaceAll('<', '\\u003c')

/** The address of a page in the reader's language or, if it is not written in that, in German. */
const addressOf = (
  { locale, siteURL }: Reader,
  { locales, path }: { locales: LocaleCode[]; path: string },
): string => `${siteURL}${pathInLocale(path, locales.includes(locale) ? locale : defaultLocale)}`

const authorities = [
  'court',
  'equal-opportunities-office',
  'migration-authority',
  'municipality',
  'police',
  'public-prosecutor',
  'school-authority',
  'social-service-of-justice',
  'youth-welfare',
]

const charities = [
  'biss',
  'victim-support',
  'womens-counselling',
  'womens-shelter',
  'work-with-perpetrators',
]

const typeOf = (kind: string): string =>
  authorities.includes(kind)
    ? 'GovernmentOrganization'
    : charities.includes(kind)
      ? 'NGO'
      : kind === 'university'
        ? 'CollegeOrUniversity'
        : 'Organization'

/** A partner, with its address only if all of that is public. */
export const partnerData = (reader: Reader, found: Found<'partners'>): LinkedData => {
  const { shown } = found
  const telephone = filled(shown.phones?.map(({ number }) => number))
  const hours = hoursOf(shown)
  const page = addressOf(reader, found)
  return {
    ...(shown.address?.visibility === 'public'
      ? {
          '@type': [typeOf(shown.kind), 'Place'],
          ...placeOf(shown.address),
          openingHoursSpecification: hours,
        }
      : {
          '@type': typeOf(shown.kind),
          // Only a place has opening hours; a service by phone has hours as well.
          contactPoint: hours && { '@type': 'ContactPoint', hoursAvailable: hours, telephone },
        }),
    name: shown.name,
    alternateName: shown.shortName ?? undefined,
    areaServed: filled(
      areaOf(reader, shown).map((name) => ({ '@type': 'AdministrativeArea', name })),
    ),
    description: shown.description ?? undefined,
    email: shown.email ? asciiEmail(shown.email) : undefined,
    mainEntityOfPage: page,
    telephone,
    url: safeLink(shown.website) ?? page,
  }
}

const placeOf = ({
  latitude,
  longitude,
  postalCode,
  street,
  town,
}: NonNullable<Partner['address']>) => ({
  address: {
    '@type': 'PostalAddress',
    addressCountry: 'DE',
    addressLocality: town ?? undefined,
    postalCode: postalCode ?? undefined,
    streetAddress: street ?? undefined,
  },
  geo:
    typeof latitude === 'number' && typeof longitude === 'number'
      ? { '@type': 'GeoCoordinates', latitude, longitude }
      : undefined,
})

const hoursOf = ({ openingHours }: Partner) =>
  filled(
    openingHours?.map(({ closes, day, note, opens }) => ({
      '@type': 'OpeningHoursSpecification',
      // A day has no 24:00 there.
      closes: closes === '24:00' ? '23:59' : closes,
      dayOfWeek: `https://schema.org/${day[0]?.toUpperCase()}${day.slice(1)}`,
      description: note ?? undefined,
      opens,
    })),
  )

/** A list that has nothing in it is left out. */
const filled = <Item>(list: Item[] | undefined): Item[] | undefined =>
  list && list.length > 0 ? list : undefined

/** The office. It gives no help by itself, so nothing of it looks like a number to call. */
const officeData = (
  { siteURL }: Reader,
  { site: { shown } }: Pick<Chrome, 'site'>,
): LinkedData => ({
  '@type': 'Organization',
  name: shown.name,
  alternateName: shown.shortName ?? undefined,
  url: `${siteURL}/`,
})

/** A news item, by the office. */
export const newsData = (
  reader: Reader,
  chrome: Pick<Chrome, 'site'>,
  found: Found<'news'>,
): LinkedData => {
  const { own, shown } = found
  const image = typeof shown.image === 'object' ? shown.image?.url : undefined
  return {
    '@type': 'NewsArticle',
    dateModified: shown.updatedAt,
    datePublished: shown.publishedAt,
    description: shown.teaser ?? undefined,
    headline: shown.title,
    image: image ? `${reader.siteURL}${fileURL(image)}` : undefined,
    inLanguage: own.title ? reader.locale : defaultLocale,
    mainEntityOfPage: addressOf(reader, found),
    publisher: officeData(reader, chrome),
  }
}

/** The website, and the office whose it is. */
export const siteData = (reader: Reader, chrome: Pick<Chrome, 'site'>): LinkedData[] => {
  const { name, shortName } = chrome.site.shown
  return [
    {
      '@type': 'WebSite',
      name: shortName ?? name,
      alternateName: shortName ? name : undefined,
      inLanguage: reader.locale,
      url: `${reader.siteURL}${pathInLocale('/', reader.locale)}`,
    },
    officeData(reader, chrome),
  ]
}
