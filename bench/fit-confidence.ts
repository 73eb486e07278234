/**
 * Fits the curve of src/knowledge/confidence.ts to questions whose failures were read before:
 * `node bench/fit-confidence.ts FILE…` (question sets as for bench:guides). Prints the weights fitted on all questions,
 * and how often the right guide comes first when they are fitted on one half and measured on the other.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readStaffContent } from '../src/content/index.ts'
import { createLibrary } from '../src/knowledge/index.ts'
import { readQuestions } from './guide-questions.ts'

const PARTS = ['name', 'text', 'ask', 'passage', 'learnt'] as const
const ROUNDS = 400
const STEP = 0.1
/** How strongly weights are kept small. */
const RESTRAINT = 1e-3

/** Evidence of every guide found, as features, and which of the guides are right; none for a question outside. */
type Sample = { readonly features: readonly (readonly number[])[]; readonly right: readonly boolean[] }

const { content } = readStaffContent(join(import.meta.dirname, '..'))
const dataDir = mkdtempSync(join(tmpdir(), 'bianban-fit-'))
const library = createLibrary({ content, dataDir, log: () => undefined })
await library.ready
const samples: Sample[] = []
for (const question of process.argv.slice(2).flatMap(readQuestions)) {
  const { guides } = await library.search(question.text)
  const own = guides.map(({ evidence }) => PARTS.map((part) => evidence[part] ?? 0))
  const most = PARTS.map((_, at) => Math.max(-1, ...own.map((values) => values[at] ?? 0)))
  samples.push({
    features: own.map((values) => [1, ...values, ...values.map((value, at) => value - (most[at] ?? 0))]),
    right: guides.map(({ id }) => question.guides.includes(id)),
  })
}
await library[Symbol.asyncDispose]()
rmSync(dataDir, { recursive: true, force: true })

const names = ['bias', ...PARTS.map((part) => `own.${part}`), ...PARTS.map((part) => `behind.${part}`)]
const all = fit(samples)
for (const [at, name] of names.entries()) console.log(`${name.padEnd(16)} ${all[at]?.toFixed(2)}`)
const [even, odd] = [0, 1].map((rest) => samples.filter((_, at) => at % 2 === rest))
console.log(
  `right guide first, held out: ${share(fit(even ?? []), odd ?? [])} and ${share(fit(odd ?? []), even ?? [])}`,
)

/** Logistic regression over the guides of a question and "none of them", by full steps with adapted rates (Adam). */
function fit(from: readonly Sample[]): number[] {
  const weights = names.map(() => 0)
  const pace = names.map(() => 0)
  const spread = names.map(() => 0)
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = weights.map((weight) => weight * RESTRAINT)
    for (const sample of from) addSlope(slope, weights, sample, from.length)
    for (const [k, value] of slope.entries()) {
      pace[k] = 0.9 * (pace[k] ?? 0) + 0.1 * value
      spread[k] = 0.999 * (spread[k] ?? 0) + 0.001 * value ** 2
      const step = (pace[k] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((spread[k] ?? 0) / (1 - 0.999 ** round)) + 1e-8)
      weights[k] = (weights[k] ?? 0) - STEP * step
    }
  }
  return weights
}

function addSlope(slope: number[], weights: readonly number[], { features, right }: Sample, count: number): void {
  const odds = features.map((values) => dot(values, weights))
  const most = Math.max(0, ...odds)
  const powers = odds.map((one) => Math.exp(one - most))
  const sum = powers.reduce((total, power) => total + power, Math.exp(-most))
  const rightSum = powers.reduce((total, power, at) => total + (right[at] === true ? power : 0), 0)
  for (const [at, values] of features.entries()) {
    const wanted = right[at] === true && rightSum > 0 ? (powers[at] ?? 0) / rightSum : 0
    const miss = ((powers[at] ?? 0) / sum - wanted) / count
    for (const [k, value] of values.entries()) slope[k] = (slope[k] ?? 0) + miss * value
  }
}

function share(weights: readonly number[], among: readonly Sample[]): string {
  const inside = among.filter(({ right }) => right.includes(true))
  const won = inside.filter(({ features, right }) => {
    const odds = features.map((values) => dot(values, weights))
    return right[odds.indexOf(Math.max(...odds))] === true
  })
  return `${won.length}/${inside.length}`
}

function dot(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)
}
