import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'

import type { Manifest } from '../features/archive/index.ts'
import { OperatorError } from '../lib/OperatorError.ts'
import { runCommand } from './runCommand.ts'

const usage = `Usage: npm run archive -- export FILE [--unencrypted]
       npm run archive -- import FILE [--dry-run]
       npm run archive -- verify FILE

  export   writes everything - content, versions, people, keys, files - into one file; a server may run
  import   writes all of an archive into an empty database; no server may run
  verify   reads an archive and says whether it is whole

  ARCHIVE_PASSPHRASE encrypts it: it holds addresses that are secret.
  --unencrypted writes it in plain text all the same; --dry-run says only what would be done.`

/** `npm run archive` */
await runCommand(async () => {
  const { action, dryRun, file, unencrypted } = readArguments()
  if (action === undefined || file === undefined) {
    console.log(usage)
    return
  }
  const { environment } = await import('../environment.ts')
  const passphrase = environment.archivePassphrase
  if (action === 'export' && existsSync(file)) {
    throw new OperatorError(`${file} is there already: name another file.`)
  }
  if (action === 'export' && passphrase === undefined && !unencrypted) {
    throw new OperatorError(
      'An archive holds addresses that are secret: set ARCHIVE_PASSPHRASE to have it encrypted, or add --unencrypted.',
    )
  }
  // Before the database is opened, let alone written to.
  const { verifyArchive } = await import('../features/archive/verifyArchive.ts')
  const verified = action === 'export' ? undefined : await verifyArchive(file, passphrase)
  if (action === 'verify' && verified) {
    const { createdAt, version } = verified.manifest
    tell(verified.manifest)
    console.log(`The archive is whole: made at ${createdAt} by version ${version}.`)
    return
  }
  const [{ getPayload }, { progressTo }, { fileOf }] = await Promise.all([
    import('payload'),
    import('../lib/progress.ts'),
    import('../database/connection.ts'),
  ])
  const { database } = environment
  const isEmbedded = database.kind === 'embedded'
  if (action === 'export' && isEmbedded && !existsSync(fileOf(database.url))) {
    throw new OperatorError(`There is no database ${fileOf(database.url)} to be exported.`)
  }
  if (verified) {
    const { beOnlyServer } = await import('../database/onlyServer.ts')
    await beOnlyServer(database)
  }
  const { default: config } = await import('../../payload.config.ts')
  const payload = await getPayload({ config })
  const progress = progressTo(process.stdout)
  try {
    if (verified) {
      const { importArchive } = await import('../features/archive/importArchive.ts')
      await importArchive(payload, file, passphrase, verified, progress, dryRun)
      const { manifest } = verified
      if (dryRun) {
        tell(manifest)
        console.log('All of this would be imported; nothing was written.')
      } else {
        tellMissing(manifest.missing)
        console.log('The archive is imported. Start the server.')
      }
    } else {
      const { exportArchive } = await import('../features/archive/exportArchive.ts')
      tellMissing(
        await exportArchive(payload, file, unencrypted ? undefined : passphrase, progress),
      )
      console.log(`The archive is in ${file}.`)
    }
  } finally {
    await payload.destroy()
  }
})

function tell({ counts, missing }: Manifest): void {
  for (const [name, count] of Object.entries(counts)) {
    console.log(`  ${name.padEnd(32)} ${count}`)
  }
  tellMissing(missing)
}

function tellMissing(missing: string[]): void {
  if (missing.length > 0) {
    console.log(`It lacks files that documents name: ${missing.join(', ')}.`)
  }
}

function readArguments(): {
  action: 'export' | 'import' | 'verify' | undefined
  dryRun: boolean
  file: string | undefined
  unencrypted: boolean
} {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean' },
        help: { type: 'boolean' },
        unencrypted: { type: 'boolean' },
      },
    })
    const [word, file, ...rest] = positionals
    const action = (['export', 'import', 'verify'] as const).find((each) => each === word)
    if (values.help || positionals.length === 0) {
      return { action: undefined, dryRun: false, file, unencrypted: false }
    }
    if (!action || !file || rest.length > 0) {
      throw new Error('It takes what to do and a file.')
    }
    return {
      action,
      dryRun: values['dry-run'] ?? false,
      file,
      unencrypted: values.unencrypted ?? false,
    }
  } catch (error) {
    throw new OperatorError(`${(error as Error).message}\n\n${usage}`, { cause: error })
  }
}
