import type { Turn } from './read-prompt.ts'
import { residueOf } from './subject.ts'
import type { Understanding } from './understand.ts'

/** True when the message leaves the matter open and nothing in the conversation tells it. */
export function lacksSubject(turn: Turn, heard: Understanding): boolean {
  const { application, lastGuide } = turn.briefing
  if (application || lastGuide || turn.earlier.length > 0) return false
  return heard.segments.every(({ text }) => residueOf(text).length === 0)
}
