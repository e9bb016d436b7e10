import type {
  GraphQLInputObjectType,
  GraphQLInputType,
  GraphQLObjectType,
  GraphQLOutputType,
} from 'graphql'

import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isObjectType,
  isUnionType,
} from 'graphql'
import { readFile } from 'node:fs/promises'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'

import config from '../../../../payload.config.ts'
import { closedCollections, publicFields } from '../../../../src/access/publicFields.ts'
import { contentOf } from '../../../../src/http/description/content.ts'
import { publicFiles } from '../../../../src/http/endpoints/publicFiles.ts'
import { leavesOf } from '../../../../src/lib/leavesOf.ts'
import { askUncounted } from '../../../support/askMuch.ts'
import { make, removeDocuments } from '../../../support/documents.ts'
import { graphQL, instance, request } from '../../../support/instance.ts'

removeDocuments()
askUncounted()

const { collections, globals } = await config
const contents = contentOf(await config)

/** Names that only fields have that are not public. */
const internalNames = (() => {
  const known = new Set(
    Object.values(publicFields).flatMap((paths) => paths.flatMap((path) => path.split('.'))),
  )
  const names = [...collections, ...globals]
    .filter(({ slug }) => !slug.startsWith('payload-'))
    .flatMap(({ fields }) => leavesOf(fields).flatMap(({ path }) => path.split('.')))
  return [...new Set(names)].filter((name) => !known.has(name) && name !== 'id')
})()

const ids: Record<string, string> = {}

beforeAll(async () => {
  const payload = await instance()
  ids.partners = (await make('partners')).id
  for (const slug of ['news', 'pages', 'standards'] as const) {
    ids[slug] = (await make(slug)).id
  }
  const { docs } = await payload.find({ collection: 'redirects', limit: 1, overrideAccess: false })
  ids.redirects = docs[0]?.id ?? ''
})

const served = async (path: string): Promise<string> => {
  const response = await request(path)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(response.headers.get('cache-control')).toMatch(/^public/)
  return response.text()
}

it('should be tried with names of internal fields', () => {
  expect(internalNames).toEqual(
    expect.arrayContaining(['officeNotes', 'internal', 'seedKey', 'searchText', 'trusted', 'role']),
  )
})

describe('the types of what anybody gets', () => {
  const text = () => served('/api/types.d.ts')

  it('should be those that are generated', async () => {
    expect(await text()).toBe(await readFile(publicFiles.types.path, 'utf8'))
  })

  it('should be right by themselves, as strictly as TypeScript looks', async () => {
    const program = ts.createProgram([publicFiles.types.path], {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      noEmit: true,
      skipLibCheck: false,
      strict: true,
      types: [],
    })
    expect(ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText)).toEqual([])
    const code = (await text()).replaceAll(/\/\*.*?\*\//gs, '')
    expect(code).not.toMatch(/\bimport\b|\bany\b/)
  })

  it('should have every public field, and no internal one', async () => {
    const source = ts.createSourceFile('types.d.ts', await text(), ts.ScriptTarget.Latest)
    const names = new Set<string>()
    const visit = (node: ts.Node): void => {
      if (ts.isPropertySignature(node)) {
        names.add(node.name.getText(source).replaceAll('"', ''))
      }
      ts.forEachChild(node, visit)
    }
    visit(source)
    const wanted = Object.values(publicFields).flatMap((paths) =>
      paths.map((path) => path.split('.').at(-1) ?? ''),
    )
    expect(wanted.filter((name) => !names.has(name))).toEqual([])
    const parts = [...names].flatMap((name) => name.split('.'))
    // Health has a state, refusals have a message, and changes say of what they are, when, and from where.
    const own = ['at', 'entity', 'message', 'oldPath', 'state']
    expect(internalNames.filter((name) => parts.includes(name) && !own.includes(name))).toEqual([])
    expect(closedCollections.filter((slug) => parts.includes(slug))).toEqual([])
  })
})

