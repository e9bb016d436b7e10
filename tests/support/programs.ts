import { execFileSync } from 'node:child_process'

const isThere = (program: string): boolean => {
  try {
    execFileSync('which', [program])
    return true
  } catch {
    return false
  }
}

/**
 * Whether there are programs that tests need beside Node: Debian's poppler-utils, qpdf,
 * libimage-exiftool-perl and nginx-light. Where one is missing, one loud line says so.
 *
 * @param loss what is not tested without them.
 * @throws where `REQUIRE_FILE_TOOLS=1` and one is missing.
 */
export const hasPrograms = (programs: readonly string[], loss: string): boolean =>
  tellMissing(
    programs.filter((program) => !isThere(program)),
    loss,
  )

/** Says in one loud line what is missing, or fails where `REQUIRE_FILE_TOOLS=1`. */
export const tellMissing = (missing: string[], loss: string): boolean => {
  if (missing.length > 0) {
    const text = `${loss}, since there is no ${missing.join(', ')}`
    if (process.env.REQUIRE_FILE_TOOLS === '1') {
      throw new Error(`REQUIRE_FILE_TOOLS=1, but ${text}.`)
    }
    console.warn(`\n!!! ${text.toUpperCase()}.\n`)
  }
  return missing.length === 0
}
