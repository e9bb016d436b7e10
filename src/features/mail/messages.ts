import type { Payload } from 'payload'

import { environment } from '../../environment.ts'
import { dayInWords } from '../../lib/days.ts'
import type { Partner, User } from '../../payload-types.ts'
import type { Message } from './message.ts'

export const mailKinds = [
  'invitation',
  'password-reset',
  'password-changed',
  'email-changed',
  'two-factor-on',
  'two-factor-off',
  'submitted',
  'returned',
  'published',
  'verification-due',
  'verification-overdue',
] as const

export type MailKind = (typeof mailKinds)[number]

type About = { partner: Partner | undefined; payload: Payload; user: User }

const admin = `${environment.publicURL}/admin`

const hour = 60 * 60 * 1000
const week = 7 * 24 * hour

/** What each kind of mail says. Notes and changes stay in the CMS; a mail only says where to look. */
export const messages: Record<MailKind, (about: About) => Message | Promise<Message>> = {
  invitation: async ({ payload, user }) => ({
    link: { address: await passwordLink(payload, user, week), label: 'Passwort festlegen' },
    paragraphs: [
      'Sie sind eingeladen, im Redaktionssystem der Koordinierungsstelle mitzuarbeiten.',
      `Bitte legen Sie zuerst Ihr Passwort fest. Danach melden Sie sich mit Ihrer E-Mail-Adresse ${user.email} an.`,
      'Der Link gilt sieben Tage und nur einmal. Ist er abgelaufen, wählen Sie auf der Anmeldeseite „Passwort vergessen?“.',
    ],
    subject: 'Ihre Einladung zum Redaktionssystem',
  }),
  'password-reset': async ({ payload, user }) => ({
    link: { address: await passwordLink(payload, user, hour), label: 'Neues Passwort festlegen' },
    paragraphs: [
      'Für Ihr Konto im Redaktionssystem wurde ein neues Passwort angefordert.',
      'Der Link gilt eine Stunde und nur einmal. Haben Sie das nicht angefordert, tun Sie nichts: Ihr Passwort bleibt, wie es ist.',
    ],
    subject: 'Neues Passwort',
  }),
  'email-changed': () => ({
    link: signInLink,
    paragraphs: [
      'Die E-Mail-Adresse Ihres Kontos im Redaktionssystem wurde geändert. An diese Adresse schreiben wir Ihnen nicht mehr.',
      wasItYou,
    ],
    subject: 'Ihre E-Mail-Adresse wurde geändert',
  }),
  'password-changed': () => ({
    link: signInLink,
    paragraphs: [
      'Für Ihr Konto im Redaktionssystem wurde ein neues Passwort festgelegt. Überall sonst sind Sie jetzt abgemeldet.',
      wasItYou,
    ],
    subject: 'Ihr Passwort wurde geändert',
  }),
  'two-factor-off': () => ({
    link: signInLink,
    paragraphs: [
      'Die Zwei-Faktor-Anmeldung Ihres Kontos im Redaktionssystem wurde abgeschaltet. Überall sonst sind Sie jetzt abgemeldet.',
      wasItYou,
    ],
    subject: 'Zwei-Faktor-Anmeldung abgeschaltet',
  }),
  'two-factor-on': () => ({
    link: signInLink,
    paragraphs: [
      'Für Ihr Konto im Redaktionssystem wurde die Zwei-Faktor-Anmeldung eingerichtet. Überall sonst sind Sie jetzt abgemeldet.',
      wasItYou,
    ],
    subject: 'Zwei-Faktor-Anmeldung eingerichtet',
  }),
  published: ({ partner }) => ({
    link: { address: addressOf(partner), label: 'Profil ansehen' },
    paragraphs: [
      `Ihre Änderungen am Profil „${partner?.name}“ sind geprüft und jetzt veröffentlicht. Vielen Dank!`,
    ],
    subject: `Veröffentlicht: ${partner?.name}`,
  }),
  returned: ({ partner }) => ({
    link: { address: addressOf(partner), label: 'Hinweis lesen und ändern' },
    paragraphs: [
      `Die Koordinierungsstelle hat Ihre Änderungen am Profil „${partner?.name}“ mit einem Hinweis zurückgegeben.`,
      'Ihre Änderungen sind noch da. Bitte lesen Sie den Hinweis im Redaktionssystem, ändern Sie, was nötig ist, und reichen Sie noch einmal ein.',
    ],
    subject: `Bitte noch einmal ansehen: ${partner?.name}`,
  }),
  submitted: ({ partner }) => ({
    link: { address: addressOf(partner), label: 'Änderungen prüfen' },
    paragraphs: [`Zum Profil „${partner?.name}“ wurden Änderungen zur Prüfung eingereicht.`],
    subject: `Zur Prüfung: ${partner?.name}`,
  }),
  'verification-due': ({ partner }) => ({
    link: { address: addressOf(partner), label: 'Profil ansehen und bestätigen' },
    paragraphs: [
      `Bitte bestätigen Sie bis zum ${dueDay(partner)}, dass das Profil „${partner?.name}“ noch stimmt.`,
      howToConfirm,
    ],
    subject: `Bitte bestätigen: ${partner?.name}`,
  }),
  'verification-overdue': ({ partner }) => ({
    link: { address: addressOf(partner), label: 'Profil ansehen und bestätigen' },
    paragraphs: [
      `Seit dem ${dueDay(partner)} ist nicht mehr bestätigt, dass das Profil „${partner?.name}“ noch stimmt. Bitte holen Sie das bald nach.`,
      howToConfirm,
    ],
    subject: `Bestätigung überfällig: ${partner?.name}`,
  }),
}

const signInLink = { address: admin, label: 'Zur Anmeldung' }

const wasItYou =
  'Waren Sie das selbst, ist nichts zu tun. Waren Sie es nicht, melden Sie sich bitte sofort bei der Koordinierungsstelle: Dann hat jemand anderes Zugang zu Ihrem Konto.'

const howToConfirm =
  'Sehen Sie sich das Profil an. Stimmt alles, wählen Sie „Profil bestätigen“. Stimmt etwas nicht mehr, ändern Sie es und reichen Sie die Änderung zur Prüfung ein.'

const dueDay = (partner: Partner | undefined): string =>
  partner?.reviewDue ? dayInWords(partner.reviewDue, 'de') : ''

const addressOf = (partner: Partner | undefined): string =>
  `${admin}/collections/partners/${partner?.id}`

/** Makes a link to set a password, and ends any older one. @param expiration in milliseconds. */
const passwordLink = async (payload: Payload, user: User, expiration: number): Promise<string> => {
  const token = await payload.forgotPassword({
    collection: 'users',
    data: { email: user.email },
    disableEmail: true,
    expiration,
  })
  return `${admin}/set-password/${token}`
}
