import React from 'react'

/** A section of the dashboard: what there is to do, or a sentence that there is nothing. */
export const Section = ({
  children,
  empty,
  isEmpty,
  title,
}: {
  children: React.ReactNode
  empty: string
  isEmpty: boolean
  title: string
}) => (
  <section className="desk__section">
    <h2>{title}</h2>
    {isEmpty ? <p>{empty}</p> : children}
  </section>
)
