import { createServer, type RequestListener } from 'node:http'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createApproval } from '../../src/city/index.ts'
import { cityForTest, filing } from './city-for-test.ts'

const PATIENCE_MS = 5_000

/** A city of our making that answers as the listener says. */
const otherCity = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener)
  const listening = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', () => listening.resolve())
  await listening.promise
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

const answering = (status: number, body: unknown, headers: Record<string, string> = {}): Promise<string> =>
  otherCity((request, response) => {
    request.resume()
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })

const PROBLEM = { 'content-type': 'application/problem+json' }
const approvalAt = (baseUrl: string, timeoutMs = PATIENCE_MS) => createApproval({ baseUrl, timeoutMs })

test('files, follows and withdraws a case at the sandbox city', async () => {
  const { baseUrl } = await cityForTest({ pace: 0.001 })
  const approval = approvalAt(`${baseUrl}/`)
  const acknowledgement = await approval.file(filing('办件/1'), 'key-1')
  expect(await approval.file(filing('办件/1'), 'key-1')).toEqual(acknowledgement)
  expect((await approval.progress('办件/1'))?.events.map((event) => event.status)).toEqual(['accepted'])
  await approval.withdraw('办件/1', '信息填错了')
  await approval.withdraw('办件/1', '信息填错了')
  expect((await approval.progress('办件/1'))?.events.map((event) => event.status)).toEqual(['accepted', 'withdrawn'])
})

test('a decided case cannot be withdrawn, an unknown one is unknown', async () => {
  const { baseUrl } = await cityForTest({ pace: 1e12 })
  const approval = approvalAt(baseUrl)
  await approval.file(filing('R1'), 'key-1')
  expect((await approval.progress('R1'))?.events.map((event) => event.status)).toEqual([
    'accepted',
    'approved',
    'delivered',
  ])
  await expect(approval.withdraw('R1', '')).rejects.toMatchObject({ code: 'conflict' })
  await expect(approval.withdraw('R2', '')).rejects.toMatchObject({ code: 'not-found' })
  expect(await approval.progress('R2')).toBeUndefined()
})

test('a key used with another body is a conflict', async () => {
  const { baseUrl } = await cityForTest()
  const approval = approvalAt(baseUrl)
  await approval.file(filing('R1'), 'key-1')
  await expect(approval.file(filing('R2'), 'key-1')).rejects.toMatchObject({
    code: 'conflict',
    details: { cityCode: 'key-reused' },
  })
})

test.for<[string, () => Promise<string>]>([
  ['nobody listens', async () => 'http://127.0.0.1:1'],
  ['it answers 503', () => answering(503, {})],
  ['it answers 500 with a problem', () => answering(500, { code: 'internal' }, PROBLEM)],
  ['it is overloaded', () => answering(429, { code: 'slow-down' }, PROBLEM)],
  ['it answers something else than agreed', () => answering(201, { filingNumber: 7 })],
  ['it answers no JSON', () => answering(201, '<html>')],
  ['it redirects', () => answering(307, '', { location: 'http://127.0.0.1:1/' })],
  ['the address is of another server', () => answering(404, '<html>not here</html>', { 'content-type': 'text/html' })],
  ['the answer never ends', () => answering(201, `"${'x'.repeat(1_100_000)}"`)],
])('when %s, the city is unavailable for filing and for asking', async ([, start]) => {
  const approval = approvalAt(await start())
  await expect(approval.file(filing('R1'), 'key-1')).rejects.toMatchObject({ code: 'city-unavailable' })
  await expect(approval.progress('R1')).rejects.toMatchObject({ code: 'city-unavailable' })
  await expect(approval.withdraw('R1', '')).rejects.toMatchObject({ code: 'city-unavailable' })
})

test('a refusal of the contents is our mistake, not an outage', async () => {
  const approval = approvalAt(await answering(422, { code: 'invalid-filing' }, PROBLEM))
  await expect(approval.file(filing('R1'), 'key-1')).rejects.toMatchObject({
    code: 'internal',
    details: { cityCode: 'invalid-filing' },
  })
})

test('does not wait longer than its time limit, for a silent city or one that stops halfway', async () => {
  const silent = await otherCity(() => undefined)
  const halfway = await otherCity((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"receiptNumber":')
  })
  for (const baseUrl of [silent, halfway]) {
    await expect(approvalAt(baseUrl, 50).progress('R1')).rejects.toMatchObject({
      code: 'city-unavailable',
      details: { reason: 'timeout' },
    })
  }
})

test('an answer about another case is not believed', async () => {
  const approval = approvalAt(await answering(200, { receiptNumber: 'R2', events: [] }))
  await expect(approval.progress('R1')).rejects.toMatchObject({ code: 'city-unavailable' })
})

test('a system that fails five times in a row is left alone, then tried by one call, and used again once it answers', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  let reached = 0
  let status = 503
  const approval = approvalAt(
    await otherCity((request, response) => {
      reached += 1
      request.resume()
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ receiptNumber: 'R1', filingNumber: 'F1', events: [] }))
    }),
  )
  const ask = () =>
    approval.progress('R1').then(
      () => 'answered',
      (error: unknown) => error,
    )
  for (let call = 0; call < 7; call++) expect(await ask()).toMatchObject({ code: 'city-unavailable' })
  expect(reached).toBe(5)
  vi.advanceTimersByTime(1_000)
  await Promise.all([ask(), ask(), ask()])
  expect(reached).toBe(6)
  vi.advanceTimersByTime(2_000)
  status = 200
  await ask()
  await ask()
  expect(reached).toBe(8)
})
