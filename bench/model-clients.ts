import { setTimeout as sleep } from 'node:timers/promises'
import type { Citizen } from '../test/support/citizen.ts'
import type { OpenAiServer, SeenRequest } from '../test/support/openai-server.ts'

/** Says something to the house and reads the answer to its end. `firstMs`: until the first released words. */
export async function firstWords(citizen: Citizen, message: string): Promise<{ firstMs: number; engine: string }> {
  const from = performance.now()
  const response = await citizen.call('POST', '/api/chat', { id: citizen.id, message })
  const { firstMs, body } = await readUntil(response, '"type":"text-delta"', from)
  return { firstMs, engine: /"engine":"([^"]+)"/.exec(body)?.[1] ?? 'none' }
}

/** Sends the requests of a turn straight to the gateway, one after the other. Milliseconds until the last reply's first words. */
export async function replay(baseUrl: string, requests: readonly SeenRequest[]): Promise<number> {
  const from = performance.now()
  let firstMs = 0
  for (const { body } of requests) {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${baseUrl}/chat/completions`, { method: 'POST', headers, body })
    firstMs = (await readUntil(response, /"content":"[^"]/u, from)).firstMs
  }
  return firstMs
}

/** Reads a response to its end; `firstMs` is when the mark was first seen, since `from`. */
async function readUntil(response: Response, mark: string | RegExp, from: number) {
  let body = ''
  let firstMs: number | undefined
  for await (const chunk of (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
    body += chunk
    if (firstMs === undefined && body.search(mark) >= 0) firstMs = performance.now() - from
  }
  return { firstMs: firstMs ?? performance.now() - from, body }
}

/** Asks, and leaves as soon as the model was asked. Milliseconds from leaving until the gateway's connection is closed.
 * @throws when the model is not asked, or its call not ended, within ten seconds */
export async function leaveEarly(url: string, message: string, gateway: OpenAiServer): Promise<number> {
  const [asked, abandoned] = [gateway.requests.length, gateway.abandoned()]
  const left = new AbortController()
  const headers = { 'content-type': 'application/json' }
  const request = { method: 'POST', headers, body: JSON.stringify({ message }), signal: left.signal }
  void fetch(`${url}/api/chat`, request).catch(() => undefined)
  await until(() => gateway.requests.length > asked)
  const from = performance.now()
  left.abort()
  await until(() => gateway.abandoned() > abandoned)
  return performance.now() - from
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('the gateway was not asked, or its call went on')
    await sleep(1)
  }
}
