import { runCommand } from './runCommand.ts'
import { runNext } from './runNext.ts'

/** `npm run dev`: Next's development server. */
await runCommand(() => runNext('dev'))
