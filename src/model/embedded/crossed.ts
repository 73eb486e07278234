import type { Briefing } from '../briefing.ts'
import type { Boundary } from './boundaries.ts'
import { hear } from './hear.ts'
import { plainWords } from './plain-words.ts'
import type { Turn } from './read-prompt.ts'
import type { Segment } from './segments.ts'

const REASONS = {
  unsafe: 'unsafe',
  prying: 'unsafe',
  verdict: 'personal-advice',
  political: 'out-of-scope',
  'other-place': 'other-city',
  promise: 'promise',
} as const

const ELSEWHERE =
  /\b(?:in|at|from|to|for) (?!Xiamen|China|Chinese|Fujian|Taiwan|Hong|Macao|Macau|English|I\b)[A-Z][a-z]+/

/** Who comes from elsewhere to stay has her matter here. */
const COMES_HERE = /来(?:我们?家|咱们?家|我这|我们这)/u

/** What of the message was read for the form in hand. */
type Given = { readonly values: Readonly<Record<string, string>>; readonly segments: readonly Segment[] }

/** The boundary that the learnt ear hears crossed. */
export function crossed(turn: Turn, given: Given): Boundary | undefined {
  const boundary = learnt(turn)
  if (boundary === undefined || boundary === 'handoff') return undefined
  if (turn.briefing.application !== undefined && answersForm(turn, given, boundary)) return undefined
  // Whoever complains tells of a wrong done to her.
  if (REASONS[boundary] === 'unsafe' && turn.briefing.kind === 'complaint') return undefined
  // What sounds like elsewhere is learnt from Chinese; English has to name the place.
  if (boundary === 'other-place' && turn.briefing.locale === 'en' && !ELSEWHERE.test(turn.words)) return undefined
  if (boundary === 'other-place' && COMES_HERE.test(turn.words)) return undefined
  return REASONS[boundary]
}

/** Whether the learnt ear hears a person asked for; for that a form has words of its own. */
export function wantsPerson(turn: Turn): boolean {
  return turn.briefing.application === undefined && learnt(turn) === 'handoff'
}

/** A wish goes on with the matter spoken of, whatever it sounds like: 给我办一下. */
function learnt({ briefing, words }: Turn): Briefing['boundary'] {
  const goesOn = briefing.lastGuide !== undefined && hear(plainWords(words)).acts.includes('apply')
  return goesOn ? undefined : briefing.boundary
}

/** Who wants something done for her answers no question, whatever value stands in the words: 把他那份复制给我. */
const FOR_ME = /[给帮替]我|给俺|\b(?:give|show|send|tell) me\b/iu

/**
 * Whether words for the form in hand answer it: they give a value and want no wrong done, or the question is answered
 * freely, with all sorts of stories. A place stands in many an answer, and is asked about only in a question.
 */
function answersForm(
  { briefing: { application }, words }: Turn,
  { values, segments }: Given,
  boundary: keyof typeof REASONS,
): boolean {
  if (REASONS[boundary] === 'unsafe' && FOR_ME.test(words)) return false
  const asked = application?.fields.find(({ id }) => id === application.asked)
  if (Object.keys(values).length > 0 || asked?.element === 'text') return true
  return boundary === 'other-place' && !segments.some(({ asks }) => asks)
}
