import { createConfig, lintFromString } from '@redocly/openapi-core'
import spectral from '@stoplight/spectral-core'
import { oas } from '@stoplight/spectral-rulesets'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'

import config from '../../../../payload.config.ts'
import { describeAPI } from '../../../../src/http/description/describeAPI.ts'
import type { MediaType, Schema } from '../../../../src/http/description/openAPI.ts'

const description = describeAPI(await config)

/** As a server describes itself that others can reach. */
const source = JSON.stringify({ ...description, servers: [{ url: 'https://cms.example.org' }] })

describe('the description of the API', () => {
  it('should keep all rules that Redocly recommends', async () => {
    const problems = await lintFromString({
      config: await createConfig({ extends: ['recommended'] }),
      source,
    })
    expect(problems.map(({ location, message }) => [location[0]?.pointer, message])).toEqual([])
  })

  it('should keep all rules that Spectral recommends', async () => {
    const linter = new spectral.Spectral()
    linter.setRuleset({ extends: [[oas as never, 'recommended']] })
    const problems = await linter.run(JSON.parse(source) as Record<string, unknown>)
    expect(problems.map(({ message, path }) => [path.join('.'), message])).toEqual([])
  })

  it('should break rules once something is missing', async () => {
    const broken = JSON.parse(
      source.replaceAll('"operationId":"search"', '"operationId":"resolve"'),
    )
    delete broken.info.contact
    const linter = new spectral.Spectral()
    linter.setRuleset({ extends: [[oas as never, 'recommended']] })
    const codes = (await linter.run(broken as Record<string, unknown>)).map(({ code }) => code)
    expect(codes).toEqual(expect.arrayContaining(['info-contact', 'operation-operationId-unique']))
  })

  it('should have an example of every parameter, body and reply, which is as it says', () => {
    const ajv = new Ajv2020({ allowUnionTypes: true, strict: false, validateFormats: false })
    ajv.addSchema({ $id: 'api', components: description.components })
    const faultsOf = ({ example, schema }: MediaType): unknown => {
      const here = JSON.stringify(schema).replaceAll('#/components/', 'api#/components/')
      const validate = ajv.compile(JSON.parse(here) as object)
      return validate(example) ? [] : validate.errors
    }
    let examples = 0
    for (const [path, operations] of Object.entries(description.paths)) {
      for (const { parameters = [], requestBody, responses } of Object.values(operations)) {
        const parts = [
          ...parameters,
          // What is JSON in a text is as its own schema says.
          ...parameters
            .filter(({ schema }) => schema.contentSchema)
            .map(({ example, schema }) => ({
              example: JSON.parse(String(example)) as unknown,
              schema: schema.contentSchema as Schema,
            })),
          ...[requestBody, ...Object.values(responses)].flatMap((each) =>
            Object.entries(each?.content ?? {})
              .filter(([type]) => type !== 'application/octet-stream')
              .map(([, media]) => media),
          ),
        ]
        for (const part of parts) {
          expect(part, path).toHaveProperty('example')
          expect(part.example, path).toBeDefined()
          expect(faultsOf(part), `${path} ${JSON.stringify(part.example)}`).toEqual([])
          examples += 1
        }
      }
    }
    expect(examples).toBeGreaterThan(300)
  })
})
