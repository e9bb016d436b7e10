import { mkdirSync, mkdtempSync } from 'node:fs'
import path from 'node:path'

let serial = 0

/**
 * Settings for a command with a new, empty database and data folder of its own. They lie beside those
 * of the project, and are removed with them.
 */
export const ownDatabase = (): { DATABASE_URL: string; DATA_DIR: string } => {
  const { DATABASE_URL: url = '', DATA_DIR: parent = '' } = process.env
  serial += 1
  mkdirSync(path.dirname(parent), { recursive: true })
  const dataDirectory = mkdtempSync(`${parent}-${serial}-`)
  if (url.startsWith('file:')) {
    return { DATABASE_URL: `file:${path.join(dataDirectory, 'own.db')}`, DATA_DIR: dataDirectory }
  }
  const own = new URL(url)
  own.pathname += `_${serial}_${process.pid}`
  return { DATABASE_URL: own.href, DATA_DIR: dataDirectory }
}
