/** @jsxImportSource hono/jsx */
import type { PropsWithChildren } from 'hono/jsx'

/** A line of a list of facts; nothing where the fact is missing. */
export const Fact = ({ children, title }: PropsWithChildren<{ title: string }>) =>
  children ? (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  ) : null
