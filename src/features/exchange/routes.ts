import type { Endpoint, PayloadRequest } from 'payload'

import { addDataAndFileToRequest, Forbidden } from 'payload'

import { isCoordinator } from '../../access/people.ts'
import { dayOf } from '../../lib/days.ts'
import { refusal } from '../../lib/refusal.ts'
import { emptyTable, exportPartners } from './exportPartners.ts'
import type { Report } from './importPartners.ts'
import { importPartners } from './importPartners.ts'

const demandCoordinator = (req: PayloadRequest): void => {
  if (!isCoordinator({ req })) {
    throw new Forbidden(req.t)
  }
}

const table = (content: string, name: string): Response =>
  new Response(content, {
    headers: {
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Content-Type': 'text/csv; charset=utf-8',
    },
  })

/**
 * `GET /api/partners/export`: all partners as CSV, for coordinators. `internal=true` adds the internal
 * fields and is recorded in the audit log; `template=true` answers only the column headings.
 */
const exportEndpoint: Endpoint = {
  handler: async (req) => {
    demandCoordinator(req)
    if (req.searchParams.get('template') === 'true') {
      return table(emptyTable(req), 'partner-vorlage')
    }
    const withInternal = req.searchParams.get('internal') === 'true'
    return table(await exportPartners(req, { withInternal }), `partner-${dayOf(new Date())}`)
  },
  method: 'get',
  path: '/export',
}

/**
 * `POST /api/partners/import` with a CSV as `file`, for coordinators: answers `{ addresses, rows,
 * errors }`, with status 400 if there are errors; then nothing was changed. With `trial=true`, nothing is
 * ever changed. With `Accept: application/x-ndjson`, it sends a line `{ done, of }` after each row, and
 * the report as the last line.
 */
const importEndpoint: Endpoint = {
  handler: async (req) => {
    demandCoordinator(req)
    await addDataAndFileToRequest(req)
    const bytes = req.file?.data
    if (!bytes) {
      throw refusal(req, 400, {
        de: 'Bitte eine CSV-Datei auswählen.',
        en: 'Please choose a CSV file.',
      })
    }
    // The names in the file are German, and the hook of the slug depends on the language of the request.
    req.locale = 'de'
    const isTrial = req.searchParams.get('trial') === 'true'
    return req.headers.get('accept') === 'application/x-ndjson'
      ? inLines((onProgress) => importPartners({ bytes, isTrial, onProgress, req }), req)
      : answer(await importPartners({ bytes, isTrial, req }))
  },
  method: 'post',
  path: '/import',
}

const answer = (report: Report): Response =>
  Response.json(report, { status: report.errors.length > 0 ? 400 : 200 })

/** A line of JSON for each step, and the report as the last one. */
const inLines = (
  work: (onProgress: (done: number, of: number) => void) => Promise<Report>,
  { payload, t }: PayloadRequest,
): Response => {
  const encoder = new TextEncoder()
  let isGone = false
  const body = new ReadableStream<Uint8Array>({
    cancel: () => {
      isGone = true
    },
    start: async (controller) => {
      // If the client has disconnected, the import goes on all the same.
      const send = (line: object): void => {
        if (!isGone) {
          controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
        }
      }
      try {
        send(await work((done, of) => send({ done, of })))
      } catch (err) {
        payload.logger.error({ err, msg: 'An import failed; nothing was changed.' })
        send({ errors: [{ message: t('error:unknown') }], rows: [] })
      }
      if (!isGone) {
        controller.close()
      }
    },
  })
  return new Response(body, { headers: { 'Content-Type': 'application/x-ndjson' } })
}

export const exchangeEndpoints = [exportEndpoint, importEndpoint]
