import type { Turn } from './turn.ts'

const CITED = /\[\d+\]/

/**
 * The question whose answer stands last in the conversation; undefined where something else does, or a form is in hand.
 * `asked` gives what a message of hers asks, empty for one that only speaks of the talk.
 */
export function answeredLast(
  { inHand: { active, history } }: Turn,
  asked: (words: string) => string,
): string | undefined {
  const answered = history.findLast(({ role, text }) => role === 'assistant' && text !== '')
  if (active !== undefined || answered === undefined || !CITED.test(answered.text)) return undefined
  return history
    .filter(({ role }) => role === 'user')
    .map(({ text }) => asked(text))
    .findLast((text) => text !== '')
}
