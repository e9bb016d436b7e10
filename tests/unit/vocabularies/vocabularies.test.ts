import { readdirSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import type { Vocabulary } from '../../../src/vocabularies/vocabulary.ts'

const folder = new URL('../../../src/vocabularies/', import.meta.url)
const names = readdirSync(folder)
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => !['all', 'locales', 'vocabulary'].includes(name))

const load = async (name: string): Promise<Vocabulary> =>
  (await import(new URL(`${name}.ts`, folder).href))[name]

describe.each(names)('vocabulary %s', (name) => {
  it('should have codes that are unique and fit for an API', async () => {
    const codes = (await load(name)).map(({ value }) => value)
    expect(codes.length).toBeGreaterThan(1)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.filter((code) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(code))).toEqual([])
  })

  it('should have labels in German and English that tell the terms apart', async () => {
    const terms = await load(name)
    for (const language of ['de', 'en'] as const) {
      const labels = terms.map(({ label }) => label[language].trim())
      expect(labels).not.toContain('')
      expect(new Set(labels).size).toBe(labels.length)
    }
  })
})

describe('districts', () => {
  it('should be official municipality keys, as strings with their zero', async () => {
    const codes = (await load('districts')).map(({ value }) => value)
    expect(codes.filter((code) => !/^03\d{3}$/.test(code))).toEqual([])
    expect(codes).toHaveLength(8)
  })
})
