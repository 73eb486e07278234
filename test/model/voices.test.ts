import { describe, expect, it } from 'vitest'
import { createVoices, type VoicesConfig } from '../../src/model/index.ts'
import { engineOf, partsOf, promptOf, textOf } from '../support/model-calls.ts'
import { inTurn, startOpenAiServer } from '../support/openai-server.ts'

const config: VoicesConfig = {
  remote: undefined,
  embeddings: undefined,
  limits: { firstPartMs: 10_000, chunkMs: 10_000, totalMs: 20_000, maxOutputChars: 5000, maxConcurrent: 4 },
  breakerFailures: 3,
  clock: () => 0,
  log: { warn: () => undefined },
}

describe('the voices of a process', () => {
  it('are the embedded engine alone on a fresh machine', async () => {
    const voices = await createVoices(config)
    expect(voices.chat).toBe(voices.fallback)
    expect(voices.embeddings).toBeUndefined()
    expect(voices.describe()).toEqual({
      chat: 'embedded',
      fallback: 'embedded',
      embeddings: 'embedded',
      breaker: 'closed',
    })
  })

  it('are a remote model that sees no phone number, with the embedded engine behind it', async () => {
    await using server = await startOpenAiServer(
      inTurn({ text: ['好的[p1]。'] }, { fault: { kind: 'status', status: 500 } }),
    )
    const remote = { baseUrl: server.baseUrl, apiKey: 'key', model: 'm', api: 'chat' as const }
    const { chat, describe: engines } = await createVoices({ ...config, remote })
    const first = await partsOf(chat, promptOf('我的手机是13900001111'))
    expect([textOf(first), engineOf(first)]).toEqual(['好的[p1]。', 'openai:m'])
    expect(server.requests[0]?.body).not.toContain('13900001111')
    expect(server.requests[0]?.authorization).toBe('Bearer key')
    expect(engineOf(await partsOf(chat, promptOf('你好')))).toBe('embedded')
    expect(engines().chat).toBe('openai:m')
  })

  it('embed through the endpoint when an embedding model is named', async () => {
    await using server = await startOpenAiServer(inTurn({}))
    const { embeddings } = await createVoices({
      ...config,
      embeddings: { model: 'e', apiKey: 'key', baseUrl: server.baseUrl },
    })
    expect(await embeddings?.embedQuery('居住证')).toHaveLength(4)
  })
})
