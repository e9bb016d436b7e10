import type { Payload, PayloadRequest, TaskConfig } from 'payload'

import { assignedPartners } from '../../access/people.ts'
import type { Partner, User } from '../../payload-types.ts'
import { renderMessage } from './message.ts'
import type { MailKind } from './messages.ts'
import { mailKinds, messages } from './messages.ts'

type Input = {
  /** Sends the mail to this address instead, after the address of the account was changed. */
  formerEmail?: null | string
  kind: MailKind
  partner?: null | string
  to: string
}

/** The queue that mails wait in. */
export const mailQueue = 'mail'

/**
 * Queues a mail to a person in the transaction of what it reports, so that none is sent if that is
 * rolled back. Its content is made when it is sent, so that no link to set a password is ever stored.
 */
export const queueMail = async ({
  req,
  ...input
}: Input & { req: PayloadRequest }): Promise<void> => {
  await req.payload.jobs.queue({ input, queue: mailQueue, req, task: 'sendMail' })
}

/**
 * Sends a mail, unless its recipient is gone, or no longer concerned. If it fails, it is tried again for
 * a day and a half.
 */
export const sendMailTask: TaskConfig<{ input: Input; output: object }> = {
  slug: 'sendMail',
  handler: async ({ input, req: { payload } }) => {
    const user = await findUser(payload, input.to)
    const partner = input.partner ? await findPartner(payload, input.partner) : undefined
    if (user && !(input.partner && !(partner && isAddressee(user, partner)))) {
      const message = await messages[input.kind]({ partner, payload, user })
      await payload.sendEmail({
        ...(await renderMessage(message)),
        to: input.formerEmail ?? user.email,
      })
    }
    return { output: {} }
  },
  inputSchema: [
    { name: 'kind', type: 'select', options: [...mailKinds], required: true },
    { name: 'to', type: 'text', required: true },
    { name: 'partner', type: 'text' },
    { name: 'formerEmail', type: 'text' },
  ],
  retries: { attempts: 12, backoff: { delay: 30_000, type: 'exponential' } },
}

const findUser = async (payload: Payload, id: string): Promise<undefined | User> => {
  const user = await payload.findByID({ id, collection: 'users', depth: 0, disableErrors: true })
  return user && !user.disabled ? user : undefined
}

const findPartner = async (payload: Payload, id: string): Promise<Partner | undefined> =>
  (await payload.findByID({
    id,
    collection: 'partners',
    depth: 0,
    disableErrors: true,
    draft: true,
    locale: 'de',
  })) ?? undefined

const isAddressee = (user: User, partner: Partner): boolean =>
  user.role === 'coordinator' || assignedPartners(user).includes(partner.id)
