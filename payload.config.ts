import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { seoPlugin } from '@payloadcms/plugin-seo'
import { de } from '@payloadcms/translations/languages/de'
import { en } from '@payloadcms/translations/languages/en'
import { buildConfig, defaultLoggerOptions } from 'payload'
import sharp from 'sharp'

import { AuditLog } from './collections/AuditLog/index.ts'
import { Documents } from './collections/Documents/index.ts'
import { Frontends } from './collections/Frontends/index.ts'
import { Media } from './collections/Media/index.ts'
import { News } from './collections/News/index.ts'
import { Pages } from './collections/Pages/index.ts'
import { Partners } from './collections/Partners/index.ts'
import { PublicChanges } from './collections/PublicChanges/index.ts'
import { Redirects } from './collections/Redirects/index.ts'
import { SecondFactors } from './collections/SecondFactors/index.ts'
import { Standards } from './collections/Standards/index.ts'
import { Users } from './collections/Users/index.ts'
import { WebhookDeliveries } from './collections/WebhookDeliveries/index.ts'
import { Webhooks } from './collections/Webhooks/index.ts'
import { Emergency } from './globals/Emergency.ts'
import { Navigation } from './globals/Navigation.ts'
import { Site } from './globals/Site.ts'
import { isCoordinator } from './src/access/people.ts'
import { publicEffectOf } from './src/access/publicFields.ts'
import { databaseFor } from './src/database/index.ts'
import { environment } from './src/environment.ts'
import { hideAddressMutation } from './src/features/address/index.ts'
import { bundle, changes } from './src/features/changes/index.ts'
import { hsds } from './src/features/hsds/index.ts'
import { usage } from './src/features/links/index.ts'
import { mailQueue, mailTransport, sendMailTask } from './src/features/mail/index.ts'
import { livePreview, preview } from './src/features/preview/index.ts'
import { reviewMutations } from './src/features/review/index.ts'
import { search, searchQuery } from './src/features/search/index.ts'
import { recordFailedSignIn } from './src/features/signIn/index.ts'
import { remindEditorsTask, verifyMutation } from './src/features/verification/index.ts'
import { deliverWebhookTask, webhookQueue } from './src/features/webhooks/index.ts'
import { textEditor } from './src/fields/richText.ts'
import { docs } from './src/http/endpoints/docs.ts'
import { feed } from './src/http/endpoints/feed.ts'
import { health } from './src/http/endpoints/health.ts'
import { metrics } from './src/http/endpoints/metrics.ts'
import { openAPI } from './src/http/endpoints/openAPI.ts'
import { graphQLSchema, types } from './src/http/endpoints/publicFiles.ts'
import { resolve } from './src/http/endpoints/resolve.ts'
import { sitemap } from './src/http/endpoints/sitemap.ts'
import { vocabularies } from './src/http/endpoints/vocabularies.ts'
import { maxComplexity, validationRules } from './src/http/limits/graphQLRules.ts'
import { tellCode } from './src/http/problem.ts'
import { logContext } from './src/http/requestId.ts'
import { noteTransientError } from './src/http/retryWriteConflicts.ts'
import { logWithoutValues, serializeError } from './src/http/serializeError.ts'
import { tellOutage } from './src/http/tellOutage.ts'
import { tellWhenToTryAgain } from './src/http/tellWhenToTryAgain.ts'
import { mark } from './src/lib/mark.ts'
import { isJobDue, tidyUpTask } from './src/payload/jobs.ts'
import { narrowGraphQL } from './src/payload/narrowGraphQL.ts'
import { protect } from './src/payload/protect.ts'
import { labelSEOField, translations } from './src/payload/translations.ts'
import { withControls } from './src/payload/withControls.ts'
import { defaultLocale, locales } from './src/vocabularies/locales.ts'

const office = 'Redaktionssystem der Interdisziplinären Koordinierungsstelle Häusliche Gewalt'

const root = path.dirname(fileURLToPath(import.meta.url))

