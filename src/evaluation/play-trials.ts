import { endingOf } from './checks/outcome.ts'
import type { TrialResult } from './run.ts'
import { steady } from './steady.ts'
import type { Reply, Rooms } from './talk.ts'
import type { Trial } from './trial.ts'

type Options = {
  readonly concurrency: number
  /** The engine under evaluation; a turn that another one had to answer is an error. */
  readonly engine?: string
  /** How often a trial that ended in an error is played again. A trial that failed never is. */
  readonly retries?: number
  /** Called after each trial, in the order they end. */
  readonly onResult?: (result: TrialResult) => void
  readonly signal?: AbortSignal
}

/**
 * Plays trials, some at a time, and gives their results in the order of their keys, whatever the order they were played
 * in. A trial that throws is an error, never a failure.
 */
export async function playTrials(
  trials: readonly Trial[],
  rooms: Rooms,
  { concurrency, engine = 'embedded', retries = 0, onResult, signal }: Options,
): Promise<TrialResult[]> {
  const results: TrialResult[] = []
  const queue = trials.values()
  const work = async (): Promise<void> => {
    for (const trial of queue) {
      signal?.throwIfAborted()
      let result = await playOne(trial, rooms, engine)
      for (let retry = 1; result.passed === null && retry <= retries; retry += 1)
        result = { ...(await playOne(trial, rooms, engine)), retries: retry }
      results.push(result)
      onResult?.(result)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  return results.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}

async function playOne({ play, ...trial }: Trial, rooms: Rooms, engine: string): Promise<TrialResult> {
  const { guide, ...about } = trial
  const shared = { ...about, ...(guide === undefined ? {} : { guide }), tags: [...trial.tags] }
  try {
    const { replies, checks, measures = {} } = await play(rooms)
    const error = errorOf(replies, engine)
    return {
      ...shared,
      passed: error === undefined ? checks.every(({ ok, critical }) => ok || !critical) : null,
      ...(error === undefined ? {} : { error }),
      checks: checks.map(({ evidence, message, ...check }) => ({
        ...check,
        message: steady(message),
        ...(evidence === undefined ? {} : { evidence: steady(evidence) }),
      })),
      measures,
      turns: replies.map((reply) => ({
        said: steady(reply.said),
        text: steady(reply.text),
        ending: endingOf(reply),
        sources: [...reply.sources],
      })),
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { ...shared, passed: null, error: message, checks: [], measures: {}, turns: [] }
  }
}

/** What keeps a trial from being scored: a turn that failed, or that the embedded engine answered in place of the model. */
function errorOf(replies: readonly Reply[], engine: string): string | undefined {
  const failed = replies.find(({ outcome }) => outcome.outcome === 'failed')
  if (failed !== undefined) return `一轮对话失败：${failed.said}`
  const stray = replies.find((reply) => reply.outcome.engine !== 'none' && reply.outcome.engine !== engine)
  return stray === undefined ? undefined : `模型没有答上来，${stray.outcome.engine} 代答了：${stray.said}`
}
