import type { PayloadRequest } from 'payload'

import React from 'react'

import { say } from '../../lib/say.ts'
import { giveaways } from '../secretPlaces/mentions.ts'
import { More } from './More.tsx'
import { Section } from './Section.tsx'

const maxShown = 10

/** Public texts that reveal a secret place. Without any, the section is not shown. */
export const Giveaways = async ({ req }: { req: PayloadRequest }) => {
  const found = await giveaways(req)
  return found.length === 0 ? null : (
    <Section
      empty=""
      isEmpty={false}
      title={say(req, {
        de: 'Öffentliche Texte nennen einen geheimen Ort',
        en: 'Public texts name a secret place',
      })}
    >
      <ul>
        {found.slice(0, maxShown).map(({ entity, id, title, warnings }) => (
          <li key={`${entity} ${id}`}>
            <a href={id ? `/admin/collections/${entity}/${id}` : `/admin/globals/${entity}`}>
              {title}
            </a>
            <span className="desk__overdue">
              {warnings.map(({ message }) => say(req, message)).join(' ')}
            </span>
          </li>
        ))}
      </ul>
      <More req={req} shown={maxShown} total={found.length} />
    </Section>
  )
}
