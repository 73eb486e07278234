import { seededRandom } from '../seeded-random.ts'
import { packTermWeights, type TermWeights } from './term-weights.ts'

/** A text as terms with weights, and the class it belongs to. */
export type Example = {
  readonly terms: readonly (readonly [term: string, weight: number])[]
  readonly label: number
  readonly weight: number
}

/** Rounds over all examples; more change nothing measurable. */
const ROUNDS = 8
const STEP = 0.5
/** How strongly weights are kept small. */
const RESTRAINT = 1e-4
/** What a weight has moved before it moves, so that the first steps are not too long. */
const MOVED = 0.01
/** A probability off by less than this teaches nothing. */
const TRIFLE = 0.002

/** In how many texts a term must stand to be learnt; by class, as much as one of the classes that it stands in asks for. */
type LeastTexts = number | ((label: number) => number)

/**
 * Learns which terms speak for which class: multinomial logistic regression over texts of unit length, one text after
 * another in another order each round, every weight at a pace of its own (AdaGrad, Duchi et al. 2011). A text's place in
 * an order is drawn by its own terms: one text more or less leaves the order of all others as it is, and what is learnt
 * changes by what that text says alone. Takes some five seconds for 34,000 texts and 55 classes; call it in a worker.
 */
export function trainTermWeights(
  examples: readonly Example[],
  classes: number,
  { leastTexts = 1 }: { readonly leastTexts?: LeastTexts } = {},
): TermWeights {
  const vocabulary = vocabularyOf(examples, leastTexts)
  const texts = examples.map((example) => read(example, vocabulary))
  const rows = new Float32Array(vocabulary.size * classes)
  const moved = new Float32Array(rows.length).fill(MOVED)
  const miss = new Float64Array(classes)
  const missed = new Uint8Array(classes)
  for (let round = 0; round < ROUNDS; round++) {
    for (const { ids, values, label, weight } of inOrderOf(round, texts)) {
      softmax(rows, ids, values, miss)
      miss[label] = (miss[label] ?? 0) - 1
      const count = classesMissed(miss, missed)
      for (let k = 0; k < ids.length; k++) {
        const start = (ids[k] ?? 0) * classes
        const share = (values[k] ?? 0) * weight
        for (let m = 0; m < count; m++) {
          const c = missed[m] ?? 0
          const slope = share * (miss[c] ?? 0) + RESTRAINT * (rows[start + c] ?? 0)
          const far = (moved[start + c] ?? 0) + slope * slope
          moved[start + c] = far
          rows[start + c] = (rows[start + c] ?? 0) - (STEP * slope) / Math.sqrt(far)
        }
      }
    }
  }
  return packTermWeights(classes, vocabulary, rows)
}

type Text = {
  readonly ids: Uint32Array
  readonly values: Float32Array
  readonly label: number
  readonly weight: number
  /** A number drawn by its terms. */
  readonly lot: number
}

/** The texts in the order of a round. */
function inOrderOf(round: number, texts: readonly Text[]): readonly Text[] {
  const drawn = texts.map((text) => ({ text, place: seededRandom(text.lot + round)() }))
  return drawn.sort((one, other) => one.place - other.place).map(({ text }) => text)
}

/** Numbers for the terms that stand in so many texts at least. */
function vocabularyOf(examples: readonly Example[], leastTexts: LeastTexts): Map<string, number> {
  const texts = new Map<string, number>()
  for (const { terms } of examples) for (const [term] of terms) texts.set(term, (texts.get(term) ?? 0) + 1)
  const vocabulary = new Map<string, number>()
  for (const { terms, label } of examples) {
    const least = typeof leastTexts === 'number' ? leastTexts : leastTexts(label)
    for (const [term] of terms)
      if (!vocabulary.has(term) && (texts.get(term) ?? 0) >= least) vocabulary.set(term, vocabulary.size)
  }
  return vocabulary
}

/** FNV-1a over the terms (Fowler, Noll, Vo). */
function lotOf(terms: Example['terms']): number {
  let hash = 0x811c9dc5
  for (const [term] of terms)
    for (let at = 0; at < term.length; at++) hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function read({ terms, label, weight }: Example, vocabulary: ReadonlyMap<string, number>): Text {
  const length = Math.sqrt(terms.reduce((sum, [, value]) => sum + value ** 2, 0)) || 1
  const ids: number[] = []
  const values: number[] = []
  for (const [term, value] of terms) {
    const id = vocabulary.get(term)
    if (id === undefined) continue
    ids.push(id)
    values.push(value / length)
  }
  return { ids: Uint32Array.from(ids), values: Float32Array.from(values), label, weight, lot: lotOf(terms) }
}

/** The classes that are wrong by more than a trifle, into `missed`; their number is returned. What is known already needs no learning. */
function classesMissed(miss: Float64Array, missed: Uint8Array): number {
  let count = 0
  for (let c = 0; c < miss.length; c++) if (Math.abs(miss[c] ?? 0) > TRIFLE) missed[count++] = c
  return count
}

/** Probabilities of the classes, into `scores`. */
function softmax(rows: Float32Array, ids: Uint32Array, values: Float32Array, scores: Float64Array): void {
  const classes = scores.length
  const startOf = (k: number): number => (ids[k] ?? 0) * classes
  const valueOf = (k: number): number => values[k] ?? 0
  scores.fill(0)
  let k = 0
  // Four terms at a time, added in the same order: most of learning is this loop.
  for (; k + 3 < ids.length; k += 4) {
    const [a, b, c, d] = [startOf(k), startOf(k + 1), startOf(k + 2), startOf(k + 3)]
    const [u, v, w, x] = [valueOf(k), valueOf(k + 1), valueOf(k + 2), valueOf(k + 3)]
    for (let i = 0; i < classes; i++)
      scores[i] =
        (scores[i] ?? 0) +
        u * (rows[a + i] ?? 0) +
        v * (rows[b + i] ?? 0) +
        w * (rows[c + i] ?? 0) +
        x * (rows[d + i] ?? 0)
  }
  for (; k < ids.length; k++) {
    const [start, value] = [startOf(k), valueOf(k)]
    for (let i = 0; i < classes; i++) scores[i] = (scores[i] ?? 0) + value * (rows[start + i] ?? 0)
  }
  let most = -Infinity
  for (let c = 0; c < classes; c++) most = Math.max(most, scores[c] ?? 0)
  let sum = 0
  for (let c = 0; c < classes; c++) {
    const power = Math.exp((scores[c] ?? 0) - most)
    scores[c] = power
    sum += power
  }
  for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) / sum
}
