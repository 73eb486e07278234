import { asks as isQuestion, readAct, readRemark, type Remark } from '../../language/index.ts'
import type { RemarkKind } from '../../content/index.ts'
import { SITUATION } from '../../services/index.ts'
import { bringsCode } from '../acts/track-case.ts'
import { answeredLast } from './answered-last.ts'
import { goOn } from '../telling/go-on.ts'
import type { Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn, type Speech } from '../speech.ts'
import { suggestNext } from '../telling/suggest.ts'
import type { Step, StepResult, Turn } from '../turn.ts'

type Desk = Pick<Rooms, 'content' | 'counter' | 'library'>
type Heard = Remark | { readonly kind: RemarkKind }

/** Remarks that are answers too: whatever was put to the citizen takes them. */
const ANSWERS = new Set<Heard['kind']>(['acknowledge', 'enough', 'more', 'next-step', 'thanks', 'greeting'])

/**
 * What she says of the talk itself: the last answer once more, shorter or in another language, what else there is to ask,
 * who is speaking, why something is asked of her, a case of her own, anger. No model takes part, except in answering the
 * question that is taken up again.
 */
export function createHearRemark(rooms: Desk): Step {
  return async (turn) => {
    const remark = bringsCode(turn) || goesOn(turn) ? undefined : remarkIn(rooms, turn.words)
    if (remark === undefined) return { turn }
    const say = speechIn(rooms.content(), turn.locale)
    if (remark.kind === 'next-step' && turn.inHand.active !== undefined) return goOn(rooms, turn, say, [], CLARIFY)
    if (ANSWERS.has(remark.kind) && isAsked(turn)) return { turn }
    switch (remark.kind) {
      case 'repeat':
      case 'language':
      case 'unclear':
        return takeUpAgain(rooms, {
          ...turn,
          locale: remark.kind === 'language' ? remark.locale : turn.locale,
          plain: turn.plain || remark.kind === 'unclear',
        })
      case 'next-step':
        return turn.state.lastGuide === undefined ? { turn } : { turn: { ...turn, asks: '怎么办理' } }
      case 'more':
      case 'acknowledge':
        return tellWhatElse(rooms, turn, say, remark.kind)
      case 'enough':
        return spoken(turn, say('farewell'), CLARIFY)
      case 'who':
      case 'can-do':
        return goOn(rooms, turn, say, [say(remark.kind === 'who' ? 'who-am-i' : 'what-i-can-do')], SMALL_TALK)
      case 'thanks':
      case 'greeting':
        return spoken(turn, say(remark.kind), SMALL_TALK)
      case 'instructions':
        return goOn(rooms, turn, say, [say('remark-instructions')], SMALL_TALK)
      case 'own-data':
        // 我叫什么名字 asks for what 我叫陈样例 gives.
        return isQuestion(turn.words) || turn.inHand.active === undefined ? tellOwnData(turn, say) : { turn }
      case 'why-asked':
        return tellWhyAsked(rooms, turn, say)
      case 'own-case':
      case 'no-number':
        return tellOwnCase(turn, say, `remark-${remark.kind}`)
      case 'vent':
        return goOn(rooms, turn, say, [say('remark-vent')], CLARIFY)
      case 'anger':
        return soothe(rooms, turn, say, remark.rest)
    }
  }
}

/** 回来了, with a form set aside: she goes on with it. */
function goesOn({ words, inHand: { aside } }: Turn): boolean {
  return aside.length > 0 && readAct(words).some(({ act }) => act === 'resume')
}

function remarkIn({ library }: Desk, words: string): Heard | undefined {
  const read = readRemark(words)
  if (read !== undefined) return read
  const kind = library.remarkOf(words)
  return kind && { kind }
}

const CLARIFY: Outcome = { outcome: 'clarify', engine: 'none' }
const SMALL_TALK: Outcome = { outcome: 'out-of-scope', reason: 'small-talk', engine: 'none' }

