/**
 * Examples of documents: what the seed makes of the office's original text, and a partner, an image, a file and a
 * redirect that are made up. Phone numbers are from a range that is reserved for fiction.
 */

const id = (serial: number): string =>
  `6b0d2b91f20303035e3059${serial.toString(16).padStart(2, '0')}`

const written = {
  createdAt: '2026-11-30T07:53:53.278Z',
  updatedAt: '2026-11-30T07:53:53.278Z',
}
const published = { ...written, _status: 'published', deletedAt: null }
const meta = { description: null, image: null, title: null }

const richText = (text: string) => ({
  root: {
    children: [
      {
        children: [
          { detail: 0, format: 0, mode: 'normal', style: '', text, type: 'text', version: 1 },
        ],
        direction: 'ltr',
        format: '',
        indent: 0,
        textFormat: 0,
        textStyle: '',
        type: 'paragraph',
        version: 1,
      },
    ],
    direction: 'ltr',
    format: '',
    indent: 0,
    type: 'root',
    version: 1,
  },
})

const website = 'https://www.example.org'

const page = {
  id: id(0x4e),
  title: 'Koordinierungsstelle',
  intro:
    'Gewalterfahrung im häuslichen Bereich ist für viele Menschen noch immer Bestandteil ihres Lebens – auch in der Region Braunschweig.',
  slug: 'koordinierungsstelle',
  parent: null,
  path: '/koordinierungsstelle',
  url: `${website}/koordinierungsstelle`,
  meta,
  ...published,
  breadcrumbs: [
    {
      doc: id(0x4e),
      id: id(0x4e),
      isFallback: false,
      label: 'Koordinierungsstelle',
      url: '/koordinierungsstelle',
    },
  ],
}

const pageInNavigation = {
  id: page.id,
  title: page.title,
  slug: page.slug,
  path: page.path,
  url: page.url,
  deletedAt: null,
}

const file = (name: string) => ({
  filename: name,
  mimeType: 'image/webp',
  url: `/api/media/file/${name}`,
})

const image = {
  id: id(0x60),
  alt: 'Ein heller Raum mit zwei Sesseln',
  credit: 'Foto: Muster',
  ...written,
  deletedAt: null,
  ...file('raum-3f2a.webp'),
  filesize: 84_210,
  focalX: 50,
  focalY: 50,
  height: 1067,
  width: 1600,
  thumbnailURL: '/api/media/file/raum-3f2a-320x240.webp',
  sizes: {
    thumbnail: { ...file('raum-3f2a-320x240.webp'), filesize: 9_120, height: 240, width: 320 },
    card: { ...file('raum-3f2a-768x512.webp'), filesize: 31_480, height: 512, width: 768 },
    wide: { filename: null, filesize: null, height: null, mimeType: null, url: null, width: null },
  },
}

