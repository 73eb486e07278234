import { plainForm, readKindCues } from '../../language/index.ts'
import type { WeightedTerm } from './term-scores.ts'

/** What a run of characters counts by its length. */
const RUN_WEIGHT = [0.3, 0.7, 0.7]
const CUE_WEIGHT = 3

/** Longer stories say what they want at the beginning and at the end. */
const MOST_READ = 600

/** A receipt number, an id or a token: its letters are drawn by lot and say nothing. */
const CODE = /(?=[a-z_-]*\d)[a-z\d_-]{6,}|[a-z\d_-]{24,}/g

const BREAK = /[^\p{L}\p{N}]+/u
const EDGE = '·'

/**
 * Terms that tell what a message is written for: runs of one to three characters, the edges of clauses among them, and the
 * ways of speaking the ear knows. Numbers and cuts at spaces say nothing.
 */
export function kindTerms(message: string): WeightedTerm[] {
  const text = ends(plainForm(message)).replaceAll(CODE, '0').replaceAll(/\d+/g, '0')
  const said = new Map<string, number>()
  for (const clause of text.split(BREAK)) {
    if (clause === '') continue
    const characters = [EDGE, ...Array.from(clause), EDGE]
    for (const [shorter, weight] of RUN_WEIGHT.entries()) {
      for (let at = 0; at + shorter < characters.length; at++)
        said.set(characters.slice(at, at + shorter + 1).join(''), weight)
    }
  }
  for (const cue of readKindCues(text)) said.set(`cue ${cue}`, CUE_WEIGHT)
  return [...said]
}

function ends(text: string): string {
  return text.length <= MOST_READ ? text : `${text.slice(0, MOST_READ / 2)}\n${text.slice(-MOST_READ / 2)}`
}