/** Whether something was put to her that a yes, a no or 好的 answers. */
function isAsked({ state, inHand }: Turn): boolean {
  return (
    inHand.active !== undefined ||
    state.asked !== undefined ||
    state.consent !== undefined ||
    state.reviewing ||
    state.lastChoices.length > 0 ||
    state.supplement !== undefined
  )
}

function spoken(turn: Turn, text: string, outcome: Outcome): StepResult {
  turn.write({ type: 'text', text })
  return { turn, outcome }
}

/** Answers the last question again, in the language and manner of the turn. */
async function takeUpAgain(rooms: Desk, turn: Turn): Promise<StepResult> {
  const asks = answeredLast(turn, (words) => (remarkIn(rooms, words) === undefined ? words : ''))
  if (asks !== undefined) {
    if (turn.plain !== turn.state.plain) turn.write({ type: 'manner', plain: turn.plain })
    return { turn: { ...turn, asks } }
  }
  const say = speechIn(rooms.content(), turn.locale)
  return goOn(rooms, turn, say, turn.inHand.active === undefined ? [say('remark-repeat-none')] : [], CLARIFY)
}

/** Why the form asks for what it asks for; without a form in hand she speaks of something else. */
async function tellWhyAsked(rooms: Desk, turn: Turn, say: Speech): Promise<StepResult> {
  const { active } = turn.inHand
  const field = active?.fields.find(({ id }) => id === active.next?.field)
  // Where an offer stands open, it is the register that she asks about.
  if (active === undefined || field === undefined || turn.state.consent !== undefined) return { turn }
  const key = field.id === SITUATION ? 'why-asked-situation' : 'why-asked'
  return goOn(rooms, turn, say, [say(key, { label: field.label, title: active.title })], CLARIFY)
}

/** What else can be asked of the matter in hand, or what she wants at all. */
function tellWhatElse({ content }: Desk, turn: Turn, say: Speech, kind: 'more' | 'acknowledge'): StepResult {
  const guide = content().guides.get(turn.state.lastGuide ?? '')
  if (guide === undefined) return spoken(turn, say('remark-acknowledge-none'), CLARIFY)
  const title = turn.locale === 'en' ? guide.titleEn : guide.title
  turn.write({ type: 'text', text: say(`remark-${kind}`, { title }) })
  const suggestions = suggestNext(say, guide, { locale: turn.locale, cited: new Set(), applying: false, denied: false })
  turn.write({ type: 'suggestions', suggestions })
  return { turn, outcome: CLARIFY }
}

/** Of a case filed elsewhere nothing is known, and where to ask is said. */
function tellOwnCase(turn: Turn, say: Speech, key: 'remark-own-case' | 'remark-no-number'): StepResult {
  const { cases, active } = turn.inHand
  // What was filed here, or is being filled, has acts of its own.
  if (active !== undefined || cases.length > 0) return { turn }
  return spoken(turn, say(key), { outcome: 'status', engine: 'none' })
}

/** What she told is in the form in hand, which is shown; without one, how to see all that is kept of her. */
function tellOwnData(turn: Turn, say: Speech): StepResult {
  if (turn.inHand.active !== undefined) return { turn: { ...turn, asks: '看看我填了什么' } }
  return spoken(turn, say('remark-own-data'), { outcome: 'answered', completeness: 'complete', engine: 'none' })
}

/** One line of regret; then what she asks besides, the form in hand, or what can be done. */
async function soothe(rooms: Desk, turn: Turn, say: Speech, rest: string): Promise<StepResult> {
  if (rest !== '') {
    turn.write({ type: 'text', text: `${say('remark-anger')}\n` })
    return { turn: { ...turn, asks: rest } }
  }
  const help = turn.inHand.active === undefined ? [say('remark-anger-help')] : []
  return goOn(rooms, turn, say, [say('remark-anger'), ...help], CLARIFY)
}
