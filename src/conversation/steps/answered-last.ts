import type { Turn } from '../turn.ts'

const CITED = /\[\d+\]/

/**
 * The question whose answer stands last in the conversation; undefined where something else does, or a form is in hand.
 * `asked` gives what a message of hers asks, empty for one that only speaks of the talk: what was said to that is passed over.
 */
export function answeredLast(
  { inHand: { active, history } }: Turn,
  asked: (words: string) => string,
): string | undefined {
  if (active !== undefined) return undefined
  let answer = ''
  let cited = false
  for (const { role, text } of history.toReversed()) {
    if (role === 'assistant') answer = text
    else {
      cited ||= CITED.test(answer)
      const question = asked(text)
      if (question !== '') return cited ? question : undefined
    }
  }
  return undefined
}
