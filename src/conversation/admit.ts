import { normalise, readEmergency, readLocale } from '../language/index.ts'
import type { Rooms } from './rooms.ts'
import { speechIn } from './speech.ts'
import type { Step, Turn } from './turn.ts'

/** Longest message that is read, in characters; a longer one is asked to be cut. */
export const MAX_MESSAGE_LENGTH = 4000

/**
 * Lets a message in: invisible characters out, its language read, too long or empty said so.
 * A cry for help is answered at once with the right number, whatever else is going on.
 */
export function createAdmit({ content }: Pick<Rooms, 'content'>): Step {
  return (given) => {
    const words = normalise(given.message).trim()
    const locale = hasLetters(words) ? readLocale(words) : given.locale
    const turn: Turn = { ...given, words, locale }
    const say = speechIn(content(), locale)

    if (words === '') {
      turn.write({ type: 'text', text: say('empty') })
      return { turn, outcome: { outcome: 'blocked', reason: 'empty', engine: 'none' } }
    }
    if (words.length > MAX_MESSAGE_LENGTH) {
      turn.write({ type: 'text', text: say('too-long') })
      return {
        turn: { ...turn, words: words.slice(0, 200) },
        outcome: { outcome: 'blocked', reason: 'too-long', engine: 'none' },
      }
    }
    const hotline = readEmergency(words)
    if (hotline !== undefined) {
      turn.write({ type: 'text', text: say(`crisis-${hotline}`) })
      return { turn, outcome: { outcome: 'crisis', reason: hotline, engine: 'none' } }
    }
    return { turn }
  }
}

/** Numbers and emoji alone say nothing about the language. */
function hasLetters(words: string): boolean {
  return /\p{L}{2}/u.test(words)
}
