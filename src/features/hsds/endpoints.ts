import type { Endpoint, PayloadRequest, Where } from 'payload'

import { localeOf } from '../../addresses/localeOf.ts'
import { environment } from '../../environment.ts'
import { fold } from '../../lib/fold.ts'
import { refusal } from '../../lib/refusal.ts'
import type { Partner } from '../../payload-types.ts'
import { wordsOf } from '../search/search.ts'
import type { What } from './ids.ts'
import { partnerOf, uuidOfPartner } from './ids.ts'
import { pageAsked, pageOf, sizes } from './paging.ts'
import { isAsked, unknownID, valueOf, withBody } from './parameters.ts'
import { conditionAsked, listPartners, ofEachPartner } from './partners.ts'
import type { Shown } from './records.ts'
import {
  hasPlace,
  organizationOf,
  serviceAtLocationsOf,
  serviceOf,
  taxonomiesOfOrganizations,
  taxonomiesOfServices,
} from './records.ts'
import type { TaxonomyName } from './taxonomies.ts'
import { allTaxonomies, allTerms } from './taxonomies.ts'

/** How questions about one of HSDS's lists are answered. */
type List = {
  /** @returns undefined: there is none with this id. */
  byID: (req: PayloadRequest, id: string) => Promise<object | undefined>
  /** A page of the list. */
  page: (req: PayloadRequest) => Promise<object>
}

/** What is made of partners. */
type Made = {
  records: (partner: Partner, shown: Shown) => object[]
  taxonomies: TaxonomyName[]
  what: What
  /** The condition that something is made of a partner. */
  where?: Where
}

const ofPartners = ({ records, taxonomies, what, where: isMade = {} }: Made): List => ({
  byID: async (req, uuid) => {
    const id = await partnerOf(req.payload, what, uuid)
    const shown = { isFull: true, locale: localeOf(req) }
    const [record] = id ? await ofEachPartner(req, [id], (partner) => records(partner, shown)) : []
    return record
  },
  page: async (req) => {
    const shown = { isFull: isAsked(req, 'full'), locale: localeOf(req) }
    const isMinimal = isAsked(req, 'minimal')
    if (isMinimal && shown.isFull) {
      throw refusal(req, 400, {
        de: 'Bitte „full“ oder „minimal“ angeben, nicht beides.',
        en: 'Please ask for "full" or "minimal", not for both.',
      })
    }
    const asked = pageAsked(req, isMinimal ? sizes.minimal : sizes.whole)
    const condition = await conditionAsked(req, taxonomies)
    const { partners, total } = condition
      ? await listPartners(req, { ...asked, where: { and: [condition, isMade] } })
      : { partners: [], total: 0 }
    const contents = isMinimal
      ? partners.map(({ id, updatedAt }) => ({
          id: uuidOfPartner(id, what),
          last_modified: updatedAt,
        }))
      : await ofEachPartner(
          req,
          partners.map(({ id }) => id),
          (partner) => records(partner, shown),
        )
    return pageOf(contents, asked, total)
  },
})

type Named = { id: string; name: string }

/** @param all in a language. @param meant those of them that the parameters of a list ask for. */
const ofVocabularies = <Item extends Named>(
  all: (locale: Shown['locale']) => Item[],
  meant: (items: Item[], req: PayloadRequest) => Item[] = (items) => items,
): List => ({
  byID: (req, id) =>
    Promise.resolve(all(localeOf(req)).find((item) => item.id === id.toLowerCase())),
  page: (req) => {
    const asked = pageAsked(req, sizes.whole)
    const text = valueOf(req, 'search')
    const words = text === undefined ? [] : wordsOf(req, 'search', text)
    const found = meant(all(localeOf(req)), req).filter(({ name }) =>
      words.every((word) => fold(name).includes(word)),
    )
    const begin = (asked.page - 1) * asked.limit
    const contents = found.slice(begin, begin + asked.limit)
    return Promise.resolve(pageOf(contents, asked, found.length))
  },
})

const lists: Record<string, List> = {
  organizations: ofPartners({
    records: (partner, shown) => [organizationOf(partner, shown)],
    taxonomies: taxonomiesOfOrganizations,
    what: 'organization',
  }),
  service_at_locations: ofPartners({
    records: serviceAtLocationsOf,
    taxonomies: taxonomiesOfServices,
    what: 'service_at_location',
    where: hasPlace,
  }),
  services: ofPartners({
    records: (partner, shown) => [serviceOf(partner, shown)],
    taxonomies: taxonomiesOfServices,
    what: 'service',
  }),
  taxonomies: ofVocabularies(allTaxonomies),
  taxonomy_terms: ofVocabularies(allTerms, (terms, req) => {
    const taxonomy = valueOf(req, 'taxonomy_id')?.toLowerCase()
    const ofTaxonomy = terms.filter((term) => [undefined, term.taxonomy_id].includes(taxonomy))
    if (ofTaxonomy.length === 0) {
      throw unknownID(req, 'taxonomy_id', 'taxonomies')
    }
    // No term is above or below another one: all are on the top (`top_only`), and none has a parent.
    return valueOf(req, 'parent_id') === undefined ? ofTaxonomy : []
  }),
}

/** `GET /api/hsds/`: what this is. */
const about: Endpoint = {
  handler: () =>
    Response.json({
      version: '3.1',
      openapi_url: `${environment.publicURL}/api/openapi.json`,
      profile: `${environment.publicURL}/api/docs`,
    }),
  method: 'get',
  path: '/hsds',
}

/**
 * Partners as the Human Services Data Specification (HSDS 3.1, Open Referral) has them, below `/api/hsds/`, for
 * directories of help: each is an organization with one service and, if its address is public, a location.
 */
export const hsds: Endpoint[] = [
  about,
  ...Object.entries(lists).flatMap(([name, { byID, page }]): Endpoint[] => [
    ...(['get', 'post'] as const).map((method) => ({
      handler: async (req: PayloadRequest) => Response.json(await page(await withBody(req))),
      method,
      path: `/hsds/${name}`,
    })),
    {
      handler: async (req) => {
        const record = await byID(req, String(req.routeParams?.id))
        if (!record) {
          throw refusal(req, 404, {
            de: 'Unter dieser Kennung ist nichts veröffentlicht.',
            en: 'Nothing is published with this id.',
          })
        }
        return Response.json(record)
      },
      method: 'get',
      path: `/hsds/${name}/:id`,
    },
  ]),
]
