/** Choices of one question as features, and which of them are right. */
export type ChoiceSample = { readonly features: readonly (readonly number[])[]; readonly right: readonly boolean[] }

const ROUNDS = 400
const STEP = 0.1
/** How strongly weights are kept small. */
const RESTRAINT = 1e-3

/**
 * Logistic regression over the choices of a question, by full steps with adapted rates (Adam). With `none`, a choice of
 * its own with odds 0 stands for "none of them", right where no other is.
 */
export function fitChoice(from: readonly ChoiceSample[], { none }: { readonly none: boolean }): number[] {
  const size = from[0]?.features[0]?.length ?? 0
  const weights = Array.from({ length: size }, () => 0)
  const pace = weights.map(() => 0)
  const spread = weights.map(() => 0)
  const samples = none ? from : from.filter(({ right }) => right.includes(true))
  for (let round = 1; round <= ROUNDS; round++) {
    const slope = weights.map((weight) => weight * RESTRAINT)
    for (const sample of samples) addSlope(slope, weights, sample, { none, count: samples.length })
    for (const [k, value] of slope.entries()) {
      pace[k] = 0.9 * (pace[k] ?? 0) + 0.1 * value
      spread[k] = 0.999 * (spread[k] ?? 0) + 0.001 * value ** 2
      const step = (pace[k] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((spread[k] ?? 0) / (1 - 0.999 ** round)) + 1e-8)
      weights[k] = (weights[k] ?? 0) - STEP * step
    }
  }
  return weights
}

function addSlope(
  slope: number[],
  weights: readonly number[],
  { features, right }: ChoiceSample,
  { none, count }: { readonly none: boolean; readonly count: number },
): void {
  const odds = features.map((values) => dot(values, weights))
  const most = Math.max(none ? 0 : -Infinity, ...odds)
  const powers = odds.map((one) => Math.exp(one - most))
  const sum = powers.reduce((total, power) => total + power, none ? Math.exp(-most) : 0)
  const rightSum = powers.reduce((total, power, at) => total + (right[at] === true ? power : 0), 0)
  for (const [at, values] of features.entries()) {
    const wanted = right[at] === true && rightSum > 0 ? (powers[at] ?? 0) / rightSum : 0
    const miss = ((powers[at] ?? 0) / sum - wanted) / count
    for (const [k, value] of values.entries()) slope[k] = (slope[k] ?? 0) + miss * value
  }
}

/** How many of the answerable questions have a right choice first. */
export function rightFirst(weights: readonly number[], among: readonly ChoiceSample[]): string {
  const answerable = among.filter(({ right }) => right.includes(true))
  const won = answerable.filter(({ features, right }) => {
    const odds = features.map((values) => dot(values, weights))
    return right[odds.indexOf(Math.max(...odds))] === true
  })
  return `${won.length}/${answerable.length}`
}

/** The samples in two halves, every other one. */
export function inHalves<T>(samples: readonly T[]): [T[], T[]] {
  return [samples.filter((_, at) => at % 2 === 0), samples.filter((_, at) => at % 2 === 1)]
}

/** Fits on both halves, prints the weights, and how often a right choice comes first when fitted on one half and measured on the other. */
export function printFit(
  names: readonly string[],
  [one, other]: readonly [readonly ChoiceSample[], readonly ChoiceSample[]],
  options: { readonly none: boolean },
): void {
  const all = fitChoice([...one, ...other], options)
  for (const [at, name] of names.entries()) console.log(`${name.padEnd(16)} ${all[at]?.toFixed(2)}`)
  const held = [rightFirst(fitChoice(one, options), other), rightFirst(fitChoice(other, options), one)]
  console.log(`right one first, held out: ${held.join(' and ')}`)
}

/** The sum of values times their weights. */
export function dot(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)
}
