import type { PayloadRequest } from 'payload'

import React from 'react'

import { dayInWords } from '../../lib/days.ts'
import { say } from '../../lib/say.ts'
import { isOverdue } from '../verification/due.ts'
import { More } from './More.tsx'
import { toBeVerified, withoutEditors } from './overview.ts'
import { Section } from './Section.tsx'

/** Partners whose yearly confirmation is due, and those without an editor who could be asked for it. */
export const ToBeVerified = async ({ req }: { req: PayloadRequest }) => {
  const [due, withoutEditor] = await Promise.all([toBeVerified(req), withoutEditors(req)])
  return (
    <Section
      empty={say(req, {
        de: 'Alle Profile sind bestätigt, und um jedes kümmert sich jemand.',
        en: 'All profiles are confirmed, and each has an editor.',
      })}
      isEmpty={due.totalDocs + withoutEditor.totalDocs === 0}
      title={say(req, { de: 'Zu bestätigen', en: 'To be confirmed' })}
    >
      {due.totalDocs > 0 && (
        <ul>
          {due.docs.map(({ id, name, reviewDue }) => (
            <li key={id}>
              <a href={`/admin/collections/partners/${id}`}>{name}</a>
              {reviewDue ? (
                <span className={isOverdue(reviewDue) ? 'desk__overdue' : undefined}>
                  {isOverdue(reviewDue)
                    ? say(req, { de: 'überfällig seit ', en: 'overdue since ' })
                    : say(req, { de: 'bis ', en: 'by ' })}
                  {dayInWords(reviewDue, req.i18n.language)}
                </span>
              ) : (
                <span>{say(req, { de: 'noch nie bestätigt', en: 'never confirmed' })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <More req={req} shown={due.docs.length} total={due.totalDocs} />
      {withoutEditor.totalDocs > 0 && (
        <>
          <h3>
            {say(req, {
              de: 'Veröffentlicht, aber ohne Redaktion',
              en: 'Published, but without an editor',
            })}
          </h3>
          <ul>
            {withoutEditor.docs.map(({ id, name }) => (
              <li key={id}>
                <a href={`/admin/collections/partners/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
          <More req={req} shown={withoutEditor.docs.length} total={withoutEditor.totalDocs} />
          <p>
            <a href="/admin/collections/users/create">
              {say(req, { de: 'Person einladen', en: 'Invite somebody' })}
            </a>
          </p>
        </>
      )}
    </Section>
  )
}
