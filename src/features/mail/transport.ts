import type { EmailAdapter } from 'payload'

import { nodemailerAdapter } from '@payloadcms/email-nodemailer'

import type { Environment } from '../../environment.ts'

const defaultFromName = 'Koordinierungsstelle Häusliche Gewalt'

/** Mail by the SMTP server of the settings; without one, mails go to the log. */
export const mailTransport = ({
  mailFrom,
  smtpURL,
}: Pick<Environment, 'mailFrom' | 'smtpURL'>): EmailAdapter | Promise<EmailAdapter> =>
  smtpURL
    ? nodemailerAdapter({
        defaultFromAddress: mailFrom,
        defaultFromName,
        // Jobs send mails, and try again; the server must start even if the mail server is down.
        skipVerify: true,
        transportOptions: { url: smtpURL } as object,
      })
    : ({ payload }) => ({
        defaultFromAddress: mailFrom,
        defaultFromName,
        name: 'log',
        sendEmail: (message) => {
          const { subject, text, to } = message as Record<string, string>
          payload.logger.info(
            `SMTP_URL is not set, so this mail is not sent.\nTo: ${to}\nSubject: ${subject}\n\n${text}`,
          )
          return Promise.resolve()
        },
      })
