import type { Reply, Rooms } from './citizens/talk.ts'

/** One thing that is checked of a trial. `critical` checks decide; the others are shown. */
export type Check = {
  readonly name: string
  readonly ok: boolean
  readonly critical: boolean
  /** In words for staff: what was expected, and what came. */
  readonly message: string
  /** The same in English; absent where a report has only the name of the check to say in English. */
  readonly english?: string | undefined
  /** The words of the answer that decided. */
  readonly evidence?: string | undefined
  /** All that was said or left behind and is wrong; a check that failed without it only misses something. */
  readonly contradicts?: string
}

/** What is played once, and what must come of it. */
export type Trial = {
  /** Unique over all suites: `answers/resident-id-fee/0`. */
  readonly key: string
  readonly suite: string
  readonly sample: string
  readonly cluster: string
  readonly severity: 'critical' | 'normal'
  readonly guide: string | undefined
  readonly tags: readonly string[]
  readonly quarantined: boolean
  /** Which way of saying the same this is, from 0, where a suite has several. */
  readonly seed?: number
  /** Which repeat this is, from 2; undefined for the first. */
  readonly repeat?: number
  /** Fingerprint of what is said and what must come of it, see `expectationOf`. */
  readonly expects: string
  /** How the turn should end, in the words of the suites. */
  readonly expected?: string
  readonly play: (rooms: Rooms) => Promise<Played>
}

/** The replies of a trial and the checks on them. `measures` are numbers that a suite averages. */
export type Played = {
  readonly replies: readonly Reply[]
  readonly checks: readonly Check[]
  readonly measures?: Readonly<Record<string, number>>
}

/** The trial again, as its repeat of this number. */
export function repeated(trial: Trial, repeat: number): Trial {
  return repeat === 1 ? trial : { ...trial, key: `${trial.key}@${repeat}`, repeat }
}
