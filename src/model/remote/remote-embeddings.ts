import { createOpenAI } from '@ai-sdk/openai'
import { Embeddings } from '@langchain/core/embeddings'
import { embedMany } from 'ai'
import { AppError } from '../../errors.ts'

export type RemoteEmbeddingsOptions = {
  readonly baseUrl: string | undefined
  readonly apiKey: string
  readonly model: string
  /** For one batch of texts. */
  readonly timeoutMs: number
  /** Texts a request carries; compatible servers often take few. */
  readonly batchSize: number
}

/**
 * Embeddings of an OpenAI-compatible endpoint behind LangChain's class, so that they slot in wherever the embedded ones do.
 * Calls throw AppError 'model-unavailable' when the endpoint fails, is late, or returns vectors that are not finite and of one length.
 */
export function createRemoteEmbeddings(options: RemoteEmbeddingsOptions): Embeddings {
  return new RemoteEmbeddings(options)
}

class RemoteEmbeddings extends Embeddings {
  readonly model: string
  readonly #embed: (texts: string[]) => Promise<number[][]>

  constructor({ baseUrl, apiKey, model, timeoutMs, batchSize }: RemoteEmbeddingsOptions) {
    super({ maxRetries: 0 })
    this.model = model
    const openai = createOpenAI({ apiKey, ...(baseUrl === undefined ? {} : { baseURL: baseUrl }) })
    const embedder = openai.embedding(model)
    this.#embed = async (texts) => {
      const vectors: number[][] = []
      for (let from = 0; from < texts.length; from += batchSize) {
        const values = texts.slice(from, from + batchSize)
        const abortSignal = AbortSignal.timeout(timeoutMs)
        const { embeddings } = await embedMany({ model: embedder, values, maxRetries: 1, abortSignal })
        vectors.push(...embeddings)
      }
      return vectors
    }
  }

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors = await this.#embed(texts).catch((cause: unknown) => {
      throw new AppError('model-unavailable', '向量服务暂时不可用', { cause })
    })
    if (!areSound(vectors, texts.length)) throw new AppError('model-unavailable', '向量服务的结果不可用')
    return vectors
  }

  override async embedQuery(text: string): Promise<number[]> {
    const [vector] = await this.embedDocuments([text])
    return vector ?? []
  }
}

function areSound(vectors: readonly (readonly number[])[], count: number): boolean {
  const dimensions = vectors[0]?.length
  return (
    vectors.length === count &&
    vectors.every((vector) => vector.length > 0 && vector.length === dimensions && vector.every(Number.isFinite))
  )
}