describe('the GraphQL schema of what anybody gets', () => {
  let schema: ReturnType<typeof buildSchema>

  beforeAll(async () => {
    schema = buildSchema(await served('/api/schema.graphql'))
  })

  const queries = () => Object.values(schema.getQueryType()?.getFields() ?? {})

  it('should be the one that is generated, and only read', async () => {
    expect(await served('/api/schema.graphql')).toBe(
      await readFile(publicFiles.schema.path, 'utf8'),
    )
    expect(schema.getMutationType()).toBeUndefined()
    expect(queries().length).toBe(7 * 3 + 3 + 1)
  })

  it('should have every public field, and no internal one', () => {
    const pathsIn = (
      type: GraphQLOutputType,
      prefix: string,
      listed: readonly string[],
    ): string[] => {
      const named = getNamedType(type)
      return isObjectType(named)
        ? Object.values(named.getFields()).flatMap(({ name, type: inner }) => {
            const path = `${prefix}${name}`
            return listed.includes(path) ? [path] : pathsIn(inner, `${path}.`, listed)
          })
        : [prefix.slice(0, -1)]
    }
    for (const { name, schema: described, slug } of contents) {
      const known = Object.keys(described.properties as object)
      // Files and redirects have no drafts.
      const listed = (publicFields[slug] ?? []).filter((path) =>
        known.includes(path.split('.')[0] ?? ''),
      )
      const type = schema.getType(name) as GraphQLObjectType
      const paths = pathsIn(type, '', [...listed, 'id'])
      const missing = listed.filter((path) => !paths.includes(path))
      expect(missing, name).toEqual([])
      expect(
        paths.filter((path) => path !== 'id' && !listed.includes(path)),
        name,
      ).toEqual([])
    }
    const names = Object.values(schema.getTypeMap())
      .filter(({ name }) => !name.startsWith('__'))
      .flatMap((type) =>
        isObjectType(type) || isInputObjectType(type)
          ? Object.keys(type.getFields()).flatMap((field) => field.split('__'))
          : [],
      )
    expect(internalNames.filter((name) => names.includes(name))).toEqual([])
  })

  /** All that can be asked of a type without another document. */
  const selectionOf = (type: GraphQLOutputType, depth = 0): string => {
    const named = getNamedType(type)
    if (isUnionType(named)) {
      return '{ __typename }'
    }
    if (!isObjectType(named)) {
      return ''
    }
    const isRelated = depth > 1 && contents.some(({ name }) => name === named.name)
    const fields = isRelated
      ? ['id']
      : Object.values(named.getFields()).map(
          (field) => `${field.name} ${selectionOf(field.type, depth + 1)}`,
        )
    return `{ ${fields.join(' ')} }`
  }

  it('should be what nobody in particular is answered: every query with every field', async () => {
    for (const { args, name, type } of queries()) {
      const id = ids[contents.find((each) => each.name === name)?.slug ?? '']
      if (args.some((arg) => arg.name === 'id') && !id) {
        continue
      }
      const given = args.flatMap((arg) =>
        arg.name === 'id' ? [`id: "${id}"`] : arg.name === 'q' ? ['q: "Gewalt"'] : [],
      )
      const { json, status } = await graphQL(
        `{ ${name}${given.length > 0 ? `(${given.join(', ')})` : ''} ${selectionOf(type)} }`,
      )
      expect(status, name).toBe(200)
      expect(json.errors, name).toBeUndefined()
      expect(json.data[name], name).not.toBeNull()
    }
  })

  const valueOf = (type: GraphQLInputType, name: string): string => {
    if (isListType(type)) {
      return `[${valueOf(type.ofType, name)}]`
    }
    const named = getNamedType(type)
    if (isEnumType(named)) {
      return named.getValues()[0]?.name ?? ''
    }
    const values: Record<string, string> = {
      Boolean: 'true',
      DateTime: '"2020-01-01T00:00:00.000Z"',
      EmailAddress: '"a@example.org"',
      Float: '1',
      Int: '1',
    }
    return values[named.name] ?? (/^id$|__id$/.test(name) ? `"${ids.partners}"` : '"a"')
  }

  it.each(contents.filter(({ isGlobal }) => !isGlobal))(
    'should be what nobody in particular is answered: every condition on $slug',
    async ({ fields, name, slug }) => {
      const count = queries().find(
        (each) =>
          each.name.startsWith('count') &&
          each.args.some((arg) => getNamedType(arg.type).name === `${name}_where`),
      )
      const where = schema.getType(`${name}_where`) as GraphQLInputObjectType
      const references = fields.filter((field) => 'relationTo' in field).map((field) => field.name)
      let asked = 0
      for (const field of Object.values(where.getFields())) {
        if (field.name === 'AND' || field.name === 'OR') {
          continue
        }
        const operators = getNamedType(field.type) as GraphQLInputObjectType
        for (const operator of Object.values(operators.getFields())) {
          const isReference = references.includes(field.name) || /image$/.test(field.name)
          const value = valueOf(operator.type, isReference ? 'id' : field.name)
          const { json } = await graphQL(
            `{ ${count?.name}(where: { ${field.name}: { ${operator.name}: ${value} } }) { totalDocs } }`,
          )
          expect(json.errors, `${slug} ${field.name} ${operator.name} ${value}`).toBeUndefined()
          asked += 1
        }
      }
      expect(asked).toBeGreaterThan(10)
    },
    120_000,
  )
})
