import type { ElementContext } from '../language/element.ts'
import { bereaved, elements, normalise, readEmergency, readLocale } from '../language/index.ts'
import type { Locale } from '../content/index.ts'
import { boundaryHeard } from './boundary-heard.ts'
import type { ConversationState } from './conversation-state.ts'
import type { Rooms } from './rooms.ts'
import { speechIn } from './speech.ts'
import type { Step, Turn } from './turn.ts'

/** Longest message that is read, in characters; a longer one is asked to be cut. */
export const MAX_MESSAGE_LENGTH = 4000

/**
 * Lets a message in: invisible characters out, its language read, too long or empty said so.
 * A cry for help is answered at once with the right number, whatever else is going on.
 */
export function createAdmit({ content, library }: Pick<Rooms, 'content' | 'library'>): Step {
  /** What answers a question of a form tells of an accident that is over, and 有错 is said of a review. */
  const criesForHelp = (turn: Turn): boolean => !awaitsAnswer(turn.state) && boundaryHeard(library, turn) === 'crisis'

  return (given) => {
    const words = normalise(given.message).trim()
    const locale = localeOfWords(words, given)
    const turn: Turn = { ...given, words, asks: words, locale }
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
    const hotline = readEmergency(words) ?? (criesForHelp(turn) ? 'any' : undefined)
    if (hotline !== undefined) {
      turn.write({ type: 'text', text: say(`crisis-${hotline}`) })
      return { turn, outcome: { outcome: 'crisis', reason: hotline, engine: 'none' } }
    }
    // Comfort first, and then what she asks about: both are needed.
    if (bereaved(words)) turn.write({ type: 'text', text: `${say('crisis-bereaved')}\n` })
    return { turn }
  }
}

/** Whether something was put to the citizen that her words may answer. */
function awaitsAnswer({ asked, consent, reviewing, lastChoices }: ConversationState): boolean {
  return asked !== undefined || consent !== undefined || reviewing || lastChoices.length > 0
}

/** Fewest Latin words that make a message English, whatever Chinese names stand in it: "ok", a name or an email address does not. */
const ENGLISH_WORDS = 3

/** The locale of a message; one that does not tell goes on in that of the conversation. */
function localeOfWords(words: string, { locale, number }: Pick<Turn, 'locale' | 'number'>): Locale {
  // Numbers and emoji alone say nothing about the language.
  if (!/\p{L}{2}/u.test(words)) return locale
  const heard = readLocale(words, locale === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans')
  if (number === 0 || heard === locale) return heard
  const english = words.split(/[\s,.!?]+/u).filter((word) => /^[\p{Script=Latin}'’-]+$/u.test(word)).length
  if (locale === 'en') return english >= ENGLISH_WORDS || isProperNoun(words) ? locale : heard
  return heard !== 'en' || english >= ENGLISH_WORDS ? heard : locale
}

const PLACELESS: ElementContext = { today: '', asked: true }

/** True when what is Chinese in the words is a name, an address or the name of a body: those have no English. */
function isProperNoun(words: string): boolean {
  const chinese = words.replaceAll(/[\p{Script=Latin}'’,，.。!\s]+/gu, ' ').trim()
  if (/(?:公司|学校|学院|大学|中学|小学|医院|银行|工作室|[店厂])$/u.test(chinese) && !/[我你您是的了]/u.test(chinese))
    return true
  return [elements.name, elements.address].some((element) =>
    element.read(chinese, PLACELESS).some(({ start, end }) => start === 0 && end === chinese.length),
  )
}
