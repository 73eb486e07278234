import type { Turn } from './read-prompt.ts'
import { makesComplaint } from './complaint.ts'
import type { Segment } from './segments.ts'
import type { Understanding } from './understand.ts'

/** A question by which something is proposed: 能不能增设一个站, 是否可以早点开门. */
const PROPOSING = /能不能|能否|可否|可不可以|是否(?:可以|能)|建议|希望|应当|应该|\bcould\b|\bsuggest\w*/

/** Tells how things should be: no guide answers that, whatever matter it is about. One that asks for a section as well is answered first. */
export function proposes({ briefing }: Turn, { plain, segments }: Understanding): boolean {
  if (briefing.kind !== 'suggestion' || briefing.application !== undefined) return false
  return !makesComplaint(plain) && !segments.some(asksAside)
}

function asksAside({ clauses }: Segment): boolean {
  return clauses.some(({ formed, sections, text }) => formed && sections.length > 0 && !PROPOSING.test(text))
}

/** Why people should hear what no guide answers; undefined for a question, and while a form is in hand. */
export function forPeople({ briefing }: Turn): 'complaint' | 'suggestion' | undefined {
  return briefing.application === undefined ? briefing.kind : undefined
}
