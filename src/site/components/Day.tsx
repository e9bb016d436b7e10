/** @jsxImportSource hono/jsx */
import type { Reader } from '../cms.ts'
import { dateOf } from '../language.ts'

/** A date, for people and for programs. */
export const Day = ({ date, reader }: { date: string; reader: Reader }) => (
  <time datetime={date}>{dateOf(reader, date)}</time>
)
