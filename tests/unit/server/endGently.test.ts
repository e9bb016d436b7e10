import type { AddressInfo } from 'node:net'

import { once } from 'node:events'
import { createServer } from 'node:http'
import { Worker } from 'node:worker_threads'

import { describe, expect, it } from 'vitest'

import { endGently } from '../../../src/server/endGently.ts'

/** Sends a request on a new connection, tells when it has, and then what came back. */
const client = `
  const { connect } = require('node:net')
  const { parentPort, workerData } = require('node:worker_threads')
  const { sent, port } = workerData
  const socket = connect(port, '127.0.0.1')
  let reply = ''
  socket.on('connect', () => {
    socket.write('POST / HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 0\\r\\n\\r\\n', () => {
      Atomics.store(sent, 0, 1)
      Atomics.notify(sent, 0)
    })
  })
  socket.on('data', (data) => { reply += data })
  socket.on('error', (error) => parentPort.postMessage(error.code))
  socket.on('end', () => parentPort.postMessage(reply.split('\\r\\n')[0]))
`

describe('a server that ends', () => {
  it('should answer who has connected while it was busy, and accept nobody after that', async () => {
    const server = createServer((_, res) => void res.end('done')).listen(0)
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const end = endGently(server)
    const sent = new Int32Array(new SharedArrayBuffer(4))
    const worker = new Worker(client, { eval: true, workerData: { port, sent } })
    const reply = once(worker, 'message')
    // Nothing but this happens in this process until then.
    expect(Atomics.wait(sent, 0, 0, 10_000)).not.toBe('timed-out')
    await end()
    expect(await reply).toEqual(['HTTP/1.1 200 OK'])
    await expect(fetch(`http://127.0.0.1:${port}`)).rejects.toThrow('fetch failed')
  })
})
