import { html } from 'hono/html'

/** The content of a mail. Nothing internal belongs here: mails travel unprotected. */
export type Message = {
  link: { address: string; label: string }
  paragraphs: string[]
  subject: string
}

const greeting = 'Guten Tag,'
const signature = [
  'Koordinierungsstelle Häusliche Gewalt für die Region Braunschweig',
  'Diese Nachricht wurde automatisch verschickt.',
]

/** The message as plain text and as HTML that loads nothing. */
export const renderMessage = async ({
  link,
  paragraphs,
  subject,
}: Message): Promise<{ html: string; subject: string; text: string }> => {
  const page = await html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <title>${subject}</title>
      </head>
      <body
        style="margin:0;background:#f4f4f2;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#1d1d1b"
      >
        <div style="max-width:36em;margin:0 auto;padding:24px;background:#ffffff">
          ${[greeting, ...paragraphs].map((text) => html`<p>${text}</p>`)}
          <p>
            <a
              href="${link.address}"
              style="display:inline-block;padding:10px 18px;background:#4a2a5e;color:#ffffff;text-decoration:none;border-radius:4px"
              >${link.label}</a
            >
          </p>
          <p style="font-size:14px">Wenn der Knopf nicht funktioniert: ${link.address}</p>
          <p style="font-size:14px;color:#555555">${signature[0]}<br />${signature[1]}</p>
        </div>
      </body>
    </html>`
  return {
    html: String(page),
    subject,
    text: [
      greeting,
      ...paragraphs,
      `${link.label}:\n${link.address}`,
      `-- \n${signature.join('\n')}\n`,
    ].join('\n\n'),
  }
}
