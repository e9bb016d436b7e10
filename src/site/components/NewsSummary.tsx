/** @jsxImportSource hono/jsx */
import { pathInLocale, pathOf } from '../../addresses/paths.ts'
import type { News } from '../../payload-types.ts'
import type { Reader, Reading } from '../cms.ts'
import { markGerman } from '../language.ts'
import { Day } from './Day.tsx'

/** A news item in a list. */
export const NewsSummary = ({
  heading: Heading,
  item: { own, shown },
  reader,
}: {
  heading: 'h2' | 'h3'
  item: Reading<News>
  reader: Reader
}) => (
  <article>
    <p class="quiet">
      <Day date={shown.publishedAt} reader={reader} />
    </p>
    <Heading {...markGerman(reader, own.title)}>
      <a href={pathInLocale(pathOf('news', shown) ?? '/aktuelles', reader.locale)}>{shown.title}</a>
    </Heading>
    {shown.teaser && <p {...markGerman(reader, own.teaser)}>{shown.teaser}</p>}
  </article>
)
