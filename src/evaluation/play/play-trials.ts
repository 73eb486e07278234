import { endingOf } from '../checks/outcome.ts'
import { createPace, type Pace } from './pace.ts'
import type { TrialResult } from '../run.ts'
import { steady } from './steady.ts'
import type { Reply, Rooms } from '../citizens/talk.ts'
import type { Trial } from '../trial.ts'

type Options = {
  /** Most trials that are played at once. */
  readonly concurrency: number
  /** Lets a provider that has too much to do be asked less at once; without it, always `concurrency`. */
  readonly pace?: Pace
  /** The engine under evaluation; a turn that another one had to answer is an error. */
  readonly engine?: string
  /** How often a trial that ended in an error is played again. A trial that failed never is. */
  readonly retries?: number
  /** Called after each trial, in the order they end. */
  readonly onResult?: (result: TrialResult) => void
  /** Asked before each trial: true leaves it and all that follow unplayed. */
  readonly stop?: () => boolean
  readonly signal?: AbortSignal
}

/**
 * Plays trials, some at a time, and gives their results in the order of their keys, whatever the order they were played
 * in. A trial that throws is an error, never a failure. One during which the provider had too much to do is played
 * again after its rest, a few times.
 */
export async function playTrials(
  trials: readonly Trial[],
  rooms: Rooms,
  { concurrency, pace = createPace(concurrency), engine = 'embedded', retries = 0, onResult, stop, signal }: Options,
): Promise<TrialResult[]> {
  const results: TrialResult[] = []
  const queue = trials.values()
  const inTurn = async (trial: Trial): Promise<Attempt | undefined> => {
    await pace.enter()
    try {
      signal?.throwIfAborted()
      if (stop?.() === true) return undefined
      const before = pace.complaints()
      const result = await playOne(trial, rooms, engine)
      return pace.complaints() === before
        ? { result, disturbed: false }
        : { result: { ...result, passed: null, error: result.error ?? DISTURBED }, disturbed: true }
    } finally {
      pace.leave()
    }
  }
  const work = async (): Promise<void> => {
    for (const trial of queue) {
      let attempt = await inTurn(trial)
      for (let retry = 1; attempt?.result.passed === null; retry += 1) {
        if (retry > Math.max(retries, attempt.disturbed ? DISTURBED_RETRIES : 0)) break
        const again = await inTurn(trial)
        if (again === undefined) break
        attempt = { ...again, result: { ...again.result, retries: retry } }
      }
      if (attempt === undefined) return
      results.push(attempt.result)
      onResult?.(attempt.result)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  return results.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}

/** `disturbed`: the provider complained while it was played, so that a step of it may be the embedded engine's. */
type Attempt = { readonly result: TrialResult; readonly disturbed: boolean }

const DISTURBED = '作答的时候模型忙不过来，其中一步可能是代答的'

/** How often a trial is played again that the provider's complaints spoilt. */
const DISTURBED_RETRIES = 5

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
      checks: checks.map(({ evidence, contradicts, message, english, ...check }) => ({
        ...check,
        message: steady(message),
        ...(english === undefined ? {} : { english: steady(english) }),
        ...(evidence === undefined ? {} : { evidence: steady(evidence) }),
        ...(contradicts === undefined ? {} : { contradicts: steady(contradicts) }),
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
