/** Reports the progress of a command: a line that counts up on a terminal, a line per step in a log. */
export type Progress = {
  note: (text: string) => void
  /**
   * Runs the work on every item in turn. `work` returns whether it changed anything; the step, how
   * many items were changed.
   */
  step: <Item>(
    label: string,
    items: readonly Item[],
    work: (item: Item, index: number) => Promise<boolean>,
    verb?: string,
  ) => Promise<number>
}

/** @param out where to write; without it, nothing is written. */
export const progressTo = (out: NodeJS.WriteStream | undefined): Progress => ({
  note: (text) => out?.write(`${text}\n`),
  step: async (label, items, work, verb = 'created') => {
    const name = label.padEnd(12)
    let changed = 0
    for (const [index, item] of items.entries()) {
      if (out?.isTTY) {
        out.write(`\r  ${name} ${index + 1}/${items.length}`)
      }
      if (await work(item, index)) {
        changed += 1
      }
    }
    const rest = items.length - changed
    const already = rest > 0 ? `, ${rest} unchanged` : ''
    out?.write(`${out.isTTY ? '\r' : ''}  ${name} ${changed} ${verb}${already}\n`)
    return changed
  },
})
