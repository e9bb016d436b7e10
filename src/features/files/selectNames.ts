import type { BeforeOperation } from '../../lib/beforeOperation.ts'
import { isObject } from '../../lib/isObject.ts'

type Select = Record<string, unknown>

/**
 * Reads the names of files where somebody selects their addresses, which are made of them.
 *
 * Workaround (no issue known): Payload answers `null` for an address if the name is not selected as well. Can
 * go when it reads what it needs; tests/integration/payload/upstream.test.ts notices.
 */
export const selectNames: BeforeOperation = ({ args, operation }) => {
  const { select } = args as { select?: Select }
  return operation === 'read' && select ? { ...args, select: withNames(select) } : args
}

const withNames = (select: Select): Select => {
  const { sizes, thumbnailURL } = select
  const named = withName(select)
  if (isObject(sizes)) {
    const copies = Object.entries(sizes).map(([name, size]) => [
      name,
      isObject(size) ? withName(size) : size,
    ])
    named.sizes = Object.fromEntries(copies)
  }
  if (thumbnailURL === true && sizes !== true) {
    named.filename = true
    const { thumbnail, ...others } = (named.sizes ?? {}) as Select
    named.sizes = {
      ...others,
      thumbnail: thumbnail === true || { ...(thumbnail as Select | undefined), filename: true },
    }
  }
  return named
}

const withName = (select: Select): Select =>
  select.url === true ? { ...select, filename: true } : { ...select }
