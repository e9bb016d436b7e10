import type { PayloadRequest } from 'payload'

import React from 'react'

import { say } from '../../lib/say.ts'

/** How many more there are than a list shows; nothing if it shows all. */
export const More = ({
  req,
  shown,
  total,
}: {
  req: PayloadRequest
  shown: number
  total: number
}) =>
  total > shown && (
    <p>{say(req, { de: `Und ${total - shown} weitere.`, en: `And ${total - shown} more.` })}</p>
  )