/** One document of each kind, as it is answered in a list, and what a single one has in addition. */
const documentExamples: Record<string, { alone?: object; inList: object }> = {
  documents: {
    inList: {
      id: id(0x61),
      title: 'Faltblatt: Hilfe bei häuslicher Gewalt',
      language: 'de',
      accessible: true,
      ...written,
      deletedAt: null,
      filename: 'faltblatt-5c1d.pdf',
      filesize: 182_340,
      focalX: null,
      focalY: null,
      height: null,
      mimeType: 'application/pdf',
      thumbnailURL: null,
      url: '/api/documents/file/faltblatt-5c1d.pdf',
      width: null,
    },
  },
  emergency: {
    inList: {
      id: id(0x6b),
      notice:
        'Die Koordinierungsstelle leistet selbst keine Soforthilfe. Wenn Sie in Gefahr sind, wählen Sie den Notruf 110.',
      phones: [
        { id: '6b0d2b91a75f1e7c1d64aaed', number: '110', label: 'Polizei', note: 'Notruf' },
        {
          id: '6b0d2b91a75f1e7c1d64aaef',
          number: '116 016',
          label: 'Hilfetelefon „Gewalt gegen Frauen“',
          note: 'kostenlos, anonym, rund um die Uhr, in vielen Sprachen',
        },
      ],
      quickExit: 'https://www.dwd.de/',
      _status: 'published',
      ...written,
      globalType: 'emergency',
    },
  },
  media: { inList: image },
  navigation: {
    inList: {
      id: id(0x65),
      header: [
        {
          id: '6b0d2b91a75f1e7c1d64aaec',
          type: 'page',
          page: pageInNavigation,
          path: page.path,
          url: null,
          label: 'Koordinierungsstelle',
        },
      ],
      footer: [],
      _status: 'published',
      ...written,
      globalType: 'navigation',
    },
  },
  news: {
    alone: {
      body: richText('Die Kooperationsvereinbarung wurde am 17.08.2018 gezeichnet.'),
    },
    inList: {
      id: id(0x5d),
      title: 'Kooperationsvereinbarung gezeichnet',
      teaser: 'Die Kooperationsvereinbarung wurde am 17.08.2018 gezeichnet.',
      image: null,
      slug: 'kooperationsvereinbarung-gezeichnet',
      path: '/aktuelles/kooperationsvereinbarung-gezeichnet',
      url: `${website}/aktuelles/kooperationsvereinbarung-gezeichnet`,
      publishedAt: '2018-08-17T00:00:00.000Z',
      topics: ['cooperation'],
      partners: [],
      meta,
      ...published,
    },
  },
  pages: {
    alone: {
      body: richText(
        'Gewalt kommt in zwischenmenschlichen Beziehungen in allen gesellschaftlichen Schichten vor und ist deshalb immer ein aktuelles uns alle betreffendes Thema.',
      ),
    },
    inList: page,
  },
  partners: {
    alone: { profile: richText('Wir beraten vertraulich und kostenlos.') },
    inList: {
      id: id(0x70),
      name: 'Muster-BISS Braunschweig',
      shortName: 'Muster-BISS',
      description: 'Beratung nach einem Polizeieinsatz (Musterdaten).',
      services: ['counselling'],
      targetGroups: ['women'],
      languages: ['de', 'en'],
      accessibility: ['step-free'],
      logo: null,
      documents: [],
      phones: [
        {
          id: '6b0d2b91a75f1e7c1d64aaf0',
          label: 'Beratung',
          number: '+493023125000',
          hours: 'montags bis freitags 9–12 Uhr',
          freeOfCharge: false,
          hiddenOnBill: false,
        },
      ],
      email: 'beratung@example.org',
      website: 'https://biss.example.org/',
      openingHours: [
        {
          id: '6b0d2b91a75f1e7c1d64aaf1',
          day: 'monday',
          opens: '09:00',
          closes: '12:00',
          note: null,
        },
      ],
      reach: 'district',
      districts: ['03101'],
      address: {
        visibility: 'town-only',
        street: null,
        postalCode: null,
        town: 'Braunschweig',
        latitude: null,
        longitude: null,
      },
      membership: { since: '2018-08-17T00:00:00.000Z', status: 'signatory' },
      verifiedAt: '2026-06-01T00:00:00.000Z',
      reviewDue: '2027-06-01T00:00:00.000Z',
      slug: 'muster-biss-braunschweig',
      path: '/partner/muster-biss-braunschweig',
      url: `${website}/partner/muster-biss-braunschweig`,
      kind: 'biss',
      ...published,
    },
  },
  redirects: {
    inList: {
      id: id(0x75),
      from: '/wir-ueber-uns',
      to: { type: 'reference', reference: { relationTo: 'pages', value: page.id }, url: null },
      type: '308',
      ...written,
    },
  },
  site: {
    inList: {
      id: id(0x62),
      name: 'Interdisziplinäre Koordinierungsstelle Häusliche Gewalt für die Region Braunschweig',
      shortName: 'ikost',
      logoText: 'Niedersachsen klar Logo',
      claim: 'Interdisziplinäre Koordinierungsstelle Häusliche Gewalt',
      cooperation: { signedOn: '2018-08-17T00:00:00.000Z', partners: 51 },
      _status: 'published',
      ...written,
      globalType: 'site',
    },
  },
  standards: {
    alone: {
      body: richText(
        'Im Mittelpunkt der Kooperation steht die nachhaltige und wirksame Unterstützung von Betroffenen häuslicher Gewalt.',
      ),
    },
    inList: {
      id: id(0x5a),
      title: 'Kooperationsvereinbarung',
      scope:
        'Im Mittelpunkt der Kooperation steht die nachhaltige und wirksame Unterstützung von Betroffenen häuslicher Gewalt.',
      steps: [],
      responsible: [],
      documents: [],
      supersedes: null,
      editions: [
        {
          doc: id(0x5a),
          id: id(0x5a),
          status: 'in-force',
          title: 'Kooperationsvereinbarung',
          version: null,
        },
      ],
      slug: 'kooperationsvereinbarung',
      path: '/standards/kooperationsvereinbarung',
      url: `${website}/standards/kooperationsvereinbarung`,
      reference: null,
      version: null,
      status: 'in-force',
      adoptedOn: '2018-08-17T00:00:00.000Z',
      validFrom: '2018-08-17T00:00:00.000Z',
      reviewDue: null,
      ...published,
    },
  },
}

/** The page of a list with one document. */
export const listExample = (slug: string): object => ({
  docs: [documentExamples[slug]?.inList],
  hasNextPage: false,
  hasPrevPage: false,
  limit: 10,
  nextPage: null,
  page: 1,
  pagingCounter: 1,
  prevPage: null,
  totalDocs: 1,
  totalPages: 1,
})

/** A document as it is answered by its id. */
export const documentExample = (slug: string): object => ({
  ...documentExamples[slug]?.inList,
  ...documentExamples[slug]?.alone,
})

/** A state of the content, such as a webhook names it. */
export const revisionExample = '3f9c0a51b7de-42'

/** An id, such as it may be. */
export const idExample = page.id

/** The name of a file, by its collection. */
export const fileExamples: Record<string, string> = {
  documents: 'faltblatt-5c1d.pdf',
  media: 'raum-3f2a.webp',
}

/** Questions to the lists of each collection: conditions, fields and order. */
export const questionExamples: Record<
  string,
  { select: object; sort: string[]; where: object } | undefined
> = {
  documents: {
    select: { title: true, url: true },
    sort: ['title'],
    where: { language: { equals: 'de' } },
  },
  media: {
    select: { alt: true, url: true },
    sort: ['-createdAt'],
    where: { width: { greater_than_equal: 800 } },
  },
  news: {
    select: { publishedAt: true, teaser: true, title: true },
    sort: ['-publishedAt'],
    where: { publishedAt: { greater_than_equal: '2018-01-01' } },
  },
  pages: {
    select: { path: true, title: true },
    sort: ['path'],
    where: { path: { equals: '/koordinierungsstelle' } },
  },
  partners: {
    select: { name: true, phones: { label: true, number: true } },
    sort: ['name'],
    where: {
      or: [{ kind: { in: ['biss', 'womens-counselling'] } }, { name: { like: 'Beratung' } }],
    },
  },
  redirects: { select: { from: true }, sort: ['from'], where: { from: { like: '/wir' } } },
  standards: {
    select: { status: true, title: true },
    sort: ['-validFrom', 'title'],
    where: { status: { equals: 'in-force' } },
  },
}
