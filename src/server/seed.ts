import { parseArgs } from 'node:util'

import type { Login } from '../../seed/coordinator.ts'
import { OperatorError } from '../lib/OperatorError.ts'
import { runCommand } from './runCommand.ts'

const usage = `Usage: npm run seed [-- --sample | --remove-sample]

  (nothing)        loads the original content; run again, it changes nothing
  --sample         adds made-up partners, news, standards and logins for trying things out
  --remove-sample  takes exactly these away again`

/** `npm run seed` */
await runCommand(async () => {
  const options = readOptions()
  if (options.help) {
    console.log(usage)
    return
  }
  const [{ getPayload }, { default: config }, { seed }, { removeSample, seedSample }] =
    await Promise.all([
      import('payload'),
      import('../../payload.config.ts'),
      import('../../seed/seed.ts'),
      import('../../seed/sample/index.ts'),
    ])
  const payload = await getPayload({ config })
  try {
    if (options['remove-sample']) {
      console.log('Removing the sample data:')
      const removed = await removeSample(payload, process.stdout)
      console.log(removed > 0 ? 'Done.' : 'There was no sample data; nothing has changed.')
      return
    }
    console.log('Loading the original content:')
    const { login, made } = await seed(payload, process.stdout)
    tellLogins(login ? [login] : [])
    let changes = made
    if (options.sample) {
      console.log('Loading the sample data:')
      const sample = await seedSample(payload, process.stdout)
      tellLogins(sample.logins)
      changes += sample.made
    }
    console.log(changes > 0 ? 'Done.' : 'Everything was there already; nothing has changed.')
  } finally {
    await payload.destroy()
  }
})
// Timers of the database adapters would keep the process from ending.
process.exit(0)

function readOptions() {
  try {
    return parseArgs({
      options: {
        help: { type: 'boolean' },
        'remove-sample': { type: 'boolean' },
        sample: { type: 'boolean' },
      },
    }).values
  } catch (error) {
    throw new OperatorError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

function tellLogins(logins: Login[]): void {
  for (const { email, password } of logins) {
    console.log(
      password
        ? `  Login        ${email}  ${password}  (shown only now)`
        : `  Login        ${email}  (password as set)`,
    )
  }
}
