import type { Run, TrialResult } from '../run.ts'

/** A trial that two runs of the same thing have otherwise, and what of it; `missing` when only one run has it. */
export type Difference = { readonly key: string; readonly what: keyof TrialResult | 'missing'; readonly words: string }

/** What keeps two runs from being the same, trial by trial; empty when they are. */
export function differencesOf(first: Run, second: Run): Difference[] {
  const [before, after] = [first, second].map(({ trials }) => new Map(trials.map((trial) => [trial.key, trial])))
  const keys = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].toSorted()
  return keys.flatMap((key): Difference[] => {
    const [one, other] = [before?.get(key), after?.get(key)]
    if (one === undefined || other === undefined)
      return [{ key, what: 'missing', words: `只有${one === undefined ? '第二次' : '第一次'}有` }]
    const fields = Object.keys({ ...one, ...other }) as (keyof TrialResult)[]
    const what = fields.find((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]))
    return what === undefined ? [] : [{ key, what, words: apart(textOf(one[what]), textOf(other[what])) }]
  })
}

/** Characters shown from where two texts part. */
const SHOWN = 30

function apart(one: string, other: string): string {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  const from = Math.max(0, at - 5)
  return `“${one.slice(from, from + SHOWN)}”成了“${other.slice(from, from + SHOWN)}”`
}

function textOf(value: unknown): string {
  return JSON.stringify(value) ?? '没有'
}
