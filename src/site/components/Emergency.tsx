/** @jsxImportSource hono/jsx */
import type { Emergency as EmergencyGlobal } from '../../payload-types.ts'
import type { Reader, Reading } from '../cms.ts'
import { markGerman } from '../language.ts'

/** The way out, the numbers to call in danger, and that the office gives no emergency help. */
export const Emergency = ({
  emergency: { own, shown },
  reader,
}: {
  emergency: Reading<EmergencyGlobal>
  reader: Reader
}) => (
  <aside aria-label={reader.say.emergency} class="emergency">
    <Exit href={shown.quickExit} reader={reader} />
    <div class="wide">
      <EmergencyNumbers emergency={{ own, shown }} reader={reader} />
      <p {...markGerman(reader, own.notice)}>{shown.notice}</p>
    </div>
  </aside>
)

/** "Exit this page": a link, which site.js makes quicker. */
const Exit = ({ href, reader: { say } }: { href: string; reader: Reader }) =>
  href ? (
    <a
      class="exit"
      data-expired={say.exitExpired}
      data-loading={say.exitLoading}
      data-once={say.exitOnce}
      data-twice={say.exitTwice}
      href={href}
      id="exit"
      rel="noreferrer nofollow"
    >
      {say.exit}
    </a>
  ) : null

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
