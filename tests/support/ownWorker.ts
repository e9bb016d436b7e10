import { freePort } from './freePort.ts'

/**
 * Files run two at a time: gives each worker a database, a data folder and a mail server of its own,
 * beside those of the project, and removed with them.
 */
const { DATABASE_URL: url = '', DATA_DIR: dataDirectory = '' } = process.env
const worker = `worker${process.pid}`

/** Setup files run for each test file, and Vitest sets the project's settings anew now and then. */
const kept = globalThis as { portOfMails?: number }

if (!dataDirectory.endsWith(worker)) {
  process.env.DATA_DIR = `${dataDirectory}-${worker}`
  process.env.DATABASE_URL = url.startsWith('file:')
    ? url.replace(dataDirectory, process.env.DATA_DIR)
    : Object.assign(new URL(url), { pathname: `${new URL(url).pathname}_${worker}` }).href
  if (process.env.MAIL_FROM) {
    kept.portOfMails ??= await freePort()
    process.env.SMTP_URL = `smtp://127.0.0.1:${kept.portOfMails}`
  }
}
