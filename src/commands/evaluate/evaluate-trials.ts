import type { StaffContent } from '../../content/index.ts'
import type { Options } from './evaluate-options.ts'
import {
  answerTrials,
  hostileTrials,
  promptTrials,
  readRun,
  refusalTrials,
  retrievalTrials,
  serviceTrials,
  signedInTrials,
  type GoldRecords,
  type readSuites,
  type Trial,
} from '../../evaluation/index.ts'

/**
 * Every trial of every suite. Without the records that citizens must end with they can be named and counted, and not be
 * played.
 */
export function trialsOf(
  suites: ReturnType<typeof readSuites>,
  content: StaffContent,
  {
    today,
    seeds,
    personas,
    records = new Map(),
  }: Pick<Options, 'seeds' | 'personas'> & { readonly today: string; readonly records?: GoldRecords },
): Trial[] {
  const citizens = { today, seeds, every: personas === 'all', content }
  return [
    ...answerTrials(suites.answers, content, today),
    ...retrievalTrials(suites.answers, today),
    ...refusalTrials(suites.refusals, today),
    ...hostileTrials(suites.hostile, today),
    ...serviceTrials(suites.services, records, citizens),
    ...signedInTrials(suites.services, records, citizens),
    ...promptTrials(content),
  ]
}

/** The trials that are asked for, in the order in which they are played. `isTouched` says what `--changed` leaves. */
export function chooseTrials(
  trials: readonly Trial[],
  { suite, filter, shard, shuffle, ...options }: Options,
  isTouched: (suite: string, sample: string) => boolean = () => true,
): Trial[] {
  const from = options['failed-from']
  const failed =
    from === undefined
      ? undefined
      : new Set(readRun(from).trials.flatMap(({ key, passed }) => (passed === true ? [] : [key])))
  const pattern = filter === undefined ? undefined : new RegExp(filter, 'u')
  const [part = 1, parts = 1] = (shard ?? '1/1').split('/').map(Number)
  const wanted = trials
    .filter((trial) => suite === undefined || suite.includes(trial.suite))
    .filter((trial) => isTouched(trial.suite, trial.sample))
    .filter(({ key }) => failed?.has(key) !== false)
    .filter(
      ({ key, tags, guide, severity }) =>
        pattern === undefined || [key, guide ?? '', severity, ...tags].some((text) => pattern.test(text)),
    )
    .filter(shardOf(part, parts))
  if (shuffle === undefined) return wanted
  const seed = Number(shuffle)
  return wanted.toSorted((a, b) => rank(a.key, seed) - rank(b.key, seed))
}

/** Keeps one of so many parts. What stands or falls together stays together: the same question in other words. */
function shardOf(part: number, parts: number): (trial: Trial) => boolean {
  const places = new Map<string, number>()
  return ({ suite, cluster }) => {
    const name = `${suite}/${cluster}`
    const place = places.get(name) ?? places.size
    places.set(name, place)
    return place % parts === part - 1
  }
}

/** A place in a shuffled order, the same for the same seed. */
function rank(key: string, seed: number): number {
  let value = seed >>> 0
  for (const character of key) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return value
}
