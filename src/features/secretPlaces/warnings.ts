import type { FieldAccess, FlattenedField, PayloadRequest, TextField } from 'payload'

import { createHash } from 'node:crypto'

import { coordinatorOrOwnPartner } from '../../access/partners.ts'
import { coordinatorsOnly, nobody } from '../../access/people.ts'
import { storedState } from '../../hooks/publicState.ts'
import { fold } from '../../lib/fold.ts'
import type { Text } from '../../lib/say.ts'
import { say } from '../../lib/say.ts'
import type { Partner } from '../../payload-types.ts'
import { locales } from '../../vocabularies/locales.ts'
import type { SecretPlace } from './places.ts'
import { knownSecretPlaces, placesOncePublished } from './places.ts'
import type { PublicText } from './publicTexts.ts'
import { publicTextsOf } from './publicTexts.ts'
import {
  isPostOfficeBox,
  isSameStreet,
  likeAddresses,
  spell,
  spelledNames,
  streetsIn,
} from './streets.ts'

/** A warning that a public text reveals a secret place. */
export type Warning = {
  /** A hash of the place and the texts, so that accepting it accepts neither another place nor changed texts. */
  id: string
  message: Text
}

const warningIdOf = (...parts: string[]): string =>
  createHash('sha256').update(parts.map(fold).join('\n')).digest('base64url').slice(0, 12)

/** Strings that identify texts by field, language and content. */
const identities = (texts: PublicText[]): string[] => texts.map(identityOf).sort()

const identityOf = ({ field, locale, text }: PublicText): string =>
  [field.de, locale ?? '', text].join(' ')

/** The field and language of a text, such as "Kurzbeschreibung, Türkisch". */
const placeOf = ({ field, locale }: PublicText): Text => {
  const language = locales.find(({ code }) => code === locale)?.label
  return language ? { de: `${field.de}, ${language.de}`, en: `${field.en}, ${language.en}` } : field
}

const placesOf = (texts: PublicText[]): Text => {
  const places = texts.map(placeOf)
  const joined = (key: 'de' | 'en') => [...new Set(places.map((place) => place[key]))].join('; ')
  return { de: joined('de'), en: joined('en') }
}

/** Secret places that are in the same street. */
export type SecretStreet = { owners: SecretPlace[] } & Pick<SecretPlace, 'spelling' | 'street'>

/** Groups places by their streets. */
export const byStreet = (places: SecretPlace[]): SecretStreet[] => {
  const streets: SecretStreet[] = []
  for (const place of places) {
    const known = streets.find(({ spelling }) => isSameStreet(spelling, place.spelling))
    if (known) {
      known.owners.push(place)
    } else {
      streets.push({ owners: [place], spelling: place.spelling, street: place.street })
    }
  }
  return streets
}

/**
 * Warnings about the secret streets that the texts of a document name.
 *
 * @param owner the id of the document if it is a partner, so that its own street is called so.
 */
export const warningsOf = (
  texts: PublicText[],
  streets: SecretStreet[],
  owner?: string,
): Warning[] => {
  const spelled = streets.length > 0 ? texts.map((text) => ({ ...text, by: spell(text.text) })) : []
  return streets.flatMap(({ owners, spelling, street }) => {
    const naming = spelled.filter(({ by }) => spelledNames(by, spelling))
    if (naming.length === 0) {
      return []
    }
    const where = placesOf(naming)
    const ids = [...new Set(owners.map((each) => each.owner))].sort()
    const names = [...new Set(owners.map(({ ownerName }) => `„${ownerName}“`))].join(', ')
    const message = ids.includes(owner ?? '')
      ? {
          de: `Der öffentliche Text nennt „${street}“, die Straße der nicht öffentlichen Anschrift (${where.de}).`,
          en: `The public text names "${street}", the street of the address that is not public (${where.en}).`,
        }
      : {
          de: `Dieser Text nennt „${street}“, die Straße von ${names}, deren Anschrift nicht öffentlich ist (${where.de}).`,
          en: `This text names "${street}", the street of ${names}, whose address is not public (${where.en}).`,
        }
    return [{ id: warningIdOf(...ids, street, ...identities(naming)), message }]
  })
}

/** The warnings that nobody has accepted. @param accepted their ids, separated by spaces. */
export const notAccepted = (warnings: Warning[], accepted: unknown): Warning[] => {
  const ids = typeof accepted === 'string' ? accepted.split(/\s+/) : []
  return warnings.filter(({ id }) => !ids.includes(id))
}

/** Warnings about texts that look like an address, for a partner whose address is not public. */
const likenessesOf = (texts: PublicText[], owner: string): Warning[] => {
  const found = new Map<string, PublicText[]>()
  for (const text of texts) {
    for (const likeness of likeAddresses(text.text)) {
      found.set(likeness, [...(found.get(likeness) ?? []), text])
    }
  }
  return [...found].map(([likeness, naming]) => {
    const where = placesOf(naming)
    return {
      id: warningIdOf(owner, likeness, ...identities(naming)),
      message: {
        de: `Der öffentliche Text enthält etwas, das wie eine Anschrift aussieht. Die Anschrift dieser Organisation ist nicht öffentlich (${where.de}).`,
        en: `The public text contains something that looks like an address. This organisation's address is not public (${where.en}).`,
      },
    }
  })
}

type State = Record<string, unknown>

