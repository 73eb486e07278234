import { createServer, connect, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { forbidOutbound } from '../../src/commands/evaluate/forbid-outbound.ts'

let guard: ReturnType<typeof forbidOutbound> | undefined
afterEach(() => guard?.restore())

test('a connection that leaves the machine is refused and counted', async () => {
  guard = forbidOutbound()
  await expect(fetch('http://203.0.113.7/')).rejects.toThrow('fetch failed')
  const [error] = (await once(connect({ host: '203.0.113.7', port: 80 }), 'error').catch((cause: unknown) => [
    cause,
  ])) as [Error]
  expect(error.message).toContain('no connection may leave this machine')
  expect(guard.attempts()).toBeGreaterThanOrEqual(2)
})

test('a connection to this machine goes through', async () => {
  guard = forbidOutbound()
  const server = createServer((socket) => socket.end('hello')).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  const [greeting] = (await once(socket, 'data')) as [Buffer]
  expect(greeting.toString()).toBe('hello')
  expect(guard.attempts()).toBe(0)
  server.close()
})
