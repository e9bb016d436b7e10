/** @jsxImportSource hono/jsx */
import { filters } from '../../addresses/filters.ts'
import { pathInLocale, pathOf } from '../../addresses/paths.ts'
import type { Partner } from '../../payload-types.ts'
import type { Asked } from '../asked.ts'
import { pageOf, partnerFilters } from '../asked.ts'
import type { Found, Reader, Reading } from '../cms.ts'
import { readList } from '../cms.ts'
import { Choice } from '../components/Choice.tsx'
import { Codes } from '../components/Codes.tsx'
import { Contact } from '../components/Contact.tsx'
import { Day } from '../components/Day.tsx'
import { Documents } from '../components/Documents.tsx'
import { Fact } from '../components/Fact.tsx'
import { fileURL } from '../components/fileURL.ts'
import { Pagination } from '../components/Pagination.tsx'
import { RichText } from '../components/RichText.tsx'
import { areaOf, labelOf, markGerman, markLabel } from '../language.ts'
import { partnerData } from '../linkedData.ts'
import type { View } from '../view.ts'

const partnersOnPage = 20

const vocabularyOf = {
  district: 'districts',
  kind: 'kinds',
  language: 'languages',
  service: 'services',
} as const

/** The directory, with a form of filters that works without JavaScript. */
export const partnersView = async (reader: Reader, asked: Asked): Promise<View> => {
  const { locale, say } = reader
  const chosen = Object.entries(asked.query).filter(([name]) => name !== 'page')
  const { docs, totalDocs, totalPages } = await readList(reader, {
    collection: 'partners',
    limit: partnersOnPage,
    page: pageOf(asked.query),
    sort: 'name',
    where: {
      and: chosen.map(([name, code]) => ({
        [filters.partners?.[name]?.field ?? name]: { in: [code] },
      })),
    },
  })
  const path = pathInLocale('/partner', locale)
  return {
    breadcrumbs: [{ label: say.partners }],
    content: (
      <>
        <h1>{say.partners}</h1>
        <p class="lead">{say.findHelpText}</p>
        <form action={path} class="panel filters">
          {partnerFilters.map((name) => (
            <Choice
              chosen={asked.query[name]}
              label={say[name]}
              name={name}
              reader={reader}
              vocabulary={vocabularyOf[name]}
            />
          ))}
          <button>{say.show}</button>
        </form>
        <p class="results">
          <strong>{say.results(totalDocs)}</strong>{' '}
          {chosen.length > 0 && <a href={path}>{say.removeFilters}</a>}
        </p>
        {asked.query.district && totalDocs > 0 && <p class="quiet">{say.beyondDistricts}</p>}
        {totalDocs === 0 && <p>{say.noPartners}</p>}
        <ul class="cards">
          {docs.map(({ own, shown }) => (
            <li>
              <p class="quiet" {...markLabel(reader)}>
                {labelOf(reader, 'kinds', shown.kind)}
              </p>
              <h2 lang="de">
                <a href={pathInLocale(pathOf('partners', shown) ?? '/partner', locale)}>
                  {shown.name}
                </a>
              </h2>
              {shown.description && (
                <p {...markGerman(reader, own.description)}>{shown.description}</p>
              )}
              <p class="quiet" {...markLabel(reader)}>
                {areaOf(reader, shown).join(', ')}
              </p>
            </li>
          ))}
        </ul>
        <Pagination asked={asked} reader={reader} totalPages={totalPages} />
      </>
    ),
    status: isBeyond(asked, totalPages) ? 404 : 200,
    title: say.partners,
  }
}

/** Whether the page number is beyond the end of a list. */
export const isBeyond = ({ query }: Asked, totalPages: number): boolean =>
  pageOf(query) > Math.max(1, totalPages)

/** A partner: what it does for whom, and how to reach it. */
export const partnerView = (reader: Reader, found: Found<'partners'>): View => {
  const { locales, own, shown } = found
  const { say } = reader
  return {
    breadcrumbs: [
      { label: say.partners, path: '/partner' },
      { isGerman: true, label: shown.name },
    ],
    content: (
      <article>
        <p class="quiet" {...markLabel(reader)}>
          {labelOf(reader, 'kinds', shown.kind)}
        </p>
        <h1 lang="de">{shown.name}</h1>
        {shown.description && (
          <p class="lead" {...markGerman(reader, own.description)}>
            {shown.description}
          </p>
        )}
        <div class="columns">
          <section class="panel">
            <h2>{say.contact}</h2>
            <Contact partner={{ own, shown }} reader={reader} />
          </section>
          <div>
            <Logo own={own} reader={reader} shown={shown} />
            <Facts partner={shown} reader={reader} />
            {shown.profile && (
              <div {...markGerman(reader, own.profile)}>
                <RichText body={shown.profile} reader={reader} />
              </div>
            )}
            {shown.documents && shown.documents.length > 0 && (
              <section>
                <h2>{say.documents}</h2>
                <Documents documents={shown.documents} reader={reader} />
              </section>
            )}
          </div>
        </div>
        {shown.verifiedAt && (
          <p class="quiet">
            {say.verifiedAt} <Day date={shown.verifiedAt} reader={reader} />
          </p>
        )}
      </article>
    ),
    description: shown.description ?? undefined,
    linkedData: [partnerData(reader, found)],
    locales,
    title: shown.name,
  }
}

const Logo = ({ own, reader, shown }: { reader: Reader } & Reading<Partner>) => {
  const logo = typeof shown.logo === 'object' ? shown.logo : undefined
  const ownLogo = typeof own.logo === 'object' ? own.logo : undefined
  return logo?.url ? (
    <img
      alt={logo.alt}
      class="logo"
      height={logo.sizes?.thumbnail?.height ?? logo.height ?? undefined}
      src={fileURL(logo.sizes?.thumbnail?.url ?? logo.url)}
      width={logo.sizes?.thumbnail?.width ?? logo.width ?? undefined}
      {...markGerman(reader, ownLogo?.alt)}
    />
  ) : null
}

/** What a partner offers, to whom and where. */
const Facts = ({ partner, reader }: { partner: Partner; reader: Reader }) => {
  const { say } = reader
  const area = areaOf(reader, partner)
  return (
    <dl class="facts">
      <Codes codes={partner.services} reader={reader} title={say.offers} vocabulary="services" />
      <Codes
        codes={partner.targetGroups}
        reader={reader}
        title={say.targetGroups}
        vocabulary="targetGroups"
      />
      <Codes
        codes={partner.languages}
        reader={reader}
        title={say.spokenLanguages}
        vocabulary="languages"
      />
      <Codes
        codes={partner.accessibility}
        reader={reader}
        title={say.accessOfPlace}
        vocabulary="accessibility"
      />
      <Fact title={say.reach}>
        {area.length > 0 && <span {...markLabel(reader)}>{area.join(', ')}</span>}
      </Fact>
    </dl>
  )
}
