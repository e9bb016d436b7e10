import { publicWords } from '../../addresses/publicWords.ts'
import { sizeInWords } from '../../lib/sizeInWords.ts'
import { publicVocabularies } from '../../vocabularies/all.ts'
import { contactOf, nameAndKindOf } from './contact.ts'
import type { TextNode } from './nodes.ts'
import { around, heading, item, paragraph, textOf } from './nodes.ts'
import type { Reader } from './reader.ts'
import { fileURL, label } from './reader.ts'
import type { Choice, Targets } from './targets.ts'
import { choiceOf, reference } from './targets.ts'

type Values = Record<string, unknown>

/** Who reads a text, what it leads to and shows, and the lists of partners that it may show. */
export type Looking = { choices: string[]; targets: Targets } & Reader

/** A block of a text: a callout, how to reach a partner, downloads, a list of partners. */
export const blockOf = (fields: Values, looking: Looking): TextNode[] => {
  const title = typeof fields.title === 'string' && fields.title !== '' ? fields.title : undefined
  const words = publicWords[looking.locale]
  switch (fields.blockType) {
    case 'callout':
      return calloutOf(fields, title)
    case 'contact':
      return contactOf(looking.targets.find(reference('partners', fields.partner)), title, looking)
    case 'downloads':
      return below(title ?? words.documents, downloadsOf(fields.documents, looking))
    case 'partnerList': {
      const choice = choiceOf(fields)
      return looking.choices.includes(JSON.stringify(choice))
        ? below(title ?? words.partners, partnersOf(choice, looking))
        : []
    }
    default:
      return []
  }
}

/** A list with a heading; neither if nothing is in it. */
const below = (title: string, items: TextNode[]): TextNode[] =>
  around(items, (children) => ({ children, type: 'list' })).flatMap((list) => [
    heading(textOf(title)),
    list,
  ])

const tones = ['info', 'important', 'warning']

const calloutOf = ({ text, tone }: Values, title: string | undefined): TextNode[] => {
  const paragraphs = (typeof text === 'string' ? text : '')
    .split(/\n{2,}/)
    .filter((each) => each.trim() !== '')
    .map((each) => paragraph(...linesOf(each)))
  const children = [
    ...(title ? [{ ...heading(textOf(title)), level: 3 } as TextNode] : []),
    ...paragraphs,
  ]
  return around(children, () => ({
    children,
    tone: tones.find((each) => each === tone) ?? 'info',
    type: 'aside',
  }))
}

const linesOf = (text: string): TextNode[] =>
  text
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [textOf(line)]),
    ])

const downloadsOf = (documents: unknown, looking: Looking): TextNode[] => {
  const words = publicWords[looking.locale]
  return [documents].flat().flatMap((each) => {
    const file = looking.targets.find(reference('documents', each))
    const href = fileURL(file?.url)
    if (!file || href === undefined) {
      return []
    }
    const language = String(file.language)
    const name: TextNode = {
      children: [textOf(String(file.title))],
      href,
      language,
      targetLanguage: language,
      type: 'link',
    }
    const size = sizeInWords(Number(file.filesize) || 0, looking.locale)
    return [
      item(
        name,
        textOf(` PDF, ${size}, `),
        label(publicVocabularies.languages, language, looking),
        textOf(`, ${file.accessible === true ? words.accessible : words.notAccessible}`),
      ),
    ]
  })
}

const partnersOf = (choice: Choice, looking: Looking): TextNode[] =>
  looking.targets.list(choice).map((partner) => item(...nameAndKindOf(partner, looking)))