type Document = {
  data: Record<string, unknown>
  fields: FlattenedField[]
  id: string | undefined
  locale: string
  slug: string
  stored: Record<string, unknown> | undefined
}

/**
 * All warnings about a document, for the secret places that the person may know.
 *
 * @param before the document as it is public now: texts that are part of it are not warned of again.
 */
export const findWarnings = async (
  req: PayloadRequest,
  { data, fields, id, locale, slug, stored }: Document,
  before?: State,
): Promise<Warning[]> => {
  const isPublicAlready = new Set(
    before
      ? publicTextsOf({ data: before, fields, locale: 'all', slug, stored: before }).map(identityOf)
      : [],
  )
  const texts = publicTextsOf({ data, fields, locale, slug, stored }).filter(
    (text) => !isPublicAlready.has(identityOf(text)),
  )
  const known = await knownSecretPlaces(req)
  if (slug !== 'partners') {
    return warningsOf(texts, byStreet(known))
  }
  const partner = data as Partial<Partner>
  const owner = id ?? ''
  const places = placesOncePublished({ ...partner, id: owner }, known)
  const warnings = warningsOf(texts, byStreet(places), owner)
  return warnings.length === 0 && partner.address?.visibility !== 'public'
    ? likenessesOf(texts, owner)
    : warnings
}

/** Says so if no street can be read in the internal address, since texts cannot be compared with it then. */
const unreadableAddress = ({ address, internal }: Partial<Partner>): Text[] => {
  const postalAddress = internal?.postalAddress ?? ''
  if (
    address?.visibility === 'public' ||
    isPostOfficeBox(postalAddress) ||
    streetsIn(postalAddress).length > 0
  ) {
    return []
  }
  if (postalAddress.trim() !== '') {
    return [
      {
        de: 'In der internen Postanschrift ist keine Straße zu erkennen. Ob Texte sie verraten, wird deshalb nicht geprüft.',
        en: 'No street can be recognised in the internal postal address, so texts are not checked for it.',
      },
    ]
  }
  return address?.visibility === 'secret'
    ? [
        {
          de: 'Unter „Intern“ steht keine Postanschrift. Ob Texte den geheimen Ort verraten, kann deshalb nicht geprüft werden.',
          en: 'There is no postal address under "Internal", so texts cannot be checked for the secret place.',
        },
      ]
    : []
}

/**
 * The warnings about a document, in all its languages, computed whenever a single document is read. For
 * coordinators and, on a partner, its own editors.
 */
const warningsField = (slug: string, read: FieldAccess): TextField => ({
  name: 'warnings',
  type: 'text',
  access: { create: nobody, read, update: nobody },
  admin: {
    components: { Field: '/src/features/publishing/PublishQuestions.tsx#PublishQuestions' },
    disableBulkEdit: true,
    disableListColumn: true,
    disableListFilter: true,
  },
  hasMany: true,
  hooks: {
    afterRead: [
      async ({ collection, data, draft, findMany, global, req }) => {
        const id = data?.id as string | undefined
        const fields = (collection ?? global)?.flattenedFields
        // Not in lists, which do not show them.
        if (findMany || !fields || !(await read({ doc: data, id, req } as never))) {
          return undefined
        }
        const stored = collection
          ? id && (await storedState(req, slug, id, draft === true))
          : await storedGlobal(req, slug, draft === true)
        if (!stored) {
          return []
        }
        const warnings = await findWarnings(req, {
          data: stored,
          fields,
          id,
          locale: 'all',
          slug,
          stored,
        })
        return [
          ...warnings.map(({ message }) => message),
          ...(slug === 'partners' ? unreadableAddress(stored) : []),
        ].map((message) => say(req, message))
      },
    ],
  },
  label: { de: 'Warnungen', en: 'Warnings' },
  virtual: true,
})

/** A global, or its newest draft, with the texts of all languages; empty if it was never saved. */
export const storedGlobal = async (
  req: PayloadRequest,
  slug: string,
  draft: boolean,
): Promise<State> => {
  const { docs } = draft
    ? await req.payload.db.findGlobalVersions<State>({
        global: slug as 'site',
        limit: 1,
        pagination: false,
        req,
        where: { latest: { equals: true } },
      })
    : { docs: [] }
  return (
    docs[0]?.version ??
    // In MongoDB a global that nobody has saved is null.
    (await req.payload.db.findGlobal<State>({ slug, req })) ??
    {}
  )
}

/** Ids of warnings that a coordinator has read and accepts, separated by spaces; see `askBeforePublishing`. */
const acceptedWarningsField: TextField = {
  name: 'acceptedWarnings',
  type: 'text',
  access: { create: coordinatorsOnly, read: coordinatorsOnly, update: coordinatorsOnly },
  admin: { disableListColumn: true, disableListFilter: true, hidden: true },
  hooks: { beforeDuplicate: [() => null] },
  label: { de: 'Hingenommene Warnungen', en: 'Accepted warnings' },
  maxLength: 2000,
}

/** The fields of a partner for warnings about its texts. */
export const partnerWarnings = [
  warningsField('partners', coordinatorOrOwnPartner),
  acceptedWarningsField,
]

/** The same fields for all other content, including images and files. */
export const officeWarnings = (slug: string): TextField[] => [
  warningsField(slug, coordinatorsOnly),
  acceptedWarningsField,
]
