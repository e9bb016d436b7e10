/** @jsxImportSource hono/jsx */
import type { Emergency as EmergencyGlobal } from '../../../payload-types.ts'
import type { Reader, Reading } from '../cms.ts'
import { markGerman } from '../language.ts'

/** The numbers to call in danger, and that the office gives no emergency help. */
export const Emergency = ({
  emergency: { own, shown },
  reader,
}: {
  emergency: Reading<EmergencyGlobal>
  reader: Reader
}) => (
  <aside aria-label={reader.say.emergency} class="emergency">
    <div class="wide">
      <EmergencyNumbers emergency={{ own, shown }} reader={reader} />
      <p {...markGerman(reader, own.notice)}>{shown.notice}</p>
    </div>
  </aside>
)

export const EmergencyNumbers = ({
  emergency: { own, shown },
  reader,
}: {
  emergency: Reading<EmergencyGlobal>
  reader: Reader
}) => (
  <ul class="numbers">
    {(shown.phones ?? []).map(({ label, note, number }, index) => (
      <li>
        <a class="number" dir="ltr" href={`tel:${number.replaceAll(/\s/g, '')}`}>
          {number}
        </a>{' '}
        <span {...markGerman(reader, own.phones?.[index]?.label)}>{label}</span>
        {note && (
          <span class="note" {...markGerman(reader, own.phones?.[index]?.note)}>
            {note}
          </span>
        )}
      </li>
    ))}
  </ul>
)
