import type { IncomingMessage } from 'node:http'

import { createServer, request } from 'node:http'
import { buffer, text } from 'node:stream/consumers'

/**
 * The alternative that nothing can beat: a bare `node:http` server that answers the same bytes and the
 * same headers from memory. It learns each reply from the server that is named, by a PUT to the same
 * address, with the body that the question has.
 *
 * Arguments: port, origin to learn from.
 */
const [port, origin] = process.argv.slice(2)

type Learnt = { body: Buffer; headers: string[] }

const learnt = new Map<string, Learnt>([
  ['/', { body: Buffer.from('ready'), headers: ['content-length', '5'] }],
])

/** What `node:http` says by itself. */
const ofConnection = ['connection', 'date', 'keep-alive']

const ask = (url: string, question: string): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request(
      `${origin}${url}`,
      {
        headers: question ? { 'Content-Type': 'application/json' } : {},
        method: question ? 'POST' : 'GET',
      },
      resolve,
    )
      .on('error', reject)
      .end(question)
  })

const learn = async (url: string, question: string): Promise<void> => {
  const response = await ask(url, question)
  const headers = response.rawHeaders.filter(
    (_, index, all) => !ofConnection.includes((all[index - (index % 2)] ?? '').toLowerCase()),
  )
  learnt.set(`${url}${question}`, { body: await buffer(response), headers })
}

createServer((req, res) => {
  const answer = (key: string): void => {
    const { body, headers } = learnt.get(key) ?? { body: undefined, headers: [] }
    res.writeHead(body ? 200 : 404, headers).end(body)
  }
  const url = String(req.url)
  if (req.method === 'GET') {
    answer(url)
    return
  }
  void text(req).then(async (question) => {
    if (req.method === 'PUT') {
      await learn(url, question)
      res.writeHead(204).end()
      return
    }
    answer(`${url}${question}`)
  })
}).listen(Number(port))
