import {
  besideQuotedLaw,
  isNoise,
  isOnlyParticulars,
  readAct,
  readDecision,
  readForeign,
  readQuestionTypes,
} from '../../language/index.ts'
import { bringsCase } from '../acts/track-case.ts'
import { isEnglish } from './english-words.ts'
import { goOn } from '../telling/go-on.ts'
import type { Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { Step, Turn } from '../turn.ts'

const NOT_READ: Outcome = { outcome: 'out-of-scope', reason: 'small-talk', engine: 'none' }
const CLARIFY: Outcome = { outcome: 'clarify', engine: 'none' }

/**
 * Words that nothing can be read from: another language, code, keys struck at random, a law pasted whole; and who somebody
 * is, with no matter in hand that it could be for. Nothing of them is searched for or written into a form.
 */
export function createHearUnreadable(rooms: Pick<Rooms, 'content' | 'counter'>): Step {
  return (given) => {
    const say = speechIn(rooms.content(), given.locale)
    const own = besideQuotedLaw(given.words)
    if (own !== undefined && !asksSomething(own)) return goOn(rooms, given, say, [say('quoted-law')], CLARIFY)
    const turn = own === undefined ? given : { ...given, words: own, asks: own, said: given.said ?? given.words }
    const unread = bringsCase(turn) ? undefined : unreadable(turn, rooms)
    if (unread !== undefined) return goOn(rooms, turn, say, [say(unread)], NOT_READ)
    if (isWithoutMatter(turn) && isOnlyParticulars(turn.words))
      return goOn(rooms, turn, say, [say('no-matter')], CLARIFY)
    return { turn }
  }
}

function asksSomething(words: string): boolean {
  return /[?？]/u.test(words) || readQuestionTypes(words).length > 0 || readAct(words).length > 0
}

/** Words in an answer that may be a foreign name. */
const NAME_WORDS = 4

const NOD = 12

/** The text that says why the words cannot be read; undefined when they can. */
function unreadable({ words, inHand, state }: Turn, { content }: Pick<Rooms, 'content'>): string | undefined {
  const latin = !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(words)
  const short = words.split(/\s+/u).length <= NAME_WORDS && !/[?？]/u.test(words)
  const answers = inHand.active !== undefined || inHand.cases.length > 0 || state.lastChoices.length > 0
  if (latin && short && answers && /\p{L}/u.test(words) && !isNoise(words)) return undefined
  const language = readForeign(words)
  if (language !== undefined) return `foreign-${language}`
  if (isNoise(words)) return isNod(words) ? undefined : 'unreadable'
  const letters = /\p{L}{2}/u.test(words)
  // Short capitals are the name of something: ETC.
  const unknown = latin && letters && !/^\p{Lu}{2,5}$/u.test(words) && !isEnglish(words, content())
  return unknown && (!answers || /[?？]/u.test(words)) && !isOnlyParticulars(words) ? 'foreign-other' : undefined
}

/** A thumb up or 好好好好好 decides something, and needs no letters for it; hundreds of them do not. */
function isNod(words: string): boolean {
  return words.length < NOD && readDecision(words) !== undefined
}

/** Nothing was asked, filled in or filed that particulars could belong to. */
function isWithoutMatter({ inHand, state }: Turn): boolean {
  return (
    inHand.active === undefined &&
    inHand.cases.length === 0 &&
    state.asked === undefined &&
    state.lastChoices.length === 0 &&
    state.supplement === undefined
  )
}
