/**
 * Makes a queue that runs work one at a time, whether or not the work before it failed. For work that
 * takes so much memory that two at once would not fit.
 *
 * @returns a function that queues work, and resolves or rejects as the work does.
 */
export const makeQueue = (): (<Result>(work: () => Promise<Result>) => Promise<Result>) => {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work, work)
    last = result.catch(() => undefined)
    return result
  }
}
