import { freePort } from './freePort.ts'

/**
 * Files run two at a time: gives each worker a database, a data folder and a mail server of its own,
 * beside those of the project, and removed with them.
 */
const { DATABASE_URL: url = '', DATA_DIR: dataDirectory = '' } = process.env
// Vitest gives a worker another number now and then; what was read of the settings stays.
const worker = `worker${process.pid}`

// Setup files run once for each test file; the settings last as long as the worker.
if (!dataDirectory.endsWith(worker)) {
  process.env.DATA_DIR = `${dataDirectory}-${worker}`
  process.env.DATABASE_URL = url.startsWith('file:')
    ? url.replace(dataDirectory, process.env.DATA_DIR)
    : Object.assign(new URL(url), { pathname: `${new URL(url).pathname}_${worker}` }).href
  if (process.env.MAIL_FROM) {
    process.env.SMTP_URL = `smtp://127.0.0.1:${await freePort()}`
  }
}
