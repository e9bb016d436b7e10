import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { Ajv2020 } from 'ajv/dist/2020.js'

import { isObject } from '../../src/lib/isObject.ts'

const beside = path.join(import.meta.dirname, '../../../shared/hsds')

const folder = (): string | undefined =>
  process.env.HSDS_SCHEMAS || (existsSync(beside) ? beside : undefined)

/**
 * A validator by the schemas of HSDS 3.1, in the folder that `HSDS_SCHEMAS` names, else in the one beside the
 * repository. They allow any field; here nothing beside what they name may be there. Where there are none, one loud
 * line says so.
 *
 * @returns what is wrong with a record, by the name of its schema.
 * @throws where `REQUIRE_HSDS=1` and there are none.
 */
export const findHSDSSchemas = (): ((schema: string, record: unknown) => string[]) | undefined => {
  const from = folder()
  if (from === undefined) {
    const text = 'HSDS is not validated, since HSDS_SCHEMAS is not set'
    if (process.env.REQUIRE_HSDS === '1') {
      throw new Error(`REQUIRE_HSDS=1, but ${text}.`)
    }
    console.warn(`\n!!! ${text.toUpperCase()}.\n`)
    return undefined
  }
  const ajv = new Ajv2020({ allErrors: true, formats, strict: false })
  ajv.addKeyword({
    keyword: 'datapackage_type',
    validate: (type: string, value: unknown) => datapackageTypes[type]?.test(String(value)) ?? true,
  })
  for (const name of readdirSync(from).filter((each) => each.endsWith('.json'))) {
    const schema: unknown = JSON.parse(readFileSync(path.join(from, name), 'utf8'))
    if (isObject(schema) && 'properties' in schema) {
      ajv.addSchema(closed(schema) as object, name)
    }
  }
  return (name, record) => {
    const validate = ajv.getSchema(`${name}.json`)
    if (!validate) {
      throw new Error(`There is no schema ${name}.json in ${from}.`)
    }
    return validate(record)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message, params }) =>
            `${instancePath} ${message} ${JSON.stringify(params)}`,
        )
  }
}

const formats = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/,
  email: /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i,
  uri: (text: string) => /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i.test(text) && URL.canParse(text),
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
}

const datapackageTypes: Record<string, RegExp> = {
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  datetime: formats['date-time'],
  time: /^(?:[01]\d|2[0-3]):[0-5]\d$/,
}

/** The same schema, in which no object has more than it names. */
const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) {
    return schema.map(closed)
  }
  if (!isObject(schema)) {
    return schema
  }
  const inside = Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [name, closed(value)]),
  )
  return isObject(schema.properties) && schema.type === 'object'
    ? { ...inside, additionalProperties: false }
    : inside
}
