/**
 * Makes a queue: what is given to it runs one after the other, whether or not what came before has
 * failed. For work that takes so much memory that only one at a time fits.
 */
export const makeQueue = (): (<Result>(work: () => Promise<Result>) => Promise<Result>) => {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work, work)
    last = result.catch(() => undefined)
    return result
  }
}
