import { MESSAGE_KINDS, type MessageKind } from '../../content/message-kind.ts'
import { readKindCues, type KindCue } from '../../language/index.ts'
import { kindTerms } from './kind-terms.ts'
import { termScores } from './term-scores.ts'
import type { TermWeights } from './term-weights.ts'

/**
 * How much more has to speak for a kind than for a question, in log-odds. The examples hold as many of each, while ten
 * citizens ask for one that complains. Chosen on the first half of `npm run bench:messages`. Source: docs/decisions/0028.
 */
const HEAD_START: Readonly<Record<MessageKind, number>> = { question: 0, complaint: 2.75, suggestion: 1.5 }

/** Without one of these nothing is complained of or suggested, however like the examples the words are. */
const NEEDED: Readonly<Record<Exclude<MessageKind, 'question'>, ReadonlySet<KindCue>>> = {
  complaint: new Set(['money-back', 'put-off', 'harmed', 'demands', 'reported', 'hopes', 'promised']),
  suggestion: new Set(['proposes', 'hopes', 'improves', 'asks-whether']),
}

/** Too short to say what it is written for, in characters. */
const SHORT = 8

/** A reader of kinds over learnt weights; undefined where there was nothing to learn from. */
export function kindReader(weights: TermWeights): ((message: string) => MessageKind) | undefined {
  if (weights.marks.length === 0) return undefined
  return (message) => {
    if (message.trim().length < SHORT) return 'question'
    const scores = termScores(weights, kindTerms(message))
    const lead = (kind: MessageKind): number => (scores[MESSAGE_KINDS.indexOf(kind)] ?? 0) - HEAD_START[kind]
    const kind = MESSAGE_KINDS.reduce((best, one) => (lead(one) > lead(best) ? one : best))
    if (kind === 'question') return kind
    return readKindCues(message).some((cue) => NEEDED[kind].has(cue)) ? kind : 'question'
  }
}
