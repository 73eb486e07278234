/** A text as terms with weights, and the class it belongs to. */
export type Example = {
  readonly terms: readonly (readonly [term: string, weight: number])[]
  readonly label: number
  readonly weight: number
}

/** A linear map from terms to classes: `rows` holds one row a term, `classes` wide. */
export type TermWeights = {
  readonly classes: number
  readonly vocabulary: ReadonlyMap<string, number>
  readonly rows: Float32Array
}

/** Rounds over all examples; more change nothing measurable. */
const ROUNDS = 40
const STEP = 50
const MOMENTUM = 0.9
/** How strongly weights are kept small. */
const RESTRAINT = 1e-4

/**
 * Learns which terms speak for which class: multinomial logistic regression over texts of unit length, by full steps
 * with momentum, so that the same examples always give the same weights. Takes about two seconds for 5,000 texts and 55
 * classes; call it in a worker.
 */
export function trainTermWeights(examples: readonly Example[], classes: number): TermWeights {
  const vocabulary = new Map<string, number>()
  const texts = examples.map(({ terms }) => unitLength(terms, vocabulary))
  const rows = new Float32Array(vocabulary.size * classes)
  const speed = new Float32Array(rows.length)
  const slope = new Float32Array(rows.length)
  const scores = new Float64Array(classes)
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < rows.length; at++) slope[at] = RESTRAINT * (rows[at] ?? 0)
    examples.forEach(({ label, weight }, index) => {
      const { ids, values } = texts[index] ?? EMPTY
      softmax(rows, ids, values, scores)
      scores[label] = (scores[label] ?? 0) - 1
      for (let k = 0; k < ids.length; k++) {
        const start = (ids[k] ?? 0) * classes
        const share = ((values[k] ?? 0) * weight) / total
        for (let c = 0; c < classes; c++) slope[start + c] = (slope[start + c] ?? 0) + share * (scores[c] ?? 0)
      }
    })
    for (let at = 0; at < rows.length; at++) {
      speed[at] = MOMENTUM * (speed[at] ?? 0) - STEP * (slope[at] ?? 0)
      rows[at] = (rows[at] ?? 0) + (speed[at] ?? 0)
    }
  }
  return { classes, vocabulary, rows }
}

type Text = { readonly ids: Uint32Array; readonly values: Float32Array }
const EMPTY: Text = { ids: new Uint32Array(), values: new Float32Array() }

function unitLength(terms: Example['terms'], vocabulary: Map<string, number>): Text {
  const length = Math.sqrt(terms.reduce((sum, [, weight]) => sum + weight ** 2, 0)) || 1
  const ids = terms.map(([term]) => {
    const known = vocabulary.get(term)
    if (known !== undefined) return known
    vocabulary.set(term, vocabulary.size)
    return vocabulary.size - 1
  })
  return { ids: Uint32Array.from(ids), values: Float32Array.from(terms, ([, weight]) => weight / length) }
}

/** Probabilities of the classes, into `scores`. */
function softmax(rows: Float32Array, ids: Uint32Array, values: Float32Array, scores: Float64Array): void {
  const classes = scores.length
  scores.fill(0)
  for (let k = 0; k < ids.length; k++) {
    const start = (ids[k] ?? 0) * classes
    const value = values[k] ?? 0
    for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + value * (rows[start + c] ?? 0)
  }
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity)
  let sum = 0
  for (let c = 0; c < classes; c++) {
    const power = Math.exp((scores[c] ?? 0) - most)
    scores[c] = power
    sum += power
  }
  for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) / sum
}
