import type { FieldAccess, PayloadRequest, TextField } from 'payload'

import { coordinatorOrOwnPartner } from '../access/partners.ts'
import { coordinatorsOnly, isCoordinator } from '../access/people.ts'
import type { Partner } from '../payload-types.ts'
import { say } from '../say.ts'
import { looksLikeAddress, namesStreet, streetsIn } from './streets.ts'

type Warner = (args: {
  doc: Record<string, unknown>
  req: PayloadRequest
}) => Promise<string[]> | string[]

/** @param texts the fields that are read for it, also when a query names the warnings only. */
const warningsField = (read: FieldAccess, texts: string[], warn: Warner): TextField => ({
  name: 'warnings',
  type: 'text',
  access: { create: () => false, read, update: () => false },
  admin: {
    components: { Field: '/src/admin/document/Warnings.tsx#Warnings' },
    disableBulkEdit: true,
    disableListColumn: true,
    disableListFilter: true,
  },
  custom: { computedFrom: texts },
  hasMany: true,
  hooks: {
    afterRead: [
      async ({ data, req }) => {
        const mayRead = await read({ doc: data, id: data?.id, req } as never)
        return mayRead ? warn({ doc: data ?? {}, req }) : undefined
      },
    ],
  },
  label: { de: 'Warnungen', en: 'Warnings' },
  virtual: true,
})

/** Everything that people read in a document: texts, and the text in rich text. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') {
    return value
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) {
    return ''
  }
  return Object.entries(value)
    .filter(([key]) => key !== 'internal')
    .map(([, inside]) => textOf(inside))
    .join(' \n ')
}

/**
 * Warns a partner whose address is not public when its texts hold its street, or what looks like an
 * address. It does not refuse: the office's own street, say, is nobody's secret.
 */
const partnerTexts = ['description', 'openingHours', 'phones', 'profile', 'shortName']

export const partnerWarnings = warningsField(
  coordinatorOrOwnPartner,
  ['address', 'internal', ...partnerTexts],
  ({ doc, req }) => {
    const { address, internal } = doc as Partial<Partner>
    if (address?.visibility === 'public') {
      return []
    }
    const text = textOf(partnerTexts.map((name) => doc[name]))
    const streets = streetsIn(internal?.postalAddress ?? '').filter((street) =>
      namesStreet(text, street),
    )
    return [
      ...streets.map((street) =>
        say(req, {
          de: `Der öffentliche Text nennt „${street}“, die Straße der nicht öffentlichen Anschrift.`,
          en: `The public text names "${street}", the street of the address that is not public.`,
        }),
      ),
      ...(streets.length === 0 && looksLikeAddress(text)
        ? [
            say(req, {
              de: 'Der öffentliche Text enthält etwas, das wie eine Anschrift aussieht. Die Anschrift dieser Organisation ist nicht öffentlich.',
              en: "The public text has something that looks like an address. This organisation's address is not public.",
            }),
          ]
        : []),
    ]
  },
)

/** Warns the office when a text holds the street of any partner whose address is not public. */
export const officeWarnings = (...texts: string[]): TextField =>
  warningsField(coordinatorsOnly, texts, async ({ doc, req }) => {
    const text = textOf(texts.map((name) => doc[name]))
    return (await hiddenStreets(req))
      .filter(({ street }) => namesStreet(text, street))
      .map(({ name, street }) =>
        say(req, {
          de: `Dieser Text nennt „${street}“, die Straße von „${name}“, deren Anschrift nicht öffentlich ist.`,
          en: `This text names "${street}", the street of "${name}", whose address is not public.`,
        }),
      )
  })

type HiddenStreet = { name: string; street: string }

/** Read once for a request, however many documents it is about. */
const hiddenStreets = (req: PayloadRequest): Promise<HiddenStreet[]> => {
  const { context } = req as { context: { hiddenStreets?: Promise<HiddenStreet[]> } }
  context.hiddenStreets ??= isCoordinator({ req }) ? readHiddenStreets(req) : Promise.resolve([])
  return context.hiddenStreets
}

const readHiddenStreets = async ({ payload }: PayloadRequest): Promise<HiddenStreet[]> => {
  const { docs } = await payload.find({
    collection: 'partners',
    depth: 0,
    pagination: false,
    select: { internal: { postalAddress: true }, name: true },
    where: { 'address.visibility': { not_equals: 'public' } },
  })
  return docs.flatMap(({ internal, name }) =>
    streetsIn(internal?.postalAddress ?? '').map((street) => ({ name, street })),
  )
}
