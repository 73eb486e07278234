import type { AskedTerms } from '../question-terms.ts'
import type { TermWeights } from './train.ts'

/** Knows guides by the words people use for them, learnt from the staff's own files. */
export type Recogniser = {
  /**
   * For every guide, in order, how much more likely than no guide at all the words mean it: log-odds cut to -8 … 8 and
   * divided by 8, so -1 … 1. Words never met count as not understood.
   */
  readonly recognise: (asked: AskedTerms) => Float32Array
}

const MOST = 8

/** A recogniser over learnt weights; the last class is none of the guides. */
export function createRecogniser({ classes, vocabulary, rows }: TermWeights): Recogniser {
  return {
    recognise(asked) {
      const scores = new Float64Array(classes)
      let squares = 0
      for (const [term, weight] of spokenTerms(asked)) {
        squares += weight ** 2
        const id = vocabulary.get(term)
        if (id === undefined) continue
        for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + weight * (rows[id * classes + c] ?? 0)
      }
      const length = Math.sqrt(squares) || 1
      const none = (scores[classes - 1] ?? 0) / length
      return Float32Array.from({ length: classes - 1 }, (_, at) => {
        const odds = (scores[at] ?? 0) / length - none
        return Math.max(-MOST, Math.min(MOST, odds)) / MOST
      })
    },
  }
}

/** The terms that were said or meant; other names of the same thing would only blur it. */
export function spokenTerms(asked: AskedTerms): [term: string, weight: number][] {
  return [...asked].flatMap(([term, { weight, origin }]) => (origin === 'added' ? [] : [[term, weight]]))
}
