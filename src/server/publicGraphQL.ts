import type {
  DocumentNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  TypeDefinitionNode,
  TypeNode,
} from 'graphql'
import type { SanitizedConfig } from 'payload'

import { configToSchema } from '@payloadcms/graphql'
import {
  buildASTSchema,
  isTypeDefinitionNode,
  Kind,
  lexicographicSortSchema,
  parse,
  printSchema,
  visit,
} from 'graphql'

import { publicFields } from '../access/publicFields.ts'
import type { Content } from '../http/description/content.ts'
import { contentOf } from '../http/description/content.ts'
import { describeAPI } from '../http/description/describeAPI.ts'
import type { Schema } from '../http/description/openAPI.ts'

/** Arguments that mean nothing to who may not read drafts or the trash, or that only say how the server reads. */
const withoutUse = ['draft', 'select', 'trash']

/** The content of `/api/schema.graphql`: the queries, types and fields of which anybody gets something. */
export const publicGraphQL = (config: SanitizedConfig): string => {
  const schema = parse(printSchema(configToSchema(config).schema))
  const types = new Map(
    schema.definitions.filter(isTypeDefinitionNode).map((type) => [type.name.value, type]),
  )
  const kept = keptFields({ conditions: conditionsIn(config), contents: contentOf(config), types })
  const narrowed = visit(schema, {
    FieldDefinition: (field) => ({
      ...field,
      arguments: field.arguments?.filter(({ name }) => !withoutUse.includes(name.value)),
    }),
    InputObjectTypeDefinition: (type) => ({
      ...type,
      fields: kept(type) as InputValueDefinitionNode[],
    }),
    ObjectTypeDefinition: (type) => ({ ...type, fields: kept(type) as FieldDefinitionNode[] }),
  })
  return `${printSchema(lexicographicSortSchema(buildASTSchema(withWhatIsUsed(narrowed))))}\n`
}

type Types = Map<string, TypeDefinitionNode>

/** Which conditions there are, by content and path: the operators of each. */
type Conditions = Record<string, Record<string, string[]>>

const conditionsIn = (config: SanitizedConfig): Conditions => {
  const { schemas } = describeAPI(config).components
  const at = ({ $ref }: Schema): Schema => schemas[String($ref).replace(/^.*\//, '')] ?? {}
  return Object.fromEntries(
    contentOf(config).map(({ name }) => [
      name,
      Object.fromEntries(
        Object.entries((schemas[`${name}Where`]?.properties ?? {}) as Record<string, Schema>).map(
          ([path, condition]) => [path, Object.keys((at(condition).properties ?? {}) as Schema)],
        ),
      ),
    ]),
  )
}

type Field = FieldDefinitionNode | InputValueDefinitionNode

/** Which fields of a type are public. */
const keptFields = ({
  conditions,
  contents,
  types,
}: {
  conditions: Conditions
  contents: Content[]
  types: Types
}): ((type: TypeDefinitionNode) => readonly Field[]) => {
  const kept = new Map<string, readonly Field[]>()

  /** Of a document, or of a group or row in it. */
  const keepPublic = (typeName: string, slug: string, prefix: string): void => {
    const paths = publicFields[slug] ?? []
    const fields = fieldsOf(types.get(typeName)).filter(({ name }) => {
      const path = `${prefix}${name.value}`
      const isInside = paths.some((each) => each.startsWith(`${path}.`))
      return paths.includes(path) || isInside || path === 'id'
    })
    kept.set(typeName, fields)
    for (const { name, type } of fields) {
      const path = `${prefix}${name.value}`
      if (!paths.includes(path) && path !== 'id') {
        keepPublic(namedType(type), slug, `${path}.`)
      }
    }
  }

  /** Of the conditions on documents. */
  const keepConditions = (name: string): void => {
    for (const suffix of ['', '_and', '_or']) {
      const fields = fieldsOf(types.get(`${name}_where${suffix}`)).filter((field) => {
        const path = field.name.value.replaceAll('__', '.')
        const operators = conditions[name]?.[path]
        if (operators) {
          const operator = namedType(field.type)
          kept.set(
            operator,
            fieldsOf(types.get(operator)).filter((each) => operators.includes(each.name.value)),
          )
        }
        return operators !== undefined || /^(?:AND|OR)$/.test(path)
      })
      kept.set(`${name}_where${suffix}`, fields)
    }
  }

  for (const { name, slug } of contents) {
    keepPublic(name, slug, '')
    keepConditions(name)
  }
  const isRead = (field: Field): boolean => {
    const named = namedType(field.type)
    return (
      ['SearchResults', ...contents.map(({ name }) => name)].includes(named) ||
      contents.some(({ name }) => isListOf(types, named, name)) ||
      (field.name.value.startsWith('count') && hasPublicWhere(field, contents))
    )
  }
  kept.set('Query', fieldsOf(types.get('Query')).filter(isRead))
  kept.set('Mutation', [])
  return (type) => kept.get(type.name.value) ?? fieldsOf(type)
}

const isListOf = (types: Types, list: string, name: string): boolean =>
  fieldsOf(types.get(list)).some(
    (each) => each.name.value === 'docs' && namedType(each.type) === name,
  )

const hasPublicWhere = (field: Field, contents: Content[]): boolean =>
  'arguments' in field &&
  (field.arguments ?? []).some(({ type }) =>
    contents.some(({ name }) => namedType(type) === `${name}_where`),
  )

const fieldsOf = (type: TypeDefinitionNode | undefined): readonly Field[] =>
  type && 'fields' in type ? (type.fields ?? []) : []

const namedType = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type)

/** The same schema without mutations, and without types that no query leads to. */
const withWhatIsUsed = ({ definitions, ...document }: DocumentNode): DocumentNode => {
  const types = new Map(
    definitions.filter(isTypeDefinitionNode).map((type) => [type.name.value, type]),
  )
  const used = new Set<string>()
  const use = (name: string): void => {
    const type = types.get(name)
    if (type && !used.has(name)) {
      used.add(name)
      visit(type, { NamedType: (node) => use(node.name.value) })
    }
  }
  use('Query')
  return {
    ...document,
    definitions: definitions.filter(
      (each) => isTypeDefinitionNode(each) && used.has(each.name.value),
    ),
  }
}
