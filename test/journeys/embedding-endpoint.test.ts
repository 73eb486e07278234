import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startOpenAiServer, type OpenAiServer, type Reply } from '../support/openai-server.ts'
import { copyStaffFiles } from '../support/staff-files.ts'
import { startApp } from '../support/start-app.ts'

const DOWN: Reply = { fault: { kind: 'status', status: 500 } }
let reply: Reply = {}
let server: OpenAiServer
let root: string
beforeAll(async () => {
  server = await startOpenAiServer(() => reply)
  root = await copyStaffFiles()
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await rm(root, { recursive: true, force: true })
})

const env = () => ({ EMBEDDING_MODEL: 'text-embedding-test', OPENAI_BASE_URL: server.baseUrl })
const texts = (): string[] => server.requests.flatMap(({ body }) => (JSON.parse(body) as { input: string[] }).input)

test('an embedding model named in the environment is all it takes: passages in batches, questions one by one', async () => {
  reply = {}
  const { app, url, close } = await startApp({ env: env(), root })
  try {
    const ready = (await (await fetch(`${url}/readyz`)).json()) as Record<string, unknown>
    expect(ready['index']).toMatchObject({ vectors: 'ready' })
    expect(ready['model']).toMatchObject({ embeddings: 'text-embedding-test' })
    const requests = server.requests.map(({ path, body }) => ({
      path,
      ...(JSON.parse(body) as { input: string[]; model: string }),
    }))
    for (const { path, model, input } of requests) {
      expect(path).toBe('/v1/embeddings')
      expect(model).toBe('text-embedding-test')
      expect(input.length).toBeLessThanOrEqual(16)
    }
    expect(new Set(texts()).size).toBe(texts().length)
    expect(texts().length).toBeLessThanOrEqual(app.library.state().passages)

    expect((await app.library.search('居住证怎么办')).mode).toBe('hybrid')
    expect(texts().at(-1)).toBe('居住证怎么办')

    reply = DOWN
    const { mode, guides } = await app.library.search('居住证要多久')
    expect(mode).toBe('lexical-only')
    expect(guides[0]?.id).toBe('residence-permit')
  } finally {
    await close()
  }
})
