import type { ParsedMail } from 'mailparser'

import { setTimeout as pause } from 'node:timers/promises'

import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

const mails: ParsedMail[] = []
let server: SMTPServer | undefined

/** Starts the mail server that the settings name (`SMTP_URL`), once for all tests of a worker. */
export const receiveMails = async (): Promise<void> => {
  if (server) {
    return
  }
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _, done) => {
      simpleParser(stream)
        .then((mail) => {
          mails.push(mail)
          done()
        })
        // Of one that breaks off there is no mail: its sender was killed.
        .catch(done)
    },
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    // A sender that was killed resets its connection.
    if (error.code !== 'ECONNRESET') {
      throw error
    }
  })
  const { port } = new URL(process.env.SMTP_URL ?? '')
  await new Promise<void>((resolve) => server?.listen(Number(port), '127.0.0.1', resolve))
}

const addressesOf = ({ to }: ParsedMail): string[] =>
  [to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address ?? ''))

/** All mails to an address, the oldest first. */
export const mailsTo = (address: string): ParsedMail[] =>
  mails.filter((mail) => addressesOf(mail).includes(address))

/** The newest mail to an address whose subject contains a text; waits for it. */
export const mailTo = async (address: string, subject: string): Promise<ParsedMail> => {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    const mail = mailsTo(address).findLast((each) => each.subject?.includes(subject))
    if (mail) {
      return mail
    }
    await pause(50)
  }
  throw new Error(`No mail "${subject}" to ${address} came.`)
}
