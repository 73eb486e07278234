import type { ElementContext } from '../../language/element.ts'
import {
  asSeen,
  bereaved,
  elements,
  joinTypedApart,
  normalise,
  readEmergency,
  readForeign,
  readLocale,
  readPinyin,
} from '../../language/index.ts'
import type { Locale, StaffContent } from '../../content/index.ts'
import { boundaryHeard, isCrisisSomewhere } from './boundary-heard.ts'
import type { ConversationState } from '../kept/conversation-state.ts'
import { isEnglish } from './english-words.ts'
import { matterNames } from './matter-names.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { Step, Turn } from '../turn.ts'

/** Longest message that is read, in characters; of a longer one the middle is left out. */
export const MAX_MESSAGE_LENGTH = 5000
/** Of a longer one so much of its beginning is read, and the rest of its end: most people end with what they ask. */
const READ_OF_BEGINNING = 2000

/**
 * Lets a message in: invisible characters out, its language read, too long or empty said so; pinyin and characters typed apart become words.
 * A cry for help is answered at once with the right number, whatever else is going on.
 */
export function createAdmit({ content, library }: Pick<Rooms, 'content' | 'library'>): Step {
  /**
   * What is put to her may be answered with all sorts of words, so that only strong evidence of a cry counts there; and a
   * question that is answered freely may be answered with an accident that is over.
   */
  const criesForHelp = ({ state, ...turn }: Turn): boolean => {
    if (!awaitsAnswer(state)) return boundaryHeard(library, { ...turn, state }) === 'crisis'
    const heard = library.boundaryOf(turn.asks)
    return (
      heard?.kind === 'crisis' &&
      heard.strong &&
      isCrisisSomewhere(library, turn.asks) &&
      !isAnsweredFreely(state.asked?.field, content())
    )
  }

  return (given) => {
    const typed = joinTypedApart(normalise(asSeen(given.message)).trim())
    const words = shortened(readPinyin(typed, matterNames(content())) ?? typed)
    const locale = localeOfWords(words, given, content())
    const turn: Turn = { ...given, words, asks: words, locale }
    const say = speechIn(content(), locale)

    if (words === '') {
      turn.write({ type: 'text', text: say('empty') })
      return { turn, outcome: { outcome: 'blocked', reason: 'empty', engine: 'none' } }
    }
    if (typed.length > MAX_MESSAGE_LENGTH) turn.write({ type: 'text', text: `${say('too-long')}\n` })
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

/** A message too long to read whole: its beginning and its end. */
function shortened(words: string): string {
  if (words.length <= MAX_MESSAGE_LENGTH) return words
  return `${words.slice(0, READ_OF_BEGINNING)}\n${words.slice(READ_OF_BEGINNING - MAX_MESSAGE_LENGTH + 1)}`
}

/** Whether something was put to the citizen that her words may answer. */
function awaitsAnswer({ asked, consent, reviewing, lastChoices }: ConversationState): boolean {
  return asked !== undefined || consent !== undefined || reviewing || lastChoices.length > 0
}

/** Whether a field of this id takes whatever is said. */
function isAnsweredFreely(asked: string | undefined, { services }: Pick<StaffContent, 'services'>): boolean {
  return [...services.values()].some(({ fields }) =>
    fields.some(({ id, element }) => id === asked && element === 'text'),
  )
}

/** A receipt number, a query code, a plate: Latin letters and digits grown together are no words. */
const CODED = /(?=[A-Z-]*\d)[A-Z\d-]{4,}/giu

/** Fewest Latin words that make a message English, whatever Chinese names stand in it: "ok", a name or an email address does not. */
const ENGLISH_WORDS = 3

/** The locale of a message; one that does not tell goes on in that of the conversation. */
function localeOfWords(
  words: string,
  { locale, number }: Pick<Turn, 'locale' | 'number'>,
  content: Pick<StaffContent, 'guides'>,
): Locale {
  // Numbers, codes and emoji alone say nothing about the language, and what is not read is answered in that of the conversation.
  if (!/\p{L}{2}/u.test(words.replaceAll(CODED, ' ')) || readForeign(words) !== undefined) return locale
  const heard = readLocale(words, locale === 'zh-Hant' ? 'zh-Hant' : 'zh-Hans')
  if (number === 0 && heard === 'en' && !isEnglish(words, content)) return locale
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
