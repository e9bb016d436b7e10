/** @jsxImportSource hono/jsx */
import { html } from 'hono/html'

import type { LocaleCode } from '../../addresses/localeOf.ts'
import { assets } from '../assets.ts'
import { directionOf } from '../language.ts'

/** A page that needs nothing from the database. */
export const plainPage = async (
  locale: LocaleCode,
  title: string,
  text: string,
): Promise<string> => {
  const page = (
    <html dir={directionOf(locale)} lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta content="width=device-width, initial-scale=1" name="viewport" />
        <meta content="noindex" name="robots" />
        <title>{title}</title>
        <link href={assets.style.path} rel="stylesheet" />
      </head>
      <body>
        <main class="wide">
          <h1>{title}</h1>
          <p>{text}</p>
        </main>
      </body>
    </html>
  )
  return String(await html`<!doctype html>${page}`)
}
