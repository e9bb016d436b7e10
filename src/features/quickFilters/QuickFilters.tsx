import type { BeforeListTableServerProps } from 'payload'

import React from 'react'

import type { Text } from '../../lib/say.ts'
import { say } from '../../lib/say.ts'
import type { User } from '../../payload-types.ts'
import { filteredList, filters } from './filters.ts'

import './filters.css'

/** Links above a list, for coordinators, to the filters that the office needs most often. */
export const QuickFilters = ({
  collectionSlug,
  i18n,
  searchParams,
  user,
}: BeforeListTableServerProps) => {
  if ((user as null | undefined | User)?.role !== 'coordinator') {
    return null
  }
  const conditions = new URLSearchParams(
    Object.entries(searchParams ?? {}).filter(([name]) => /^(?:search|where)/.test(name)) as [
      string,
      string,
    ][],
  )
  const everything = `/admin/collections/${collectionSlug}`
  const choices: { href: string; label: Text }[] = [
    { href: `${everything}?`, label: { de: 'Alle', en: 'All' } },
    ...(filters[collectionSlug] ?? []).map((filter) => ({
      href: filteredList(collectionSlug, filter),
      label: filter.label,
    })),
  ]
  return (
    <nav
      aria-label={say({ i18n } as never, { de: 'Filter der Liste', en: 'List filters' })}
      className="quick-filters"
    >
      {choices.map(({ href, label }) => (
        // Workaround (no issue known): unless a new page is loaded, Payload's list keeps its former
        // conditions. Can go when it follows its URL; no test notices.
        <a
          aria-current={href === `${everything}?${conditions}` ? 'true' : undefined}
          href={href}
          key={href}
        >
          {say({ i18n } as never, label)}
        </a>
      ))}
    </nav>
  )
}
