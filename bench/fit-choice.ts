/** Choices of one question as features, and which of them are right. */
export type ChoiceSample = { readonly features: readonly (readonly number[])[]; readonly right: readonly boolean[] }

const ROUNDS = 400
const STEP = 0.1
/** How strongly weights are kept small. */
const RESTRAINT = 1e-3

/** A sample in one row of numbers, so that a fit takes seconds. */
type Packed = { readonly values: Float64Array; readonly wanted: Uint8Array; readonly odds: Float64Array }

/**
 * Logistic regression over the choices of a question, by full steps with adapted rates (Adam). With `none`, a choice of
 * its own with odds 0 stands for "none of them", right where no other is.
 */
export function fitChoice(from: readonly ChoiceSample[], { none }: { readonly none: boolean }): number[] {
  const size = from[0]?.features[0]?.length ?? 0
  const weights = new Float64Array(size)
  const pace = new Float64Array(size)
  const spread = new Float64Array(size)
  const samples = (none ? from : from.filter(({ right }) => right.includes(true))).map(pack)
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
  return [...weights]
}

function pack({ features, right }: ChoiceSample): Packed {
  return {
    values: Float64Array.from(features.flat()),
    wanted: Uint8Array.from(right, Number),
    odds: new Float64Array(features.length),
  }
}

function addSlope(
  slope: Float64Array,
  weights: Float64Array,
  { values, wanted, odds }: Packed,
  { none, count }: { readonly none: boolean; readonly count: number },
): void {
  const size = weights.length
  let most = none ? 0 : -Infinity
  for (let at = 0; at < odds.length; at++) {
    let sum = 0
    for (let k = 0; k < size; k++) sum += (values[at * size + k] ?? 0) * (weights[k] ?? 0)
    odds[at] = sum
    if (sum > most) most = sum
  }
  let sum = none ? Math.exp(-most) : 0
  let rightSum = 0
  for (let at = 0; at < odds.length; at++) {
    const power = Math.exp((odds[at] ?? 0) - most)
    odds[at] = power
    sum += power
    if (wanted[at] === 1) rightSum += power
  }
  for (let at = 0; at < odds.length; at++) {
    const power = odds[at] ?? 0
    const share = wanted[at] === 1 && rightSum > 0 ? power / rightSum : 0
    const miss = (power / sum - share) / count
    for (let k = 0; k < size; k++) slope[k] = (slope[k] ?? 0) + miss * (values[at * size + k] ?? 0)
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

/** The most odds that any choice of each sample has under the weights: how sure they are that one is right at all. */
export function mostOdds(weights: readonly number[], among: readonly ChoiceSample[]): number[] {
  return among.map(({ features }) => Math.max(...features.map((values) => dot(values, weights))))
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

function dot(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)
}
