import { fileCollections } from '../../addresses/paths.ts'
import { OperatorError } from '../../lib/OperatorError.ts'
import type { Manifest, Part } from './container.ts'
import { archiveFormat, readContainer } from './container.ts'
import type { Row } from './tables.ts'

/** What was found in a complete archive: its manifest, and the ids of all rows of each table. */
export type Verified = { ids: Map<string, Set<string>>; manifest: Manifest }

const fileName = new RegExp(`^files/(?:${fileCollections.join('|')})/[\\w-]+\\.\\w+$`)

/** The rows of a part, as JSON. */
export const linesOf = (data: Part['data']): string[] => data.toString().split('\n').filter(Boolean)

/**
 * Reads a whole archive and compares it with its manifest.
 *
 * @throws OperatorError if it is damaged, or was made by a newer version.
 */
export const verifyArchive = async (
  file: string,
  passphrase: string | undefined,
): Promise<Verified> => {
  const ids = new Map<string, Set<string>>()
  const manifest = await readContainer(file, passphrase, ({ data, name }) => {
    const [table = ''] = name.split('/')
    if (table === 'files' ? !fileName.test(name) : table.includes('..')) {
      throw new OperatorError(`The archive ${file} contains an unexpected file: ${name}.`)
    }
    if (table !== 'files') {
      const tableIds = ids.get(table) ?? new Set()
      linesOf(data).forEach((line) => tableIds.add((JSON.parse(line) as Row).id))
      ids.set(table, tableIds)
    }
    return Promise.resolve()
  })
  if (manifest.format > archiveFormat) {
    throw new OperatorError(
      `The archive ${file} was made by version ${manifest.version}, which is newer than this one: import it with that.`,
    )
  }
  return { ids, manifest }
}
