/** @jsxImportSource hono/jsx */
import type { Partner } from '../../payload-types.ts'
import type { Reader } from '../cms.ts'
import { PartnerName } from './PartnerName.tsx'

/** Partners by name. Those that the public does not see come as an id, and are left out. */
export const PartnerNames = ({
  partners,
  reader,
}: {
  partners: (Partner | string)[]
  reader: Reader
}) => (
  <ul class="plain">
    {partners.map(
      (partner) =>
        typeof partner === 'object' && (
          <li>
            <PartnerName partner={partner} reader={reader} />
          </li>
        ),
    )}
  </ul>
)
