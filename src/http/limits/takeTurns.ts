/** How much is computed at a time: for one client, and in all. */
const most = { inAll: 6, ofOne: 2 }

/** How long work may have its turn, in milliseconds. What takes longer waits for something that is not ours. */
const longest = 1_000

type Client = {
  /** What has been computed for this client since nothing was, in milliseconds of CPU time. */
  cost: number
  turns: number
  underway: number
  waiting: ((work: Work) => void)[]
}

/** Some work under way. */
type Work = { client: Client; cost: number; turn: NodeJS.Timeout | undefined }

/** The result of some work, and what it cost, in milliseconds of CPU time. */
type Done<Result> = { cost: number; result: Result }

/**
 * Lets the clients take turns: little is computed at a time, and next comes whoever has cost least. So
 * whoever asks for much waits, and whoever asks for little hardly does.
 *
 * @param cpuTime that the process has taken until now, in milliseconds.
 * @returns a function that does some work for a client when it is its turn. What the process has computed
 * meanwhile is shared equally among all that it was working on.
 */
export const takeTurns = (
  cpuTime: () => number,
): (<Result>(client: string, compute: () => Promise<Result>) => Promise<Done<Result>>) => {
  const clients = new Map<string, Client>()
  const underway = new Set<Work>()
  let turns = 0
  let settledAt = cpuTime()

  const settle = (): void => {
    const now = cpuTime()
    const share = (now - settledAt) / underway.size
    for (const work of underway) {
      work.cost += share
      work.client.cost += share
    }
    settledAt = now
  }

  const mayStart = (client: Client): boolean => client.turns < most.ofOne && turns < most.inAll

  const start = (client: Client): Work => {
    settle()
    const work: Work = { client, cost: 0, turn: undefined }
    work.turn = setTimeout(() => passOn(work), longest)
    turns += 1
    client.turns += 1
    client.underway += 1
    underway.add(work)
    return work
  }

  const passOn = (work: Work): void => {
    clearTimeout(work.turn)
    work.turn = undefined
    turns -= 1
    work.client.turns -= 1
    const [next] = [...clients.values()]
      .filter((client) => client.waiting.length > 0 && mayStart(client))
      .sort((one, other) => one.cost - other.cost)
    next?.waiting.shift()?.(start(next))
  }

  const end = (name: string, work: Work): void => {
    settle()
    underway.delete(work)
    work.client.underway -= 1
    if (work.turn) {
      passOn(work)
    }
    if (work.client.underway === 0 && work.client.waiting.length === 0) {
      clients.delete(name)
    }
  }

  return async (name, compute) => {
    const client = clients.get(name) ?? { cost: 0, turns: 0, underway: 0, waiting: [] }
    clients.set(name, client)
    const work = mayStart(client)
      ? start(client)
      : await new Promise<Work>((resolve) => {
          client.waiting.push(resolve)
        })
    const result = await compute().finally(() => end(name, work))
    return { cost: work.cost, result }
  }
}
