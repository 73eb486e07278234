import { Embeddings } from '@langchain/core/embeddings'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../src/errors.ts'
import { createRemoteEmbeddings } from '../../../src/model/remote/remote-embeddings.ts'
import { createDomesticEmbeddings, readDomesticModel } from '../../../src/model/remote/domestic-embeddings.ts'
import { inTurn, startOpenAiServer, type Reply } from '../../support/openai-server.ts'

async function setUp(reply: Reply = {}, timeoutMs = 10_000) {
  const server = await startOpenAiServer(inTurn(reply))
  const embeddings = createRemoteEmbeddings({
    baseUrl: server.baseUrl,
    apiKey: 'key',
    model: 'e',
    timeoutMs,
    batchSize: 2,
  })
  return { server, embeddings, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() }
}

describe('remote embeddings', () => {
  it('turn texts into vectors in the order given, a few a request', async () => {
    await using set = await setUp()
    const vectors = await set.embeddings.embedDocuments(['一', '二二', '三三三'])
    expect(vectors.map(([length]) => length)).toEqual([0.01, 0.02, 0.03])
    expect(set.server.requests).toHaveLength(2)
  })

  it('turn a question into one vector', async () => {
    await using set = await setUp()
    expect(await set.embeddings.embedQuery('居住证')).toHaveLength(4)
  })

  it.each<[string, Reply, number]>([
    ['refuses', { fault: { kind: 'status', status: 401 } }, 10_000],
    ['never answers', { fault: { kind: 'black-hole' } }, 100],
  ])('say that they are unavailable when the endpoint %s', async (_name, reply, timeoutMs) => {
    await using set = await setUp(reply, timeoutMs)
    const failed = await set.embeddings.embedQuery('居住证').catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(AppError)
    expect(failed).toMatchObject({ code: 'model-unavailable' })
  })
})

describe('embedding models of domestic providers', () => {
  it('are named by provider and model', () => {
    expect(readDomesticModel('tongyi:text-embedding-v3')).toEqual({ provider: 'tongyi', model: 'text-embedding-v3' })
    expect(readDomesticModel('text-embedding-3-small')).toBeUndefined()
    expect(readDomesticModel('constructor:x')).toBeUndefined()
  })

  it('are loaded when named, and a wrong name is answered with the right ones', async () => {
    const named = ['tongyi:text-embedding-v3', 'zhipu:embedding-3', 'doubao:some-model']
    for (const name of named) {
      const embeddings = await createDomesticEmbeddings(readDomesticModel(name) ?? { provider: '', model: '' }, 'key')
      expect(embeddings).toBeInstanceOf(Embeddings)
    }
    await expect(createDomesticEmbeddings({ provider: 'zhipu', model: 'embedding-9' }, 'k')).rejects.toThrow(
      'embedding-3',
    )
  })
})
