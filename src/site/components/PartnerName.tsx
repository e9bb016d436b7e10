/** @jsxImportSource hono/jsx */
import { pathInLocale, pathOf } from '../../addresses/paths.ts'
import type { Partner } from '../../payload-types.ts'
import type { Reader } from '../cms.ts'
import { labelOf, markLabel } from '../language.ts'

/** A partner's name, which leads to its page, and what kind of organisation it is. */
export const PartnerName = ({
  partner,
  reader,
}: {
  partner: Pick<Partner, 'kind' | 'name' | 'slug'>
  reader: Reader
}) => (
  <>
    <a href={pathInLocale(pathOf('partners', partner) ?? '/partner', reader.locale)} lang="de">
      {partner.name}
    </a>{' '}
    <span class="quiet" {...markLabel(reader)}>
      {labelOf(reader, 'kinds', partner.kind)}
    </span>
  </>
)
