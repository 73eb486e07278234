import type { Logger } from 'pino'
import type { Config } from './config.ts'
import { createVectorDatabase, type LibraryTools } from './knowledge/index.ts'
import type { VoicesConfig } from './model/index.ts'

/** Longest text a remote model may write in one answer before it is cut off. */
const MAX_OUTPUT_CHARS = 20_000

/** Sent to an endpoint that asks for no key. */
const NO_KEY = 'none'

/** What the settings say of the voices. */
export function voicesConfig(config: Config, log: Logger): VoicesConfig {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseUrl, OPENAI_MODEL: model, EMBEDDING_MODEL: embedding } = config
  return {
    remote:
      model === undefined || (apiKey === undefined && baseUrl === undefined)
        ? undefined
        : { apiKey: apiKey ?? NO_KEY, baseUrl, model, api: config.OPENAI_API },
    embeddings: embedding === undefined ? undefined : { model: embedding, apiKey, baseUrl },
    limits: {
      firstPartMs: config.MODEL_FIRST_PART_MS,
      chunkMs: config.MODEL_CHUNK_MS,
      totalMs: config.MODEL_TOTAL_MS,
      maxOutputChars: MAX_OUTPUT_CHARS,
      maxConcurrent: config.MODEL_CONCURRENCY,
    },
    breakerFailures: config.MODEL_BREAKER_FAILURES,
    clock: Date.now,
    log,
  }
}

/** The vectors of a remote model stand beside the cases, where every process of the house finds them. */
export function vectorDatabase({ DATABASE_URL }: Config): Pick<LibraryTools, 'database'> {
  return DATABASE_URL === undefined ? {} : { database: createVectorDatabase({ connectionString: DATABASE_URL }) }
}
