/** @jsxImportSource hono/jsx */
import { pathInLocale, pathOf } from '../../addresses/paths.ts'
import type { Standard } from '../../payload-types.ts'
import type { Found, Reader } from '../cms.ts'
import { readList, readWholeList } from '../cms.ts'
import { Day } from '../components/Day.tsx'
import { Documents } from '../components/Documents.tsx'
import { Fact } from '../components/Fact.tsx'
import { PartnerNames } from '../components/PartnerNames.tsx'
import { RichText } from '../components/RichText.tsx'
import { labelOf, markGerman, markLabel } from '../language.ts'
import type { View } from '../view.ts'

/** All standards, those in force first. */
export const standardsView = async (reader: Reader): Promise<View> => {
  const { locale, say } = reader
  const docs = await readWholeList(reader, { collection: 'standards', sort: 'title' })
  const inOrder = docs.toSorted(
    (one, other) => Number(isSuperseded(one.shown)) - Number(isSuperseded(other.shown)),
  )
  return {
    breadcrumbs: [{ label: say.standards }],
    content: (
      <>
        <h1>{say.standards}</h1>
        <p class="lead">{say.standardsText}</p>
        {docs.length === 0 && <p>{say.noStandards}</p>}
        <ul class="cards">
          {inOrder.map(({ own, shown }) => (
            <li>
              <p class="quiet">
                {shown.reference && <>{shown.reference} · </>}
                <Status reader={reader} standard={shown} />
              </p>
              <h2 {...markGerman(reader, own.title)}>
                <a href={pathInLocale(pathOf('standards', shown) ?? '/standards', locale)}>
                  {shown.title}
                </a>
              </h2>
              {shown.scope && <p {...markGerman(reader, own.scope)}>{shown.scope}</p>}
            </li>
          ))}
        </ul>
      </>
    ),
    title: say.standards,
  }
}

const isSuperseded = ({ status }: Standard): boolean => status === 'superseded'

const Status = ({ reader, standard: { status } }: { reader: Reader; standard: Standard }) => (
  <span class={`status ${status}`} {...markLabel(reader)}>
    {labelOf(reader, 'standardStatus', status)}
  </span>
)

/** A standard: what it is for, its text, and its steps in order. */
export const standardView = async (
  reader: Reader,
  { locales, own, shown }: Found<'standards'>,
): Promise<View> => {
  const { say } = reader
  const [successor] = (
    await readList(reader, {
      collection: 'standards',
      limit: 1,
      pagination: false,
      where: { supersedes: { equals: shown.id } },
    })
  ).docs
  return {
    breadcrumbs: [
      { label: say.standards, path: '/standards' },
      { isGerman: !own.title, label: shown.title },
    ],
    content: (
      <article>
        <h1 {...markGerman(reader, own.title)}>{shown.title}</h1>
        {(successor ?? isSuperseded(shown)) && (
          <p class="callout important">
            {successor ? say.supersededBy : say.superseded}{' '}
            {successor && (
              <span {...markGerman(reader, successor.own.title)}>
                <StandardLink reader={reader} standard={successor.shown} />
              </span>
            )}
          </p>
        )}
        <dl class="facts row">
          <Fact title={say.status}>
            <Status reader={reader} standard={shown} />
          </Fact>
          <Fact title={say.reference}>{shown.reference}</Fact>
          <Fact title={say.version}>{shown.version}</Fact>
          <Fact title={say.adoptedOn}>
            {shown.adoptedOn && <Day date={shown.adoptedOn} reader={reader} />}
          </Fact>
          <Fact title={say.validFrom}>
            {shown.validFrom && <Day date={shown.validFrom} reader={reader} />}
          </Fact>
          <Fact title={say.supersedes}>
            {typeof shown.supersedes === 'object' && shown.supersedes && (
              <StandardLink reader={reader} standard={shown.supersedes} />
            )}
          </Fact>
        </dl>
        {shown.scope && (
          <section>
            <h2>{say.scope}</h2>
            <p {...markGerman(reader, own.scope)}>{shown.scope}</p>
          </section>
        )}
        {shown.body && (
          <div {...markGerman(reader, own.body)}>
            <RichText body={shown.body} reader={reader} />
          </div>
        )}
        <Steps own={own} reader={reader} shown={shown} />
        {shown.responsible && shown.responsible.length > 0 && (
          <section>
            <h2>{say.responsible}</h2>
            <PartnerNames partners={shown.responsible} reader={reader} />
          </section>
        )}
        {shown.documents && shown.documents.length > 0 && (
          <section>
            <h2>{say.documents}</h2>
            <Documents documents={shown.documents} reader={reader} />
          </section>
        )}
      </article>
    ),
    description: shown.scope ?? undefined,
    locales,
    title: shown.title,
  }
}

const StandardLink = ({ reader, standard }: { reader: Reader; standard: Standard }) => (
  <a href={pathInLocale(pathOf('standards', standard) ?? '/standards', reader.locale)}>
    {standard.title}
  </a>
)

const Steps = ({ own, reader, shown }: { own: Standard; reader: Reader; shown: Standard }) => {
  const { say } = reader
  return shown.steps?.length ? (
    <section>
      <h2>{say.steps}</h2>
      <ol class="steps">
        {shown.steps.map(({ action, actor, deadline, legalBasis }, index) => {
          const inOwn = own.steps?.[index]
          return (
            <li>
              <p class="action" {...markGerman(reader, inOwn?.action)}>
                {action}
              </p>
              <dl class="facts row">
                <Fact title={say.actor}>
                  <span {...markGerman(reader, inOwn?.actor)}>{actor}</span>
                </Fact>
                <Fact title={say.deadline}>
                  {deadline && <span {...markGerman(reader, inOwn?.deadline)}>{deadline}</span>}
                </Fact>
                <Fact title={say.legalBasis}>
                  {legalBasis && (
                    <span {...markGerman(reader, inOwn?.legalBasis)}>{legalBasis}</span>
                  )}
                </Fact>
              </dl>
            </li>
          )
        })}
      </ol>
    </section>
  ) : null
}
