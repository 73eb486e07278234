import { createServer } from 'node:http'
import { once } from 'node:events'

/** A way to the city on which the next supplement can be refused before it gets there, as an approval system checks what comes in. */
export async function openRefusingWay(cityUrl: string) {
  let next: { detail?: string; code: string } | undefined
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Uint8Array[] = []
      for await (const chunk of request) chunks.push(chunk as Uint8Array)
      if (next !== undefined && request.url?.endsWith('/supplement') === true) {
        response.writeHead(422, { 'content-type': 'application/problem+json' }).end(JSON.stringify(next))
        next = undefined
        return
      }
      const body = Buffer.concat(chunks)
      const headers = Object.entries(request.headers).flatMap(([name, value]) =>
        typeof value === 'string' && !['host', 'connection', 'content-length', 'transfer-encoding'].includes(name)
          ? [[name, value] as [string, string]]
          : [],
      )
      const answer = await fetch(`${cityUrl}${request.url ?? ''}`, {
        method: request.method ?? 'GET',
        headers,
        redirect: 'manual',
        ...(body.length === 0 ? {} : { body }),
      })
      const content = Buffer.from(await answer.arrayBuffer())
      response
        .writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' })
        .end(answer.status === 204 ? undefined : content)
    })().catch(() => response.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    refuseNext: (reason?: string) => {
      next = reason === undefined ? { code: 'invalid-request' } : { code: 'supplement-refused', detail: reason }
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
