/** How much may be done at a time: for one client, and in all. */
type Most = { inAll: number; ofOne: number }

/**
 * How long work may have its turn, in milliseconds: what takes longer mostly waits, such as for a database
 * that is gone. So many times as much may then be under way.
 */
const longest = 1_000
const slack = 6

/** How many requests of a client may wait for their turn. */
const mostWaiting = 50

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

type Turns = {
  /** Does some work for a client when it is its turn. */
  inTurn: <Result>(client: string, compute: () => Promise<Result>) => Promise<Done<Result>>
  /** Whether so much of a client is waiting that no more should. */
  isFull: (client: string) => boolean
}

/**
 * Lets the clients take turns: little is computed at a time, and next comes whoever has cost least. So
 * whoever asks for much waits, and whoever asks for little hardly does. What the process has computed is
 * shared equally among all that it was working on: that is near enough to what each has cost.
 *
 * @param most may have their turn at a time.
 * @param cpuTime that the process has taken until now, in milliseconds.
 */
export const takeTurns = (most: Most, cpuTime: () => number): Turns => {
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

  const mayStart = (client: Client): boolean =>
    client.turns < most.ofOne &&
    client.underway < slack * most.ofOne &&
    turns < most.inAll &&
    underway.size < slack * most.inAll

  const start = (client: Client): Work => {
    settle()
    const work: Work = { client, cost: 0, turn: undefined }
    work.turn = setTimeout(() => {
      giveTurnBack(work)
      startNext()
    }, longest)
    turns += 1
    client.turns += 1
    client.underway += 1
    underway.add(work)
    return work
  }

  const giveTurnBack = (work: Work): void => {
    if (work.turn) {
      clearTimeout(work.turn)
      work.turn = undefined
      turns -= 1
      work.client.turns -= 1
    }
  }

  const startNext = (): void => {
    let next: Client | undefined
    for (const client of clients.values()) {
      if (client.waiting.length > 0 && mayStart(client) && client.cost < (next?.cost ?? Infinity)) {
        next = client
      }
    }
    if (next) {
      next.waiting.shift()?.(start(next))
    }
  }

  const end = (name: string, work: Work): void => {
    settle()
    giveTurnBack(work)
    underway.delete(work)
    work.client.underway -= 1
    if (work.client.underway === 0 && work.client.waiting.length === 0) {
      clients.delete(name)
    }
    startNext()
  }

  return {
    inTurn: async (name, compute) => {
      const client = clients.get(name) ?? { cost: 0, turns: 0, underway: 0, waiting: [] }
      clients.set(name, client)
      const work = mayStart(client)
        ? start(client)
        : await new Promise<Work>((resolve) => {
            client.waiting.push(resolve)
          })
      const result = await compute().finally(() => end(name, work))
      return { cost: work.cost, result }
    },
    isFull: (name) => (clients.get(name)?.waiting.length ?? 0) >= mostWaiting,
  }
}
