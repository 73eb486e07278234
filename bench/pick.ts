import type { Random } from '../src/knowledge/seeded-random.ts'

/** One of `choices`, all alike. */
export function pick<T>(random: Random, choices: readonly T[]): T {
  const chosen = choices[Math.floor(random() * choices.length)]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}

/** One of `choices`, the first ones far more often, as words are used (Zipf). */
export function pickOften<T>(random: Random, choices: readonly T[]): T {
  return pick(() => (choices.length ** random() - 1) / choices.length, choices)
}
