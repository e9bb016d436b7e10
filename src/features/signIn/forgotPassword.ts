import type { Endpoint } from 'payload'

import { addDataAndFileToRequest } from 'payload'

import { refusal } from '../../lib/refusal.ts'
import { say } from '../../lib/say.ts'
import { queueMail } from '../mail/sendMail.ts'
import { countAttempt } from './attempts.ts'

/**
 * `POST /api/users/forgot-password` with `{ email }`: sends a mail with a link, if the account exists. The
 * reply is the same either way, and takes as long, since a job sends the mail later.
 */
export const forgotPassword: Endpoint = {
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const email: unknown = req.data?.email
    if (typeof email !== 'string' || email.length > 254 || !email.includes('@')) {
      throw refusal(req, 400, {
        de: 'Bitte eine E-Mail-Adresse eingeben.',
        en: 'Please enter an e-mail address.',
      })
    }
    await countAttempt('reset', req, email)
    const { docs } = await req.payload.find({
      collection: 'users',
      depth: 0,
      limit: 1,
      pagination: false,
      where: { email: { equals: email.trim().toLowerCase() } },
    })
    await queueMail({ kind: 'password-reset', req, to: docs[0]?.id ?? 'nobody' })
    const message = say(req, {
      de: 'Falls es ein Konto mit dieser Adresse gibt, haben wir eine E-Mail dorthin geschickt.',
      en: 'If there is an account with this address, we have sent an e-mail to it.',
    })
    return Response.json({ message })
  },
  method: 'post',
  path: '/forgot-password',
}
