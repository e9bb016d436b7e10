/** How much may be done at a time. */
type Most = {
  inAll: number
  ofOne: number
  /**
   * How many times as long as its turn has cost a client waits for the next one, while anybody is answered
   * from memory: those would often come just when something is computed, and wait for the end of it.
   */
  rest: number
}

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
type Work = {
  /** How many replies had come from memory when it began. */
  answered: number
  client: Client
  cost: number
  turn: NodeJS.Timeout | undefined
}

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
 * @param answered how many replies have come from memory until now.
 */
export const takeTurns = (most: Most, cpuTime: () => number, answered: () => number): Turns => {
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
    const work: Work = { answered: answered(), client, cost: 0, turn: undefined }
    work.turn = setTimeout(() => {
      work.turn = undefined
      turns -= 1
      client.turns -= 1
      startNext()
    }, longest)
    turns += 1
    client.turns += 1
    client.underway += 1
    underway.add(work)
    return work
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
    const { client, turn } = work
    settle()
    underway.delete(work)
    client.underway -= 1
    if (turn) {
      clearTimeout(turn)
      turns -= 1
    } else {
      // What has taken too long for a turn is followed by a rest as well.
      client.turns += 1
    }
    afterRest(work, () => {
      client.turns -= 1
      if (client.underway === 0 && client.turns === 0 && client.waiting.length === 0) {
        clients.delete(name)
      }
      startNext()
    })
    startNext()
  }

  /** Whoever has come meanwhile is answered before an immediate, and so has been counted. */
  const afterRest = (work: Work, then: () => void): void => {
    setImmediate(() => {
      const rest = answered() > work.answered ? Math.min(longest, most.rest * work.cost) : 0
      if (rest < 1) {
        then()
      } else {
        setTimeout(then, rest)
      }
    })
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
