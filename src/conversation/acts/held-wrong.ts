import { readAct } from '../../language/index.ts'
import { offerNextStep } from '../telling/offer-next-step.ts'
import type { Outcome } from '../outcome.ts'
import { readSubmission } from './read-submission.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { Turn } from '../turn.ts'

/** 不用改, 原来的是对的: the value that was called wrong stands after all. */
const STANDS =
  /^(?:那|就)?(?:不用|不要|不|别)改了?(?:吧|啊)?$|^(?:就|还是)?(?:原来|之前|现在|刚才)(?:那个|记)?的?(?:就|也)?(?:是)?对的?$|^keep it$/iu

/**
 * A value that she called wrong and was asked for again is not passed over: where she does not know the right one, or wants to
 * submit, she hears that the old one still stands, and it stays asked until she gives another or says that it is right.
 */
export async function holdWrong(rooms: Pick<Rooms, 'content' | 'counter'>, turn: Turn): Promise<Outcome | undefined> {
  const { asked } = turn.state
  const { active } = turn.inHand
  if (asked === undefined || active === undefined || asked.application !== active.id) return undefined
  const field = active.fields.find(({ id }) => id === asked.field)
  if (field === undefined || field.shown === null || asked.field === active.next?.field) return undefined
  const say = speechIn(rooms.content(), turn.locale)
  const words = turn.words.trim().replace(/[。.!！~～]+$/u, '')
  if (STANDS.test(words)) {
    await offerNextStep(rooms, turn, say, active)
    return { outcome: active.status === 'ready' ? 'awaiting-review' : 'drafting', engine: 'none' }
  }
  const acts = readAct(words)
  const unknown = acts.length > 0 && acts.every(({ act }) => act === 'unknown' || act === 'skip')
  const submits = ['exact', 'odd'].includes(readSubmission(words)?.kind ?? '')
  if (!unknown && !submits) return undefined
  turn.effects.reopened = asked
  turn.write({ type: 'application', application: active })
  turn.write({ type: 'text', text: say('field-still-wrong', { label: field.label, shown: field.shown }) })
  return { outcome: 'drafting', engine: 'none' }
}
