/** @jsxImportSource hono/jsx */
import type { Document, Partner } from '../../payload-types.ts'
import type { Reader } from '../cms.ts'
import { readList, readWholeList } from '../cms.ts'
import { markLabel } from '../language.ts'
import { Contact } from './Contact.tsx'
import { Documents } from './Documents.tsx'
import { PartnerName } from './PartnerName.tsx'
import { PartnerNames } from './PartnerNames.tsx'

type Fields = Record<string, unknown> & { blockType?: string; title?: string }

/** A block of a text: a callout, a list of partners, downloads, how to reach a partner. */
export const BlockContent = ({ fields, reader }: { fields: unknown; reader: Reader }) => {
  const block = (fields ?? {}) as Fields
  switch (block.blockType) {
    case 'callout':
      return <Callout block={block} />
    case 'contact':
      return <PartnerContact block={block} reader={reader} />
    case 'downloads':
      return (
        <section>
          <h2>{block.title ?? reader.say.documents}</h2>
          <Documents documents={block.documents as (Document | string)[]} reader={reader} />
        </section>
      )
    case 'partnerList':
      return <PartnerList block={block} reader={reader} />
    default:
      return null
  }
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const tones = ['info', 'important', 'warning']

const Callout = ({ block: { text, title, tone } }: { block: Fields }) => (
  <div class={`callout ${tones.includes(stringOf(tone)) ? stringOf(tone) : ''}`}>
    {title && (
      <p>
        <strong>{title}</strong>
      </p>
    )}
    {stringOf(text)
      .split(/\n+/)
      .map((paragraph) => (
        <p>{paragraph}</p>
      ))}
  </div>
)

const PartnerList = async ({ block, reader }: { block: Fields; reader: Reader }) => {
  const chosen = Object.entries({ districts: block.districts, kind: block.kinds }).filter(
    ([, codes]) => Array.isArray(codes) && codes.length > 0,
  )
  const docs = await readWholeList(reader, {
    collection: 'partners',
    sort: 'name',
    where: { and: chosen.map(([field, codes]) => ({ [field]: { in: codes } })) },
  })
  return (
    <section>
      <h2>{block.title ?? reader.say.partners}</h2>
      <PartnerNames partners={docs.map(({ shown }) => shown)} reader={reader} />
    </section>
  )
}

const PartnerContact = async ({ block, reader }: { block: Fields; reader: Reader }) => {
  // An id where the partner is not public.
  const { id } = (typeof block.partner === 'object' ? block.partner : {}) as Partial<Partner>
  if (!id) {
    return null
  }
  const { docs } = await readList(reader, {
    collection: 'partners',
    limit: 1,
    pagination: false,
    where: { id: { equals: id } },
  })
  const [partner] = docs
  return (
    partner && (
      <section class="panel">
        <h2>{block.title ?? <span {...markLabel(reader)}>{partner.shown.name}</span>}</h2>
        {block.title && (
          <p>
            <PartnerName partner={partner.shown} reader={reader} />
          </p>
        )}
        <Contact partner={partner} reader={reader} />
      </section>
    )
  )
}
