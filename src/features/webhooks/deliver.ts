import type { Payload, PayloadRequest, TaskConfig } from 'payload'

import { randomUUID } from 'node:crypto'

import type { AuditLog, Webhook } from '../../payload-types.ts'
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
  for (const webhook of docs) {
    await req.payload.jobs.queue({
      input: {
        at: new Date().toISOString(),
        data: { entity, ...(id && { id }), ...(slug && { slug }), ...(path && { path }) },
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

/** Delivers a message, unless its webhook is gone or disabled. If it fails, it is tried again for about a day. */
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
      const { ok, outcome } = await deliver(payload, webhook, message, (job.totalTried ?? 0) + 1)
      if (!ok) {
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

/** Sends a message, and records the outcome in the log of deliveries. Never throws for a failed delivery. */
export const deliver = async (
  payload: Payload,
  webhook: Webhook,
  message: Message,
  attempt: number,
): Promise<Outcome> => {
  const result = await send({ secret: webhook.secret ?? '', url: webhook.url }, message)
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
  return result
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
