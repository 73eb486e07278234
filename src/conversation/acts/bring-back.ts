import { foldCharacters, readAct, readQuestionTypes } from '../../language/index.ts'
import { offerNextStep } from '../telling/offer-next-step.ts'
import type { Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { Turn } from '../turn.ts'

type Desk = Pick<Rooms, 'content' | 'counter'>
type Unfinished = Awaited<ReturnType<Rooms['counter']['unfinished']>>[number]

/** What she once began, and has not brought to an end. */
const BEGUN =
  /没有?(?:办|填|弄|写)完|(?:办|填|弄|写)[到了]?一半|(?:上次|上回|之前|以前|前几天|昨天)(?:我)?(?:填|写)(?:的|过的|了的)?(?:那[个份张])?(?:的)?(?:表|申请|草稿)|\bunfinished\b/u
/** The last one, whatever it is. */
const THE_LAST = /上次|上回|刚才|刚刚|之前|以前|前面|那[个份张]|last time|\bearlier\b|\bprevious\b/iu
const MOST_NAMED = 5

/**
 * 接着办, with nothing open in this conversation: what she dropped here comes back as it was, and a draft of another
 * conversation of hers is opened in this one. Undefined when her words are about something else.
 */
export async function bringBack(rooms: Desk, turn: Turn): Promise<Outcome | undefined> {
  const { active, aside } = turn.inHand
  if (active !== undefined || aside.length > 0 || !wantsOn(turn.words)) return undefined
  const of = { conversationId: turn.conversationId, citizenId: turn.citizen?.citizenId }
  const kept = await rooms.counter.unfinished(of)
  const say = speechIn(rooms.content(), turn.locale)
  const chosen = meant(kept, turn)
  if (chosen === 'which') {
    const choices = kept.slice(0, MOST_NAMED).map(({ application }) => say('resume-choice', application))
    turn.write({ type: 'text', text: say('resume-which') })
    turn.write({ type: 'choices', question: say('resume-which'), choices })
    return { outcome: 'clarify', engine: 'none' }
  }
  if (chosen === undefined) {
    // After an answer she may mean the matter it was about.
    if (turn.state.lastGuide !== undefined && !THE_LAST.test(turn.words)) return undefined
    turn.write({ type: 'text', text: say('resume-none') })
    return { outcome: 'status', engine: 'none' }
  }
  const application = await rooms.counter.bringBack({ ...of, applicationId: chosen.application.id })
  turn.write({ type: 'text', text: `${say(`draft-back-${chosen.from}`, { title: application.title })}\n\n` })
  await offerNextStep(rooms, turn, say, application)
  return { outcome: application.status === 'ready' ? 'awaiting-review' : 'drafting', engine: 'none' }
}

function wantsOn(words: string): boolean {
  const acts = readAct(words).map(({ act }) => act)
  const goesOn = acts.lastIndexOf('resume')
  // 算了，还是办吧 goes on, 还是算了 does not.
  if (acts.includes('status') || acts.lastIndexOf('cancel') > goesOn) return false
  return BEGUN.test(foldCharacters(words)) || (goesOn !== -1 && readQuestionTypes(words).length === 0)
}

/** The one her words name; the only one, or the last; after an answer about a matter, no draft of another one unless she says so. */
function meant(kept: readonly Unfinished[], { words, state }: Turn): Unfinished | 'which' | undefined {
  const plain = foldCharacters(words)
  const named = kept.find(({ application: { title } }) => plain.includes(foldCharacters(title)))
  if (named !== undefined) return named
  const [last, ...others] = kept
  if (last === undefined) return undefined
  if (THE_LAST.test(plain) || BEGUN.test(plain))
    return others.length === 0 || /上次|上回|刚才|刚刚|last/iu.test(plain) ? last : 'which'
  const spokenOf = kept.filter(({ application: { guide } }) => guide === state.lastGuide)
  if (state.lastGuide !== undefined) return spokenOf[0]
  return others.length === 0 ? last : 'which'
}
