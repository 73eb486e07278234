import type { z } from 'zod'
import type { ToolInputs } from '../tool-contract.ts'
import type { Turn } from './read-prompt.ts'
import { makesComplaint } from './complaint.ts'
import type { Segment } from './segments.ts'
import type { Understanding } from './understand.ts'

/** Proposes something, be it in the form of a question: 能不能增设一个站, 建议缩短时限. */
const PROPOSING = /能不能|能否|可否|可不可以|是否(?:可以|能)|^我?(?:建议|希望|呼吁)|\bcould\b|\bsuggest\w*/

/** Tells how things should be: no guide answers that, whatever matter it is about. One that asks something as well is answered first. */
export function proposes({ briefing }: Turn, { plain, segments }: Understanding): boolean {
  if (briefing.kind !== 'suggestion' || briefing.application !== undefined) return false
  return !makesComplaint(plain) && !segments.some(asksAside)
}

/** A question by its form; words that stand alone ask as soon as they name a section: 国家鼓励给多大年纪的老人津贴. */
function asksAside({ clauses }: Segment, _at: number, segments: readonly Segment[]): boolean {
  const alone = segments.length === 1 && clauses.length === 1
  return clauses.some(
    ({ formed, sections, text }) => (formed || (alone && sections.length > 0)) && !PROPOSING.test(text),
  )
}

/** Why people should hear what no guide answers; undefined for a question, and while a form is in hand. */
export function forPeople({ briefing }: Turn): 'complaint' | 'suggestion' | undefined {
  return briefing.application === undefined ? briefing.kind : undefined
}

type Declined = z.input<typeof ToolInputs.decline>
type Handed = z.input<typeof ToolInputs.handOver>

/** Nothing answers it: what is a complaint or a suggestion goes to people, anything else is declined. */
export function cannotAnswer(
  turn: Turn,
  reason: Declined['reason'],
): { readonly tool: 'decline'; readonly input: Declined } | { readonly tool: 'handOver'; readonly input: Handed } {
  const kind = forPeople(turn)
  return kind === undefined ? { tool: 'decline', input: { reason } } : { tool: 'handOver', input: { reason: kind } }
}
