/** @jsxImportSource hono/jsx */
import { pathInLocale, pathOf } from '../../addresses/paths.ts'
import type { Found, Reader } from '../cms.ts'
import { readWholeList } from '../cms.ts'
import { RichText } from '../components/RichText.tsx'
import { markGerman } from '../language.ts'
import type { View } from '../view.ts'

/** A page of the tree, with those below it. */
export const pageView = async (
  reader: Reader,
  { locales, own, path, shown }: Found<'pages'>,
): Promise<View> => {
  const below = await readWholeList(reader, {
    collection: 'pages',
    sort: 'title',
    where: { parent: { equals: shown.id } },
  })
  const above = (shown.breadcrumbs ?? []).slice(0, -1).map(({ isFallback, label, url }) => ({
    isGerman: isFallback === true,
    label: label ?? '',
    path: url ?? '/',
  }))
  return {
    breadcrumbs: [...above, { isGerman: !own.title, label: shown.title }],
    content: (
      <article>
        <h1 {...markGerman(reader, own.title)}>{shown.title}</h1>
        {shown.intro && (
          <p class="lead" {...markGerman(reader, own.intro)}>
            {shown.intro}
          </p>
        )}
        {shown.body && (
          <div {...markGerman(reader, own.body)}>
            <RichText body={shown.body} reader={reader} />
          </div>
        )}
        {below.length > 0 && (
          <nav aria-labelledby="below" class="panel">
            <h2 id="below">{reader.say.inThisSection}</h2>
            <ul class="plain">
              {below.map((child) => (
                <li {...markGerman(reader, child.own.title)}>
                  <a href={pathInLocale(pathOf('pages', child.shown) ?? path, reader.locale)}>
                    {child.shown.title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </article>
    ),
    description: shown.meta?.description ?? shown.intro ?? undefined,
    locales,
    title: shown.title,
  }
}
