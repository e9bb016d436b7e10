import { fileCollections } from '../../addresses/paths.ts'
import { OperatorError } from '../../lib/OperatorError.ts'
import type { Manifest, Part } from './container.ts'
import { archiveFormat, readContainer } from './container.ts'
import type { Row } from './tables.ts'

/** An archive that is whole: its manifest, and the ids of all documents of each collection. */
export type Verified = { ids: Map<string, Set<string>>; manifest: Manifest }

const fileName = new RegExp(`^files/(?:${fileCollections.join('|')})/[\\w-]+\\.\\w+$`)

/** The rows of a part, as JSON. */
export const linesOf = (data: Part['data']): string[] => data.toString().split('\n').filter(Boolean)

/**
 * Reads all of an archive and compares it with its manifest.
 *
 * @throws OperatorError where it is damaged, or was made by a newer program.
 */
export const verifyArchive = async (
  file: string,
  passphrase: string | undefined,
): Promise<Verified> => {
  const ids = new Map<string, Set<string>>()
  const manifest = await readContainer(file, passphrase, ({ data, name }) => {
    const [table = ''] = name.split('/')
    if (table === 'files' ? !fileName.test(name) : table.includes('..')) {
      throw new OperatorError(`The archive ${file} holds what no archive holds: ${name}.`)
    }
    if (table !== 'files') {
      const known = ids.get(table) ?? new Set()
      linesOf(data).forEach((line) => known.add((JSON.parse(line) as Row).id))
      ids.set(table, known)
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
