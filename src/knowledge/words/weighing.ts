import type { LexicalDials } from './lexical-index.ts'
import { CLASSES, type CountedField, type TermCounts } from './term-counts.ts'

/** What the impacts of one document are worked out from: the lengths and weights of all of them. */
export type Weighing = {
  /** In units of the mean weight: heavy fields must not saturate sooner only for being heavy. */
  readonly k1: number
  readonly b: number
  /** Mean length by field and class of term, over the documents whose field is not empty. */
  readonly averages: readonly (readonly number[])[]
}

/** How long the fields of all documents are. */
type Lengths = Pick<TermCounts, 'documentEnds' | 'fieldWeights' | 'fieldLengths'>

export function lengthsOf(documents: readonly (readonly CountedField[])[]): Lengths {
  const fields = documents.flat()
  const fieldLengths = new Uint32Array(fields.length * CLASSES)
  fields.forEach(({ text }, at) => {
    for (let kind = 0; kind < CLASSES; kind++) fieldLengths[at * CLASSES + kind] = text[kind] ?? 0
  })
  let end = 0
  return {
    documentEnds: Uint32Array.from(documents, (own) => (end += own.length)),
    fieldWeights: Float32Array.from(fields, ({ weight }) => weight),
    fieldLengths,
  }
}

/**
 * Steps in which means are rounded, by doubling: 6 % each. So they hold while a document among many is changed, and with
 * them what was worked out for all others.
 */
const STEPS_A_DOUBLING = 12

export function weighingOf(lengths: Lengths, { k1, b }: LexicalDials): Weighing {
  return {
    k1: k1 * rounded(meanWeight(lengths)),
    b,
    averages: averageLengths(lengths).map((row) => row.map(rounded)),
  }
}

export function shareOf(
  weight: number,
  length: number,
  { b, averages }: Weighing,
  field: number,
  kind: number,
): number {
  const average = averages[field]?.[kind] ?? 0
  return weight / (1 - b + b * (average === 0 ? 1 : length / average))
}

function rounded(mean: number): number {
  return mean === 0 ? 0 : 2 ** (Math.round(Math.log2(mean) * STEPS_A_DOUBLING) / STEPS_A_DOUBLING)
}

function lengthOf({ fieldLengths }: Lengths, field: number): number {
  let length = 0
  for (let kind = 0; kind < CLASSES; kind++) length += fieldLengths[field * CLASSES + kind] ?? 0
  return length
}

function meanWeight(counted: Lengths): number {
  let terms = 0
  let weighted = 0
  counted.fieldWeights.forEach((weight, field) => {
    const length = lengthOf(counted, field)
    terms += length
    weighted += weight * length
  })
  return terms === 0 ? 1 : weighted / terms
}

function averageLengths(counted: Lengths): number[][] {
  const sums: number[][] = []
  const filled: number[] = []
  let start = 0
  for (const end of counted.documentEnds) {
    for (let field = start; field < end; field++) {
      if (lengthOf(counted, field) === 0) continue
      const position = field - start
      filled[position] = (filled[position] ?? 0) + 1
      const row = (sums[position] ??= Array.from({ length: CLASSES }, () => 0))
      for (let kind = 0; kind < CLASSES; kind++) {
        row[kind] = (row[kind] ?? 0) + (counted.fieldLengths[field * CLASSES + kind] ?? 0)
      }
    }
    start = end
  }
  return sums.map((row, position) => row.map((sum) => sum / (filled[position] ?? 1)))
}
