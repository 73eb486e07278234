import type { AskedTerms, QuestionReader } from '../words/question-terms.ts'
import type { Recogniser } from './recogniser.ts'

/** A message longer than this, in characters, is a story in which the matter is named somewhere. */
const STORY = 24
/** Parts of a story are read in pieces of at least this length. */
const PART = 10
const PART_END = /[，。？！；：、,.?!;\s]+/u
/** What the whole counts against the part of it that says most. */
const WHOLE = 0.5

/** What the words of a question say of every guide, as `recognise` does; of a story its clearest part counts as well. */
export function recogniseParts(
  { recognise }: Recogniser,
  question: string,
  asked: AskedTerms,
  read: QuestionReader,
): Float32Array {
  const whole = recognise(asked)
  if (question.length <= STORY) return whole
  const most = Float32Array.from(whole)
  for (const part of partsOf(question)) {
    const own = recognise(read(part))
    for (let at = 0; at < most.length; at++) most[at] = Math.max(most[at] ?? -1, own[at] ?? -1)
  }
  return whole.map((value, at) => WHOLE * value + (1 - WHOLE) * (most[at] ?? value))
}

/** The clauses of a message, short ones together with the next. */
function partsOf(question: string): string[] {
  const parts: string[] = []
  let open = ''
  for (const clause of question.split(PART_END)) {
    open += clause
    if (open.length < PART) continue
    parts.push(open)
    open = ''
  }
  return open === '' ? parts : [...parts, open]
}
