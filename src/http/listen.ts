import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AppError } from '../errors.ts'
import type { FrontHall } from './front-hall.ts'

/** A listening server; `close` takes no new work, lets answers in flight finish for `graceMs`, then ends the rest. */
export type Listening = {
  readonly port: number
  readonly url: string
  readonly close: (graceMs: number) => Promise<void>
}

/** @throws AppError 'busy' when the port cannot be had. `port` 0 picks a free one. */
export async function listen({ app, closing }: FrontHall, port: number, host?: string): Promise<Listening> {
  const server = createServer(app)
  server.headersTimeout = 20_000
  server.requestTimeout = 30_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new AppError('busy', `端口 ${port} 无法使用（可能已被占用），请换一个 PORT。`, { cause })),
    )
    server.listen(port, host, resolve)
  })
  const address = server.address() as AddressInfo
  return {
    port: address.port,
    url: `http://localhost:${address.port}`,
    close: (graceMs) => {
      closing()
      return closeServer(server, graceMs)
    },
  }
}

function closeServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}
