import type { Emergency, Navigation, Site } from '../payload-types.ts'
import type { Reader, Reading } from './cms.ts'
import { readGlobal } from './cms.ts'

/** The data for what every page shows around its content. */
export type Chrome = {
  emergency: Reading<Emergency>
  navigation: Reading<Navigation>
  site: Reading<Site>
}

export const readChrome = async (reader: Reader): Promise<Chrome> => {
  const [emergency, navigation, site] = await Promise.all([
    readGlobal(reader, 'emergency'),
    readGlobal(reader, 'navigation'),
    readGlobal(reader, 'site'),
  ])
  return { emergency, navigation, site }
}
