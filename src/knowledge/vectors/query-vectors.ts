import type { Meaning } from './meaning.ts'

/** A question waits this long for its vector before it is answered by words alone. */
const TIMEOUT_MS = 1500
/** After a failure the model is left alone this long. */
const REST_MS = 15_000

/** Reads questions' vectors from a model that may be slow or down; never rejects. */
export type QueryVectors = {
  /** Undefined while the model is down. */
  readonly embed: (question: string) => Promise<ArrayLike<number> | undefined>
}

export type QueryVectorTools = {
  /** Milliseconds from any start. */
  readonly clock: () => number
  readonly log: (event: string, details: Readonly<Record<string, unknown>>) => void
}

/** Guards a model's embedding of questions with a time limit and, after a failure, a rest. */
export function createQueryVectors(embed: Meaning['embed'], { clock, log }: QueryVectorTools): QueryVectors {
  let restUntil = -Infinity
  return {
    async embed(question) {
      if (clock() < restUntil) return undefined
      try {
        return await withinTime(embed(question))
      } catch (error) {
        restUntil = clock() + REST_MS
        log('question-not-embedded', { reason: error instanceof Error ? error.message : 'unknown', restMs: REST_MS })
        return undefined
      }
    },
  }
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('the embedding model took too long')), TIMEOUT_MS)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
