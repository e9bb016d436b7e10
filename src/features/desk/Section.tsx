import React from 'react'

/** A part of the dashboard: what there is to be done, or the sentence that there is nothing. */
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
