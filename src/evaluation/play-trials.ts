import { endingOf } from './checks/outcome.ts'
import type { TrialResult } from './run.ts'
import type { Rooms } from './talk.ts'
import type { Trial } from './trial.ts'

/** Numbers that differ from run to run and mean nothing: receipts, tickets, codes. */
const VOLATILE: readonly (readonly [RegExp, string])[] = [
  [/[A-Z]{2}\d{8}-[A-Z0-9]{8,9}/g, '‹编号›'],
  [/(?<=查询码[：:是为 ]*)[A-Z0-9-]{4,12}/g, '‹查询码›'],
  [/(?<=确认提交 ?)\d{6}/g, '‹确认码›'],
]

type Options = {
  readonly concurrency: number
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
  { concurrency, onResult, signal }: Options,
): Promise<TrialResult[]> {
  const results: TrialResult[] = []
  const queue = trials.values()
  const work = async (): Promise<void> => {
    for (const trial of queue) {
      signal?.throwIfAborted()
      const result = await playOne(trial, rooms)
      results.push(result)
      onResult?.(result)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, work))
  return results.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
}

async function playOne({ play, ...trial }: Trial, rooms: Rooms): Promise<TrialResult> {
  const { guide, ...about } = trial
  const shared = { ...about, ...(guide === undefined ? {} : { guide }), tags: [...trial.tags] }
  try {
    const { replies, checks, measures = {} } = await play(rooms)
    const failed = replies.find(({ outcome }) => outcome.outcome === 'failed')
    const error = failed === undefined ? {} : { error: `一轮对话失败：${failed.said}` }
    return {
      ...shared,
      passed: failed === undefined ? checks.every(({ ok, critical }) => ok || !critical) : null,
      ...error,
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

function steady(text: string): string {
  return VOLATILE.reduce((rest, [pattern, mark]) => rest.replaceAll(pattern, mark), text)
}
