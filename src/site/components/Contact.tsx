/** @jsxImportSource hono/jsx */
import { domainToUnicode } from 'node:url'

import { spellPhone } from '../../lib/phone.ts'
import { safeLink } from '../../lib/safeLink.ts'
import { mailLink } from '../../lib/webAddress.ts'
import type { Partner } from '../../payload-types.ts'
import type { Reader, Reading } from '../cms.ts'
import { markGerman, weekdayOf } from '../language.ts'

/** How to reach a partner: only what is public of it. */
export const Contact = ({
  partner: { own, shown },
  reader,
}: {
  partner: Reading<Partner>
  reader: Reader
}) => {
  const { say } = reader
  const website = safeLink(shown.website)
  return (
    <>
      <dl class="facts">
        {(shown.phones ?? []).map((phone, index) => {
          const inOwn = own.phones?.[index]
          const remarks = [
            phone.freeOfCharge && say.freeOfCharge,
            phone.hiddenOnBill && say.hiddenOnBill,
          ].filter(Boolean)
          return (
            <div>
              <dt>
                {phone.label ? (
                  <span {...markGerman(reader, inOwn?.label)}>{phone.label}</span>
                ) : (
                  say.phone
                )}
              </dt>
              <dd>
                <a class="number" dir="ltr" href={`tel:${phone.number}`}>
                  {spellPhone(phone.number, say.extension)}
                </a>
                {phone.hours && (
                  <span class="line" {...markGerman(reader, inOwn?.hours)}>
                    {phone.hours}
                  </span>
                )}
                {remarks.length > 0 && <span class="line quiet">{remarks.join(', ')}</span>}
              </dd>
            </div>
          )
        })}
        {shown.email && (
          <div>
            <dt>{say.email}</dt>
            <dd>
              <a dir="ltr" href={mailLink(shown.email)}>
                {shown.email}
              </a>
            </dd>
          </div>
        )}
        {website && (
          <div>
            <dt>{say.website}</dt>
            <dd>
              <a dir="ltr" href={website} rel="noreferrer">
                {domainToUnicode(new URL(website).hostname).replace(/^www\./, '')}
              </a>
            </dd>
          </div>
        )}
        <Address address={shown.address} reader={reader} />
      </dl>
      <OpeningHours partner={{ own, shown }} reader={reader} />
    </>
  )
}

const Address = ({ address, reader }: { address: Partner['address']; reader: Reader }) => {
  const { say } = reader
  if (address?.visibility === 'secret') {
    return (
      <div>
        <dt>{say.address}</dt>
        <dd>{say.addressSecret}</dd>
      </div>
    )
  }
  const place = [address?.postalCode, address?.town].filter(Boolean).join(' ')
  return address?.street || place ? (
    <div>
      <dt>{say.address}</dt>
      <dd dir="ltr" lang="de" translate="no">
        {address?.street && (
          <>
            {address.street}
            <br />
          </>
        )}
        {place}
      </dd>
    </div>
  ) : null
}

const OpeningHours = ({
  partner: { own, shown },
  reader,
}: {
  partner: Reading<Partner>
  reader: Reader
}) => {
  const { say } = reader
  return shown.openingHours?.length ? (
    <table>
      <caption>{say.openingHours}</caption>
      <thead>
        <tr>
          <th scope="col">{say.day}</th>
          <th scope="col">{say.time}</th>
        </tr>
      </thead>
      <tbody>
        {shown.openingHours.map(({ closes, day, note, opens }, index) => (
          <tr>
            <th scope="row">{weekdayOf(reader, day)}</th>
            <td>
              <span dir="ltr">
                {opens} – {closes}
              </span>
              {note && (
                <span class="line quiet" {...markGerman(reader, own.openingHours?.[index]?.note)}>
                  {note}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  ) : null
}
