import { forLanguage } from './forLanguage.ts'

const megabytes = forLanguage(
  (language) =>
    new Intl.NumberFormat(language, {
      maximumFractionDigits: 1,
      style: 'unit',
      unit: 'megabyte',
    }),
)

/** A size in bytes, such as "1.2 MB". */
export const sizeInWords = (bytes: number, language: string): string =>
  megabytes(language).format(Math.max(bytes / 1_000_000, 0.1))
