import { makeWritable } from '../lib/makeWritable.ts'
import { buildUnlessCurrent } from './build.ts'
import { runCommand } from './runCommand.ts'

/** `npm start`: builds where there is no current build, then serves. */
await runCommand(async () => {
  // Some times of the admin UI are written by the server: as the office's clock shows them.
  Object.assign(process.env, { NODE_ENV: 'production', TZ: process.env.TZ ?? 'Europe/Berlin' })
  // A wrong setting is told before the build, which takes a while.
  const { environment } = await import('../environment.ts')
  makeWritable(environment.dataDirectory, 'DATA_DIR')
  await buildUnlessCurrent()
  const { serve } = await import('./serve.ts')
  await serve({ port: environment.port })
})
