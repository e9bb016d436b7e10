import type { AddressInfo, Socket } from 'node:net'

import { rename } from 'node:fs/promises'
import { connect, createServer } from 'node:net'

/** A database that goes away and comes back while a server uses it. */
type RemovableDatabase = {
  bringBack: () => Promise<void>
  takeAway: () => Promise<void>
  url: string
}

export const removableFile = (url: string): RemovableDatabase => {
  const file = url.slice('file:'.length)
  return {
    bringBack: () => rename(`${file}.away`, file),
    takeAway: () => rename(file, `${file}.away`),
    url,
  }
}

/** MongoDB behind a line that can be cut. */
export const removableMongoDB = async (url: string): Promise<RemovableDatabase> => {
  const target = new URL(url)
  const sockets = new Set<Socket>()
  const line = createServer((client) => {
    const server = connect(Number(target.port || 27_017), target.hostname)
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from)
      from.on('error', () => to.destroy()).on('close', () => sockets.delete(from))
      from.pipe(to)
    }
  })
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => {
      line.listen(port, '127.0.0.1', resolve)
    })
  await listen(0)
  const { port } = line.address() as AddressInfo
  const behindLine = new URL(url)
  behindLine.host = `127.0.0.1:${port}`
  behindLine.search = '?directConnection=true&serverSelectionTimeoutMS=2000'
  return {
    bringBack: () => listen(port),
    takeAway: () =>
      new Promise((resolve) => {
        line.close(() => resolve())
        sockets.forEach((socket) => socket.destroy())
      }),
    url: behindLine.href,
  }
}
