import { z } from 'zod'

const CheckResult = z.strictObject({
  name: z.string(),
  ok: z.boolean(),
  critical: z.boolean(),
  message: z.string(),
  english: z.string().optional(),
  evidence: z.string().optional(),
  contradicts: z.string().optional(),
})

/** One trial as it was played. `passed` is null for an error: nothing was scored. */
export const TrialResult = z.strictObject({
  key: z.string(),
  suite: z.string(),
  sample: z.string(),
  cluster: z.string(),
  severity: z.enum(['critical', 'normal']),
  guide: z.string().optional(),
  tags: z.array(z.string()),
  quarantined: z.boolean(),
  /** Which way of saying the same this is, where a suite has several. */
  seed: z.number().int().nonnegative().optional(),
  /** Which repeat of the trial this is, from 2; the first has none. */
  repeat: z.number().int().min(2).optional(),
  /** How often an error was tried again. */
  retries: z.number().int().positive().optional(),
  /** Fingerprint of what was said and expected; empty in runs of a time when none was kept. */
  expects: z.string().default(''),
  /** How the turn should end, where a suite expects one ending. */
  expected: z.string().optional(),
  passed: z.boolean().nullable(),
  error: z.string().optional(),
  checks: z.array(CheckResult),
  measures: z.record(z.string(), z.number()),
  turns: z.array(
    z.strictObject({ said: z.string(), text: z.string(), ending: z.string(), sources: z.array(z.string()) }),
  ),
})
export type TrialResult = z.infer<typeof TrialResult>

/** What a run rests on: two runs with another engine, suites or scorer cannot be compared. */
export const Fingerprint = z.strictObject({
  engine: z.string(),
  prompts: z.string(),
  content: z.string(),
  suites: z.string(),
  scorer: z.number().int(),
})
export type Fingerprint = z.infer<typeof Fingerprint>

/** A run as it is stored; the truth that every report is made of. No times: the same run has the same bytes. */
export const Run = z.strictObject({
  version: z.literal(1),
  fingerprint: Fingerprint,
  /** Why the run was stopped before every trial was played; absent for one that came to its end. */
  stopped: z.string().optional(),
  trials: z.array(TrialResult),
})
export type Run = z.infer<typeof Run>

/** Raised when a scorer judges differently. */
export const SCORER_VERSION = 4
