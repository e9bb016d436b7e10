/** @jsxImportSource hono/jsx */
import type { Document } from '../../payload-types.ts'
import type { Reader } from '../cms.ts'
import { labelOf, markLabel, sizeOf } from '../language.ts'
import { fileURL } from './fileURL.ts'

/** PDFs to download, with size, language and accessibility. */
export const Documents = ({
  documents,
  reader,
}: {
  documents: (Document | string)[] | null | undefined
  reader: Reader
}) => (
  <ul class="plain">
    {(documents ?? []).map(
      (document) =>
        typeof document === 'object' &&
        document.url && (
          <li>
            <a href={fileURL(document.url)} hreflang={document.language} lang={document.language}>
              {document.title}
            </a>{' '}
            <span class="quiet">
              PDF, {sizeOf(reader, document.filesize ?? 0)},{' '}
              <span {...markLabel(reader)}>{labelOf(reader, 'languages', document.language)}</span>,{' '}
              {document.accessible ? reader.say.accessible : reader.say.notAccessible}
            </span>
          </li>
        ),
    )}
  </ul>
)
