import type { Payload, PayloadRequest, TaskConfig } from 'payload'

import { randomUUID } from 'node:crypto'

import type { LocaleCode } from '../../addresses/localeOf.ts'
import { cursorOf } from '../../database/changeHead.ts'
import type { AuditLog, Webhook } from '../../payload-types.ts'
import { numberChanges } from '../changes/index.ts'
import { namesSecretPlace } from '../secretPlaces/index.ts'
import type { Message, Outcome } from './send.ts'
import { send } from './send.ts'

/** The queue for messages of webhooks. */
export const webhookQueue = 'webhooks'

type Event = Webhook['events'][number]

/** The event that an action of the audit log is for the public; others are no event. */
const eventOf: Partial<Record<AuditLog['action'], Event>> = {
  delete: 'deleted',
  'hide-address': 'published',
  publish: 'published',
  restore: 'published',
  trash: 'unpublished',
  unpublish: 'unpublished',
  verify: 'published',
}

type Change = {
  action: AuditLog['action']
  /** Slug of a collection or global. */
  entity: string
  id?: string
  /** The one language whose texts have changed; all by default. */
  locale?: 'all' | LocaleCode
  /** The public path of the document before, if it has moved. */
  oldPath?: string
  /** The current or last public path of the document on the website. */
  path?: string
  req: PayloadRequest
  slug?: null | string
}

/**
 * Queues a message for each webhook that has subscribed to the event, in the transaction of the change:
 * none is sent if that is rolled back, or before the change can be read.
 */
export const tellWebhooks = async ({
  action,
  entity,
  id,
  locale = 'all',
  oldPath,
  path,
  req,
  slug,
}: Change): Promise<void> => {
  const event = eventOf[action]
  const queued = (req.context.toldWebhooks ??= new Set())
  const message = JSON.stringify([event, entity, id])
  // Within a request, a page may change twice: by itself, and because a page above it moves. That is one event.
  if (!event || queued.has(message)) {
    return
  }
  queued.add(message)
  const { docs } = await req.payload.find({
    collection: 'webhooks',
    depth: 0,
    pagination: false,
    req,
    select: {},
    where: { and: [{ enabled: { equals: true } }, { events: { contains: event } }] },
  })
  if (docs.length === 0) {
    return
  }
  // What is no longer there is not told where it was, if that gives a secret place away.
  const isSecret = await namesSecretPlace(req)
  const isGone = event !== 'published'
  const isTold = (address: null | string | undefined, isFormer: boolean): address is string =>
    Boolean(address) && !(isFormer && isSecret(address ?? ''))
  const data = {
    entity,
    ...(id && { id }),
    ...(isTold(slug, isGone) && { slug }),
    ...(isTold(path, isGone) && { path }),
    ...(isTold(oldPath, true) && oldPath !== path && { oldPath }),
    locale,
  }
  for (const webhook of docs) {
    await req.payload.jobs.queue({
      input: {
        at: new Date().toISOString(),
        data,
        event,
        id: `msg_${randomUUID()}`,
        webhook: webhook.id,
      },
      queue: webhookQueue,
      req,
      task: 'deliverWebhook',
    })
  }
}

type Input = { webhook: string } & Message

/** The status by which a receiver says that it is gone for good. */
const gone = '410'

/** The longest that a receiver may have its next message wait, in seconds. */
const longestWait = 24 * 60 * 60

/**
 * Delivers a message, unless its webhook is gone or disabled. If it fails, it is tried again for about a day, and not
 * before the receiver wants it (`Retry-After`). A receiver that is gone gets no more messages.
 */
export const deliverWebhookTask: TaskConfig<{ input: Input; output: object }> = {
  slug: 'deliverWebhook',
  handler: async ({ input: { webhook: id, ...message }, job, req: { payload } }) => {
    const webhook = await payload.findByID({
      id,
      collection: 'webhooks',
      depth: 0,
      disableErrors: true,
      joins: false,
    })
    if (webhook?.enabled) {
      const attempt = (job.totalTried ?? 0) + 1
      const { ok, outcome, retryAfter = 0 } = await deliver(payload, webhook, message, attempt)
      if (outcome === gone) {
        await switchOff(payload, webhook)
      } else if (!ok) {
        // Payload takes the later of this and its own pause.
        job.waitUntil = new Date(
          Date.now() + Math.min(retryAfter, longestWait) * 1000,
        ).toISOString()
        throw new Error(`The webhook "${webhook.name}" was not delivered: ${outcome}.`)
      }
    }
    return { output: {} }
  },
  inputSchema: [
    { name: 'webhook', type: 'text', required: true },
    { name: 'id', type: 'text', required: true },
    { name: 'event', type: 'text', required: true },
    { name: 'at', type: 'text', required: true },
    { name: 'data', type: 'json', required: true },
  ],
  retries: { attempts: 12, backoff: { delay: 20_000, type: 'exponential' } },
}

/**
 * Sends a message, with the newest `revision` of the public content, and records the outcome in the log of deliveries.
 * Never throws for a failed delivery.
 */
export const deliver = async (
  payload: Payload,
  webhook: Webhook,
  message: Message,
  attempt: number,
): Promise<Outcome> => {
  const data = { ...message.data, ...(await revisionNow(payload)) }
  const { retryAfter, ...result } = await send(
    { secret: webhook.secret ?? '', url: webhook.url },
    { ...message, data },
  )
  await payload.create({
    collection: 'webhook-deliveries',
    data: {
      attempt,
      event: message.event,
      message: message.id,
      webhook: webhook.id,
      ...result,
    },
  })
  return { ...result, retryAfter }
}

/** Unless it has got another address meanwhile. */
const switchOff = async (payload: Payload, { id, name, url }: Webhook): Promise<void> => {
  await payload.update({
    collection: 'webhooks',
    data: { enabled: false },
    where: { and: [{ id: { equals: id } }, { url: { equals: url } }] },
  })
  payload.logger.warn(`The webhook "${name}" is switched off: its receiver is gone.`)
}

/** A message without a revision is better than none. */
const revisionNow = async (payload: Payload): Promise<{ revision?: string }> => {
  try {
    return { revision: cursorOf(await numberChanges(payload)) }
  } catch (err) {
    payload.logger.error({ err, msg: 'A webhook is told of no revision.' })
    return {}
  }
}

/** How long deliveries are kept, in days. */
const retentionDays = 30

export const purgeDeliveries = async ({ db }: Payload): Promise<void> => {
  const oldest = new Date(Date.now() - retentionDays * 24 * 60 * 60 * 1000).toISOString()
  await db.deleteMany({
    collection: 'webhook-deliveries',
    where: { createdAt: { less_than: oldest } },
  })
}
