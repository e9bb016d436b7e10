import type { Command } from './command.ts'
import { startCompiled } from './command.ts'

/** Starts `otherProcess.ts`, and waits until it answers. */
export const startOtherProcess = async (
  env: Record<string, string | undefined>,
): Promise<{ origin: string; server: Command }> => {
  const server = startCompiled('tests/support/otherProcess.ts', [], env)
  await server.printed('Answering at ')
  return { origin: /Answering at (\S+)\./.exec(server.output())?.[1] ?? '', server }
}
