'use client'
import { Button, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import React, { useState } from 'react'

import type { Text } from '../../lib/say.ts'
import { useSay } from '../adminUI/useSay.ts'
import type { Report } from './importPartners.ts'
import { sendTable } from './sendTable.ts'

type Step = 'choose' | 'done' | 'look'
type Answer = { isUnknown?: boolean } & Report
type Progress = { done: number; of: number }

/** The state of an import: choose a file, see what it would do, done. */
const useImport = () => {
  const { i18n } = useTranslation()
  const router = useRouter()
  const [file, setFile] = useState<File>()
  const [progress, setProgress] = useState<Progress>()
  const [report, setReport] = useState<Answer>()
  const [step, setStep] = useState<Step>('choose')

  const send = async (chosen: File, isTrial: boolean): Promise<void> => {
    setProgress({ done: 0, of: 1 })
    const answered = await sendTable({
      file: chosen,
      isTrial,
      language: i18n.language,
      onProgress: setProgress,
    })
    setProgress(undefined)
    setReport(answered)
    setStep(isTrial || answered.errors.length > 0 ? 'look' : 'done')
    if (!isTrial) {
      router.refresh()
    }
  }

  /** Sends a file for a trial as soon as it is chosen. */
  const choose = (chosen: File | undefined): void => {
    setFile(chosen)
    setReport(undefined)
    if (chosen) {
      void send(chosen, true)
    }
  }

  return { choose, file, progress, report, send, step }
}

const countOf = (report: Answer | undefined, action: string): number =>
  report?.rows.filter((row) => row.action === action).length ?? 0

/** The result of an import or a trial, in a sentence; undefined if the table of errors says it. */
const sentenceOf = (step: Step, report: Answer | undefined): Text | undefined => {
  const [made, changed] = [countOf(report, 'create'), countOf(report, 'change')]
  if (step === 'done') {
    return {
      de: `Fertig: ${made} Partner angelegt, ${changed} geändert, als Entwürfe.`,
      en: `Done: ${made} partners created, ${changed} changed, as drafts.`,
    }
  }
  if (step === 'choose' || !report || report.isUnknown) {
    return undefined
  }
  if (report.errors.length > 0) {
    return {
      de: 'In der Datei sind Fehler. Es wurde nichts übernommen. Bitte verbessern und noch einmal wählen.',
      en: 'There are errors in the file. Nothing was imported. Please correct them and choose the file again.',
    }
  }
  const same = countOf(report, 'unchanged')
  return {
    de: `${made} Partner würden angelegt, ${changed} geändert, ${same} bleiben gleich.`,
    en: `${made} partners would be created, ${changed} changed, ${same} left as they are.`,
  }
}

/** Imports partners from a table, once it is clear what that does. */
export const ImportDialog = ({ close }: { close: () => void }) => {
  const say = useSay()
  const { choose, file, progress, report, send, step } = useImport()
  const isBusy = progress !== undefined
  const sentence = sentenceOf(step, report)
  const shown = step === 'look' && !isBusy ? report : undefined
  const changing = countOf(report, 'create') + countOf(report, 'change')
  return (
    <div className="exchange__box">
      <h2>{say({ de: 'Partner importieren', en: 'Import partners' })}</h2>
      {step === 'choose' && <Introduction />}
      {step !== 'done' && <FileInput isBusy={isBusy} onChoose={choose} />}
      <p aria-live="polite" role="status">
        {progress ? <Rows progress={progress} /> : sentence && say(sentence)}
      </p>
      {shown?.errors.length === 0 && <NewAddresses addresses={shown.addresses} />}
      {shown && <ReportTable report={shown} />}
      <div className="exchange__buttons">
        {step === 'look' && report?.errors.length === 0 && changing > 0 && file && (
          <Button buttonStyle="primary" disabled={isBusy} onClick={() => void send(file, false)}>
            {say({
              de: `${changing} Partner als Entwürfe übernehmen`,
              en: `Import ${changing} partners as drafts`,
            })}
          </Button>
        )}
        <Button buttonStyle="secondary" disabled={isBusy} onClick={close}>
          {step === 'done'
            ? say({ de: 'Zur Liste', en: 'Back to the list' })
            : say({ de: 'Abbrechen', en: 'Cancel' })}
        </Button>
      </div>
    </div>
  )
}

const Introduction = () => {
  const say = useSay()
  return (
    <>
      <p>
        {say({
          de: 'Wählen Sie eine CSV-Datei aus Excel. Bevor etwas geschieht, sehen Sie, was angelegt und geändert würde. Übernommen wird alles als Entwurf: Öffentlich ändert sich nichts, bis Sie veröffentlichen.',
          en: 'Choose a CSV file from Excel. Before anything is saved, you see what would be created and changed. Everything is imported as drafts: the public sees no change until you publish them.',
        })}
      </p>
      <p>
        <a href="/api/partners/export?template=true">
          {say({ de: 'Leere Vorlage herunterladen', en: 'Download an empty template' })}
        </a>
      </p>
    </>
  )
}

const FileInput = ({
  isBusy,
  onChoose,
}: {
  isBusy: boolean
  onChoose: (chosen: File | undefined) => void
}) => {
  const say = useSay()
  return (
    <p>
      <label htmlFor="import-file">{say({ de: 'CSV-Datei', en: 'CSV file' })} </label>
      <input
        accept=".csv,.txt,text/csv"
        disabled={isBusy}
        id="import-file"
        onChange={({ target }) => onChoose(target.files?.[0])}
        onClick={({ currentTarget }) => {
          // So that the same file can be chosen again once it is corrected.
          currentTarget.value = ''
        }}
        type="file"
      />
    </p>
  )
}

const Rows = ({ progress: { done, of } }: { progress: Progress }) => {
  const say = useSay()
  return (
    <>
      <progress max={of} value={done} />{' '}
      {say({ de: `${done} von ${of} Zeilen`, en: `${done} of ${of} lines` })}
    </>
  )
}

/** Whose addresses would be public once the rows are published. */
const NewAddresses = ({ addresses }: Pick<Report, 'addresses'>) => {
  const say = useSay()
  return addresses.length === 0 ? null : (
    <div className="exchange__addresses" role="alert">
      <p>
        <strong>
          {say({
            de: `${addresses.length === 1 ? 'Eine Anschrift wird' : `${addresses.length} Anschriften werden`} für alle sichtbar, sobald Sie diese Partner veröffentlichen:`,
            en: `${addresses.length === 1 ? 'One address' : `${addresses.length} addresses`} will be visible to everybody once you publish these partners:`,
          })}
        </strong>
      </p>
      <ul>
        {addresses.map(({ address, line, name, needsConfirmation }) => (
          <li key={line}>
            {name}: {address}
            {needsConfirmation && (
              <strong>
                {say({
                  de: ' – bei dieser Art von Einrichtung in der Regel geheim',
                  en: ' – usually secret for this kind of organisation',
                })}
              </strong>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

const ReportTable = ({ report: { errors, rows } }: { report: Report }) => {
  const say = useSay()
  const actions = {
    change: say({ de: 'ändern', en: 'change' }),
    create: say({ de: 'anlegen', en: 'create' }),
    unchanged: say({ de: 'gleich', en: 'unchanged' }),
  }
  const line = say({ de: 'Zeile', en: 'Line' })
  const column = say({ de: 'Spalte', en: 'Column' })
  return (
    <div className="exchange__table" tabIndex={0}>
      {errors.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{line}</th>
              <th scope="col">{column}</th>
              <th scope="col">{say({ de: 'Fehler', en: 'Error' })}</th>
            </tr>
          </thead>
          <tbody>
            {errors.map((error) => (
              <tr key={`${error.line} ${error.column} ${error.message}`}>
                <td>{error.line}</td>
                <td>{error.column}</td>
                <td>{error.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{line}</th>
              <th scope="col">{say({ de: 'Partner', en: 'Partner' })}</th>
              <th scope="col">{say({ de: 'Was geschieht', en: 'What happens' })}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td>{row.line}</td>
                <td>{row.name}</td>
                <td>
                  {actions[row.action]}
                  {row.action === 'change' && (
                    <ul>
                      {row.changes.map(({ column: name, from, to }) => (
                        <li key={name}>
                          {name}: {from || '–'} → {to || '–'}
                        </li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
