/** What a mail says, apart from its form. Nothing internal belongs here: mails travel unprotected. */
export type Message = {
  link: { address: string; label: string }
  paragraphs: string[]
  subject: string
}

const greeting = 'Guten Tag,'
const signature =
  'Koordinierungsstelle Häusliche Gewalt für die Region Braunschweig\nDiese Nachricht wurde automatisch verschickt.'

/** The message as plain text and as HTML that loads nothing. */
export const formsOf = ({
  link,
  paragraphs,
  subject,
}: Message): { html: string; subject: string; text: string } => ({
  html: `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><title>${escape(subject)}</title></head>
<body style="margin:0;background:#f4f4f2;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#1d1d1b">
<div style="max-width:36em;margin:0 auto;padding:24px;background:#ffffff">
${[greeting, ...paragraphs].map((text) => `<p>${escape(text)}</p>`).join('\n')}
<p><a href="${escape(link.address)}" style="display:inline-block;padding:10px 18px;background:#4a2a5e;color:#ffffff;text-decoration:none;border-radius:4px">${escape(link.label)}</a></p>
<p style="font-size:14px">Wenn der Knopf nicht funktioniert: ${escape(link.address)}</p>
<p style="font-size:14px;color:#555555">${escape(signature).replace('\n', '<br>')}</p>
</div>
</body>
</html>
`,
  subject,
  text: [greeting, ...paragraphs, `${link.label}:\n${link.address}`, `-- \n${signature}\n`].join(
    '\n\n',
  ),
})

const entities: Record<string, string> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
}

const escape = (text: string): string => text.replace(/["&'<>]/g, (sign) => entities[sign] ?? sign)
