import type { PayloadRequest } from 'payload'

import React from 'react'

import { say } from '../../lib/say.ts'
import { brokenLinks } from '../links/broken.ts'
import { labelOf } from '../links/references.ts'
import { Section } from './Section.tsx'

/** Links and relationships in published content whose target is not public. */
export const BrokenLinks = async ({ req }: { req: PayloadRequest }) => {
  const broken = await brokenLinks(req)
  return (
    <Section
      empty={say(req, { de: 'Kein Verweis führt ins Leere.', en: 'There are no broken links.' })}
      isEmpty={broken.length === 0}
      title={say(req, { de: 'Verweise ins Leere', en: 'Broken links' })}
    >
      <ul>
        {broken.map(({ entity, field, id, reason, target, title }, index) => (
          <li key={`${entity} ${id} ${index}`}>
            <span>
              <a href={id ? `/admin/collections/${entity}/${id}` : `/admin/globals/${entity}`}>
                {title || say(req, labelOf(req.payload.config, entity))}
              </a>
              , {field}
            </span>
            <span>
              {target && `„${target}“ `}
              {say(req, reason)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
