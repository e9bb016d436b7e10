import { execFileSync } from 'node:child_process'

const tools = ['exiftool', 'pdfimages', 'pdfinfo', 'pdftotext', 'qpdf'] as const

const isThere = (tool: string): boolean => {
  try {
    execFileSync('which', [tool])
    return true
  } catch {
    return false
  }
}

/**
 * Whether there are the programs that look into files: Debian's poppler-utils, qpdf and
 * libimage-exiftool-perl. Where they are missing, one loud line says so.
 *
 * @throws where `REQUIRE_FILE_TOOLS=1` and one is missing.
 */
export const hasFileTools = (): boolean => {
  const missing = tools.filter((tool) => !isThere(tool))
  if (missing.length > 0) {
    const text = `files are not looked into by other programs, since there is no ${missing.join(', ')}`
    if (process.env.REQUIRE_FILE_TOOLS === '1') {
      throw new Error(`REQUIRE_FILE_TOOLS=1, but ${text}.`)
    }
    console.warn(`\n!!! ${text.toUpperCase()}.\n`)
  }
  return missing.length === 0
}

/** What such a program prints. @throws where it fails. */
export const ask = (tool: (typeof tools)[number], ...args: string[]): string =>
  execFileSync(tool, args, { encoding: 'latin1', maxBuffer: 100_000_000, stdio: 'pipe' })

/** The groups of tags that ExifTool finds, beside those of the file system and the format itself. */
export const tagsOf = (file: string): string[] =>
  ask('exiftool', '-a', '-G1', '-s', '-ee', file)
    .split('\n')
    .filter((line) => line && !/^\[(?:ExifTool|System|File|Composite|RIFF|PNG|JFIF)\]/.test(line))
