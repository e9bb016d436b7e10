import type { RequiredDataFromCollectionSlug } from 'payload'

import { defaultLocale } from '../../src/vocabularies/locales.ts'
import type { RichText } from '../lexical.ts'
import { heading, list, paragraph, richText } from '../lexical.ts'
import type { Seeder } from '../seeder.ts'
import { fillIn, legalOutlines } from './legalOutlines.ts'
import { about, agreement, claim, logoText, office, partners, shortName, title } from './text.ts'

const signedOn = '2018-08-17T00:00:00.000Z'

type PageText = { body: RichText; intro?: string; slug: string; title: string }

const pages: PageText[] = [
  { body: richText(paragraph(about)), slug: 'startseite', title },
  {
    body: richText(
      paragraph(partners.focus),
      paragraph(partners.purpose),
      paragraph(partners.signing),
      paragraph(partners.steering),
      heading(partners.aimsTitle),
      list(partners.aims),
    ),
    slug: 'kooperationspartner',
    title: partners.title,
  },
  {
    body: richText(paragraph(agreement.history), paragraph(agreement.together)),
    slug: 'kooperationsvereinbarung',
    title: agreement.title,
  },
  {
    body: richText(paragraph(office.society), paragraph(office.consequences)),
    intro: office.intro,
    slug: 'koordinierungsstelle',
    title: office.title,
  },
]

/** Pages that the law requires and that the original text lacks: an outline of what belongs there. */
const toFillIn: PageText[] = legalOutlines.map(({ sections, slug, title: pageTitle, what }) => ({
  body: richText(
    paragraph(what),
    ...sections.flatMap((section) => [heading(section), paragraph(fillIn)]),
  ),
  slug,
  title: pageTitle,
}))

const standard = {
  _status: 'published',
  adoptedOn: signedOn,
  body: richText(
    paragraph(partners.purpose),
    paragraph(partners.signing),
    paragraph(partners.steering),
    heading(partners.aimsTitle),
    list(partners.aims),
  ),
  scope: partners.focus,
  status: 'in-force',
  title: agreement.title,
  validFrom: signedOn,
} satisfies Partial<RequiredDataFromCollectionSlug<'standards'>>

const newsItem = {
  _status: 'published',
  body: richText(paragraph(partners.signing), paragraph(agreement.together)),
  publishedAt: signedOn,
  teaser: partners.signing,
  title: `${agreement.title} gezeichnet`,
  topics: ['cooperation'],
} satisfies Partial<RequiredDataFromCollectionSlug<'news'>>

/**
 * Loads the original content: pages, one standard, one news item and the globals. Existing documents stay
 * as they are.
 *
 * @returns how many documents and globals were created.
 */
export const seedOriginal = async (seeder: Seeder): Promise<number> => {
  const { ensure, payload, progress, req } = seeder
  const pageIds: { id: string; title: string }[] = []
  let made = await progress.step('Pages', pages, async ({ title: pageTitle, ...page }) => {
    const { id, isNew } = await ensure({
      collection: 'pages',
      key: `original/${page.slug}`,
      make: () => ({ ...page, _status: 'published' as const, title: pageTitle }),
    })
    pageIds.push({ id, title: pageTitle })
    return isNew
  })
  made += await progress.step('Drafts', toFillIn, async (page) => {
    const key = `original/${page.slug}`
    const make = () => ({ ...page, _status: 'draft' as const })
    return (await ensure({ collection: 'pages', key, make })).isNew
  })
  made += await progress.step('Standards', [standard], async (data) => {
    const key = 'original/kooperationsvereinbarung'
    return (await ensure({ collection: 'standards', key, make: () => data })).isNew
  })
  made += await progress.step('News', [newsItem], async (data) => {
    const key = 'original/zeichnung-der-kooperationsvereinbarung'
    return (await ensure({ collection: 'news', key, make: () => data })).isNew
  })

  const globals = [
    {
      slug: 'site',
      data: { claim, cooperation: { partners: 51, signedOn }, logoText, name: title, shortName },
    },
    {
      slug: 'navigation',
      data: {
        footer: [],
        header: pageIds.slice(1).map(({ id, title: label }) => ({ label, page: id, type: 'page' })),
      },
    },
    {
      slug: 'emergency',
      data: {
        notice:
          'Die Koordinierungsstelle leistet selbst keine Soforthilfe. Wenn Sie in Gefahr sind, wählen Sie den Notruf 110.',
        phones: [
          { label: 'Polizei', note: 'Notruf', number: '110' },
          { label: 'Feuerwehr und Rettungsdienst', note: 'Notruf', number: '112' },
          {
            label: 'Hilfetelefon „Gewalt gegen Frauen“',
            note: 'kostenlos, anonym, rund um die Uhr, in vielen Sprachen',
            number: '116 016',
          },
        ],
        // The weather: an unsuspicious page, run by a public authority, without advertising.
        quickExit: 'https://www.dwd.de/',
      },
    },
  ] as const
  made += await progress.step('Globals', globals, async ({ slug, data }) => {
    const global = await payload.findGlobal({ slug, depth: 0, draft: true, req })
    if (global.createdAt) {
      return false
    }
    await payload.updateGlobal({
      slug,
      data: { ...data, _status: 'published' } as never,
      locale: defaultLocale,
      req,
    })
    return true
  })
  return made
}
