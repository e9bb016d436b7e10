import { setFlagsFromString } from 'node:v8'

import { makeWritable } from '../lib/makeWritable.ts'
import { buildUnlessCurrent } from './build.ts'
import { runCommand } from './runCommand.ts'

/** `npm start`: builds if there is no current build, then starts the server. */
await runCommand(async () => {
  // V8 lets memory grow to twice of what is in use before it looks for what is not; a third more is enough.
  setFlagsFromString('--heap-growing-percent=30')
  // The server renders some times of the admin UI, which must be in the office's time zone.
  Object.assign(process.env, { NODE_ENV: 'production', TZ: process.env.TZ ?? 'Europe/Berlin' })
  // Reports a wrong setting before the build, which takes a while.
  const { environment } = await import('../environment.ts')
  makeWritable(environment.dataDirectory, 'DATA_DIR')
  await buildUnlessCurrent()
  const { serve } = await import('./serve.ts')
  await serve({ port: environment.port })
})
