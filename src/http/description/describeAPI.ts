import type { SanitizedConfig } from 'payload'

import { environment } from '../../environment.ts'
import { version } from '../../lib/version.ts'
import { questionSchemas } from './conditions.ts'
import { contentOf, termSchemas, textSchemas } from './content.ts'
import { contentPaths, listSchema } from './contentOperations.ts'
import { hsdsPaths, hsdsSchemas } from './hsds.ts'
import type { OpenAPI } from './openAPI.ts'
import { otherPaths, replySchemas } from './otherOperations.ts'
import { refusalSchemas } from './refusals.ts'

let described: OpenAPI | undefined

/** The OpenAPI 3.1 document, made from the config once; fields are those of the closed list. */
export const describeAPI = (config: SanitizedConfig): OpenAPI => {
  described ??= descriptionOf(config)
  return described
}

const descriptionOf = (config: SanitizedConfig): OpenAPI => {
  const contents = contentOf(config)
  return {
    openapi: '3.1.0',
    info: {
      title: 'iKOST CMS',
      contact: {
        name: 'Interdisziplinäre Koordinierungsstelle Häusliche Gewalt für die Region Braunschweig',
        url: environment.siteURL,
      },
      description:
        'What the Interdisziplinäre Koordinierungsstelle Häusliche Gewalt für die Region Braunschweig publishes. Everything here is public and needs no key, unless it says otherwise. Lists leave rich text out unless `select` names it; ask for one document by id or slug to get all of it. Texts that are missing in a language come in German, unless `fallback-locale=none`. With `locale=all`, lists, single documents and globals answer all languages at once: each localised field is an object by language then.',
      license: { identifier: 'EUPL-1.2', name: 'EUPL-1.2' },
      version,
    },
    servers: [{ url: environment.publicURL }],
    // Nobody needs a key, unless an operation says so.
    security: [],
    tags: [
      { name: 'Content', description: 'Collections and globals.' },
      { name: 'Discovery', description: 'Search, feeds, sitemap and the codes that fields hold.' },
      {
        name: 'HSDS',
        description:
          'Partners for directories of help, as the Human Services Data Specification 3.1 (Open Referral) has them: each is an organization with one service and, if its address is public, a location. What may be in which record its schemas say. A POST asks what a GET asks, and writes nothing.',
      },
      { name: 'Preview', description: 'Drafts, for frontends that have a key.' },
      { name: 'Sign-in', description: 'For people who work with the CMS.' },
      { name: 'Operation', description: 'For operators.' },
    ],
    paths: { ...contentPaths(contents), ...otherPaths, ...hsdsPaths },
    components: {
      schemas: {
        ...Object.fromEntries(contents.map(({ name, schema }) => [name, schema])),
        ...Object.fromEntries(
          contents
            .filter(({ isGlobal }) => !isGlobal)
            .map((each) => [`${each.name}List`, listSchema(each)]),
        ),
        ...questionSchemas(contents),
        ...termSchemas(),
        ...textSchemas(contents),
        ...hsdsSchemas,
        ...replySchemas(contents),
        ...refusalSchemas,
      },
      securitySchemes: {
        frontendKey: {
          description: '`frontends API-Key …`, made by a coordinator under "Frontends".',
          in: 'header',
          name: 'Authorization',
          type: 'apiKey',
        },
        metricsToken: {
          description: 'METRICS_TOKEN of the server.',
          scheme: 'bearer',
          type: 'http',
        },
      },
    },
  }
}
