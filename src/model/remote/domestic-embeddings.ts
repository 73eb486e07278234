import type { Embeddings } from '@langchain/core/embeddings'

type Maker = (model: string, apiKey: string | undefined) => Promise<Embeddings>
/** A key that is absent is left to the provider's own variable. */
const keyed = (apiKey: string | undefined) => (apiKey === undefined ? {} : { apiKey })

/** Providers with an interface of their own, each loaded only when it is named. */
const PROVIDERS: Readonly<Record<string, Maker>> = {
  tongyi: async (model, apiKey) => {
    const { AlibabaTongyiEmbeddings } = await import('@langchain/community/embeddings/alibaba_tongyi')
    const known = ['text-embedding-v1', 'text-embedding-v2', 'text-embedding-v3', 'text-embedding-v4'] as const
    return new AlibabaTongyiEmbeddings({ modelName: pick(known, model), batchSize: 10, ...keyed(apiKey) })
  },
  // Its class in the community package needs a token library; its own endpoint speaks the OpenAI protocol.
  zhipu: async (model, apiKey) => {
    const { createRemoteEmbeddings } = await import('./remote-embeddings.ts')
    const baseUrl = 'https://open.bigmodel.cn/api/paas/v4'
    const name = pick(['embedding-2', 'embedding-3'], model)
    return createRemoteEmbeddings({ baseUrl, apiKey: apiKey ?? '', model: name, timeoutMs: 10_000, batchSize: 16 })
  },
  doubao: async (model, apiKey) => {
    const { ByteDanceDoubaoEmbeddings } = await import('@langchain/community/embeddings/bytedance_doubao')
    return new ByteDanceDoubaoEmbeddings({ model, ...keyed(apiKey) })
  },
}

/** Splits `tongyi:text-embedding-v3` into provider and model; undefined for a plain model name of the OpenAI-compatible endpoint. */
export function readDomesticModel(name: string): { provider: string; model: string } | undefined {
  const [provider = '', ...rest] = name.split(':')
  return Object.hasOwn(PROVIDERS, provider) && rest.length > 0 ? { provider, model: rest.join(':') } : undefined
}

/**
 * Embeddings of a domestic provider through LangChain's community package.
 * @throws Error naming the models the provider has, when this is none of them.
 */
export async function createDomesticEmbeddings(
  { provider, model }: { readonly provider: string; readonly model: string },
  apiKey: string | undefined,
): Promise<Embeddings> {
  const make = PROVIDERS[provider]
  if (!make)
    throw new Error(`EMBEDDING_MODEL: no provider "${provider}"; there are ${Object.keys(PROVIDERS).join(', ')}`)
  return make(model, apiKey)
}

function pick<Name extends string>(known: readonly Name[], model: string): Name {
  const found = known.find((name) => name === model)
  if (!found) throw new Error(`EMBEDDING_MODEL: no model "${model}"; there are ${known.join(', ')}`)
  return found
}
