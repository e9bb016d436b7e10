/** @jsxImportSource hono/jsx */
import type { Reader } from '../cms.ts'
import { markLabel } from '../language.ts'

/** A filter of a list: one of a vocabulary's terms, or all. */
export const Choice = ({
  chosen,
  label,
  name,
  reader,
  vocabulary,
}: {
  chosen?: string
  label: string
  name: string
  reader: Reader
  vocabulary: string
}) => (
  <label>
    <span>{label}</span>
    <select name={name}>
      <option value="">{reader.say.all}</option>
      {(reader.labels[vocabulary] ?? []).map((term) => (
        <option selected={term.value === chosen} value={term.value} {...markLabel(reader)}>
          {term.label}
        </option>
      ))}
    </select>
  </label>
)
