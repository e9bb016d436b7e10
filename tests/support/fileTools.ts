import { execFileSync } from 'node:child_process'

import { hasPrograms } from './programs.ts'

const tools = ['exiftool', 'pdfimages', 'pdfinfo', 'pdftotext', 'qpdf'] as const

/** Whether there are the programs that look into files. @throws as `hasPrograms` does. */
export const hasFileTools = (): boolean =>
  hasPrograms(tools, 'files are not looked into by other programs')

/** What such a program prints. @throws where it fails. */
export const ask = (tool: (typeof tools)[number], ...args: string[]): string =>
  execFileSync(tool, args, { encoding: 'latin1', maxBuffer: 100_000_000, stdio: 'pipe' })

/** The groups of tags that ExifTool finds, beside those of the file system and the format itself. */
export const tagsOf = (file: string): string[] =>
  ask('exiftool', '-a', '-G1', '-s', '-ee', file)
    .split('\n')
    .filter((line) => line && !/^\[(?:ExifTool|System|File|Composite|RIFF|PNG|JFIF)\]/.test(line))