export default buildConfig({
  admin: {
    avatar: 'default',
    components: {
      graphics: {
        Icon: '/src/features/adminUI/Icon.tsx#Icon',
        Logo: '/src/features/adminUI/Logo.tsx#Logo',
      },
      providers: ['/src/features/adminUI/RoleOnBody.tsx#RoleOnBody'],
      views: {
        dashboard: { Component: '/src/features/desk/Dashboard.tsx#Dashboard' },
        login: { Component: '/src/features/signIn/Login.tsx#Login', exact: true, path: '/login' },
        setPassword: {
          Component: '/src/features/signIn/SetPassword.tsx#SetPassword',
          path: '/set-password',
        },
      },
    },
    dateFormat: 'dd.MM.yyyy HH:mm',
    importMap: {
      baseDir: root,
      importMapFile: path.join(root, 'src/app/(payload)/admin/importMap.js'),
    },
    livePreview,
    meta: {
      applicationName: 'iKOST',
      defaultOGImageType: 'off',
      description: office,
      icons: [{ rel: 'icon', type: 'image/svg+xml', url: mark.path }],
      openGraph: { description: office, siteName: 'iKOST', title: 'iKOST' },
      titleSuffix: ' – iKOST',
    },
    timezones: { defaultTimezone: 'Europe/Berlin' },
    user: Users.slug,
  },
  collections: [
    Partners,
    Pages,
    Standards,
    News,
    Media,
    Documents,
    Redirects,
    Users,
    SecondFactors,
    Frontends,
    Webhooks,
    WebhookDeliveries,
    AuditLog,
    PublicChanges,
  ],
  cors: environment.allowedOrigins,
  csrf: environment.csrfOrigins,
  db: databaseFor(environment, publicEffectOf),
  defaultDepth: 1,
  editor: textEditor,
  email: mailTransport(environment),
  endpoints: [
    bundle,
    changes,
    docs,
    feed,
    graphQLSchema,
    health,
    ...hsds,
    metrics,
    openAPI,
    preview,
    resolve,
    search,
    sitemap,
    types,
    usage,
    vocabularies,
  ],
  globals: [Site, Navigation, Emergency],
  graphQL: {
    maxComplexity,
    mutations: narrowGraphQL('Mutation', reviewMutations, verifyMutation, hideAddressMutation),
    queries: narrowGraphQL('Query', searchQuery),
    schemaOutputFile: path.join(root, 'src/schema.graphql'),
    validationRules,
  },
  hooks: {
    afterError: [noteTransientError, recordFailedSignIn, tellWhenToTryAgain, tellCode, tellOutage],
  },
  i18n: { fallbackLanguage: 'de', supportedLanguages: { de, en }, translations },
  jobs: {
    access: { cancel: isCoordinator, queue: isCoordinator, run: isCoordinator },
    // Workaround (payloadcms/payload#16764): Payload puts scheduled publishing into the queue
    // "default". Can go when it can have a queue of its own; tests/integration/payload/upstream.test.ts
    // notices.
    autoRun: environment.runJobs
      ? [
          { cron: '* * * * *', queue: 'default' },
          { cron: '*/5 * * * * *', queue: mailQueue },
          { cron: '*/5 * * * * *', queue: webhookQueue },
        ]
      : [],
    shouldAutoRun: isJobDue,
    tasks: [sendMailTask, deliverWebhookTask, tidyUpTask, remindEditorsTask],
  },
  logger: {
    // Readable on a terminal; JSON for log collectors.
    destination: process.stdout.isTTY ? defaultLoggerOptions : undefined,
    options: {
      base: undefined,
      hooks: { logMethod: logWithoutValues },
      level: environment.logLevel,
      mixin: logContext,
      serializers: { err: serializeError },
    },
  },
  localization: { defaultLocale, fallback: true, locales: [...locales] },
  maxDepth: 3,
  onInit: ({ config, logger }) => {
    // Payload would scale images within the transaction of an upload; `prepareFirst` does it before that.
    Object.assign(config, { sharp: undefined })
    // Once in a process, even if Next's bundle has several copies of this file.
    logger.info('Payload is connected to its database.')
  },
  plugins: [
    seoPlugin({
      collections: ['pages', 'news'],
      fields: ({ defaultFields }) => defaultFields.map(labelSEOField),
      tabbedUI: false,
      uploadsCollection: 'media',
    }),
    withControls,
  ],
  secret: environment.secret,
  serverURL: environment.serverURL,
  sharp,
  telemetry: false,
  typescript: { autoGenerate: false, outputFile: path.join(root, 'src/payload-types.ts') },
  upload: { limits: { fileSize: 20_000_000 } },
}).then(protect)
