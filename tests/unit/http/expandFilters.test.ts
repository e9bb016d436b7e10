import { describe, expect, it } from 'vitest'

import { expandFilters } from '../../../src/http/expandFilters.ts'

const expanded = (address: string) => expandFilters(new URL(address, 'http://localhost'))

/** The parameters of an address, as they are read. */
const parametersOf = (address: string): string[] => {
  const url = expanded(address)
  return url instanceof URL ? [...url.searchParams].map((pair) => pair.join('=')) : []
}

describe('a short filter', () => {
  it.each([
    ['/api/partners?district=03101', ['where[and][500][districts][in]=03101']],
    ['/api/partners?district=03101,03102', ['where[and][500][districts][in]=03101,03102']],
    ['/api/partners?district=03101&district=03102', ['where[and][500][districts][in]=03101,03102']],
    ['/api/partners?district[]=03101', ['where[and][500][districts][in]=03101']],
    [
      '/api/partners?district[0]=03101&district[1]=03102',
      ['where[and][500][districts][in]=03101,03102'],
    ],
    ['/api/partners?district=,03101,', ['where[and][500][districts][in]=03101']],
    ['/api/partners/count?kind=biss', ['where[and][500][kind][in]=biss']],
    [
      '/api/partners?service=shelter&limit=3&district=03101',
      ['limit=3', 'where[and][500][districts][in]=03101', 'where[and][501][services][in]=shelter'],
    ],
    [
      '/api/partners?kind=biss&where[and][0][name][like]=a',
      ['where[and][0][name][like]=a', 'where[and][500][kind][in]=biss'],
    ],
    ['/api/news?slug=fachtag', ['where[and][500][slug][equals]=fachtag']],
    ['/api/news?slug=a,b', ['where[and][500][slug][in]=a,b']],
    ['/api/news?slug=a&slug=b', ['where[and][500][slug][in]=a,b']],
    ['/api/news?slug=%26x%3D', ['where[and][500][slug][equals]=&x=']],
    ['/api/news?slug=constructor', ['where[and][500][slug][equals]=constructor']],
    ['/api/news?topic=law', ['where[and][500][topics][in]=law']],
    ['/api/standards?status=in-force', ['where[and][500][status][in]=in-force']],
    ['/api/pages?slug=impressum', ['where[and][500][slug][equals]=impressum']],
  ])('should be a condition: %s', (address, parameters) => {
    expect(parametersOf(address)).toEqual(parameters)
  })

  it('should take a thousand values', () => {
    const slugs = Array.from({ length: 1000 }, (_, number) => `s${number}`).join(',')
    expect(parametersOf(`/api/news?slug=${slugs}`)).toEqual([`where[and][500][slug][in]=${slugs}`])
  })

  it.each([
    '/api/partners',
    '/api/partners?limit=3',
    '/api/partners?topic=law',
    '/api/partners?District=03101',
    '/api/partners?district[x]=03101',
    '/api/partners?district[0][x]=03101',
    '/api/partners/6b0ad9993ccc7a3fa029d361?district=03101',
    '/api/partners/versions?district=03101',
    '/api/media?kind=biss',
    '/api/constructor?name=x',
    '/api/__proto__?toString=x',
    '/api/news?constructor=x&toString=y',
    '/partner?district=03101',
    '/api/?slug=a',
  ])('should be none: %s', (address) => {
    const url = new URL(address, 'http://localhost')
    expect(expandFilters(url)).toBe(url)
  })

  it.each([
    ['/api/partners?district=', 'district'],
    ['/api/partners?district=,', 'district'],
    ['/api/partners?district=1', 'district'],
    ['/api/partners?district=03101,x', 'district'],
    ['/api/partners?district=03101&district=', undefined],
    ['/api/partners?district=Braunschweig', 'district'],
    ['/api/partners?kind=biss&service=nothing', 'service'],
    ['/api/partners?kind=constructor', 'kind'],
    ['/api/partners?kind=__proto__', 'kind'],
    ['/api/partners?language=de%20', 'language'],
    ['/api/news?slug=', 'slug'],
    ['/api/news?topic=Law', 'topic'],
  ])('should be refused where it names no codes: %s', (address, name) => {
    const result = expanded(address)
    expect(result instanceof URL ? undefined : result).toEqual(
      name && {
        code: 'invalid-value',
        de: expect.stringMatching(
          `^„${name}“ braucht einen oder mehrere Codes; GET /api/vocabularies nennt sie alle\\.`,
        ),
        en: expect.stringMatching(
          `^"${name}" needs one or more codes; GET /api/vocabularies lists them all\\.`,
        ),
      },
    )
  })

  it('should be refused with the code that was probably meant', () => {
    expect(expanded('/api/news?topic=Law')).toMatchObject({
      en: expect.stringMatching(/ Did you mean "law"\?$/),
    })
  })

  it('should leave the address that was asked as it is', () => {
    const url = new URL('http://localhost/api/news?slug=a')
    expandFilters(url)
    expect(url.href).toBe('http://localhost/api/news?slug=a')
  })
})
