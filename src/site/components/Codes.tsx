/** @jsxImportSource hono/jsx */
import type { Reader } from '../cms.ts'
import { labelOf, markLabel } from '../language.ts'

/** Coded terms under a heading; nothing where there are none. */
export const Codes = ({
  codes,
  reader,
  title,
  vocabulary,
}: {
  codes: readonly string[] | null | undefined
  reader: Reader
  title: string
  vocabulary: string
}) =>
  codes?.length ? (
    <div>
      <dt>{title}</dt>
      <dd>
        <ul class="tags" {...markLabel(reader)}>
          {codes.map((code) => (
            <li>{labelOf(reader, vocabulary, code)}</li>
          ))}
        </ul>
      </dd>
    </div>
  ) : null
