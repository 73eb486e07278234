import type { LanguageModelV4 } from '@ai-sdk/provider'
import type { Embeddings } from '@langchain/core/embeddings'
import { createEmbeddedEngine, EMBEDDED_MODEL_ID } from './embedded/embedded-engine.ts'
import { createBreaker } from '../breaker.ts'
import { createFailover, type FailoverLimits, type FailoverModel, type FailureLog } from './failover/failover.ts'
import { withinDayBudget, type DayBudget } from './remote/day-budget.ts'
import type { RemoteModelOptions } from './remote/remote-model.ts'
import { withSecretTokens } from './remote/secret-tokens.ts'

/** What the voices are made from. Without `remote` the embedded engine is the only voice. */
export type VoicesConfig = {
  readonly remote: RemoteModelOptions | undefined
  /** Put around the remote model, inside of what hides secrets: for recording and replaying its calls. */
  readonly around?: (remote: LanguageModelV4) => LanguageModelV4
  readonly embeddings:
    | { readonly model: string; readonly apiKey: string | undefined; readonly baseUrl: string | undefined }
    | undefined
  readonly limits: FailoverLimits
  /** What the remote model may take in a day; absent: as much as is asked of it. */
  readonly budget?: DayBudget
  /** Failures in a row after which the remote model is left alone for a while. */
  readonly breakerFailures: number
  /** Epoch milliseconds. */
  readonly clock: () => number
  readonly log: FailureLog
}

/** The models of this process. */
export type Voices = {
  /** What the conversation talks to: the remote model with the embedded engine behind it, or the engine alone. */
  readonly chat: LanguageModelV4 & Partial<Pick<FailoverModel, 'until'>>
  /** The embedded engine by itself. */
  readonly fallback: LanguageModelV4
  readonly embeddings: Embeddings | undefined
  /** Which engines are in use, for /readyz and the start-up line: `embedded` or `openai:<model>`. */
  readonly describe: () => {
    readonly chat: string
    readonly fallback: string
    readonly embeddings: string
    readonly breaker: string
  }
}

const BREAKER = { coolDownMs: 15_000, longestMs: 300_000 }
const EMBEDDING = { timeoutMs: 10_000, batchSize: 16 }

/**
 * Creates the voices. Providers of remote models are loaded only when one is configured.
 * @throws Error when the embedding model's name is none its provider has.
 */
export async function createVoices(config: VoicesConfig): Promise<Voices> {
  const fallback = createEmbeddedEngine()
  const embeddings = await createEmbeddings(config)
  const { remote, limits, clock, log, budget, around = (model) => model } = config
  const breaker = createBreaker({ ...BREAKER, failures: config.breakerFailures, clock })
  const hidden = remote && withSecretTokens(around(await openRemoteModel(remote)))
  const primary = hidden && budget ? withinDayBudget(hidden, budget) : hidden
  const chat = primary ? createFailover({ primary, fallback, limits, breaker, clock, log }) : fallback
  return {
    chat,
    fallback,
    embeddings,
    describe: () => ({
      chat: chat.modelId,
      fallback: EMBEDDED_MODEL_ID,
      embeddings: config.embeddings?.model ?? EMBEDDED_MODEL_ID,
      breaker: breaker.state(),
    }),
  }
}

async function openRemoteModel(options: RemoteModelOptions): Promise<LanguageModelV4> {
  const { createRemoteModel } = await import('./remote/remote-model.ts')
  return createRemoteModel(options)
}

async function createEmbeddings({ embeddings, remote }: VoicesConfig): Promise<Embeddings | undefined> {
  if (!embeddings) return undefined
  const { createDomesticEmbeddings, readDomesticModel } = await import('./remote/domestic-embeddings.ts')
  const domestic = readDomesticModel(embeddings.model)
  if (domestic) return createDomesticEmbeddings(domestic, embeddings.apiKey)
  const { createRemoteEmbeddings } = await import('./remote/remote-embeddings.ts')
  return createRemoteEmbeddings({
    ...EMBEDDING,
    model: embeddings.model,
    apiKey: embeddings.apiKey ?? remote?.apiKey ?? '',
    baseUrl: embeddings.baseUrl ?? remote?.baseUrl,
  })
}
