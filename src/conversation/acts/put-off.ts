import { readAct, readQuestionTypes } from '../../language/index.ts'
import { offerNextStep } from '../telling/offer-next-step.ts'
import type { Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { Turn } from '../turn.ts'

/** Longer words say more than that. */
const SHORT = 12

/** 跳过, 不知道: the field asked for is asked last, and the next one now. Undefined when the words say anything else. */
export async function putOffField(rooms: Pick<Rooms, 'content' | 'counter'>, turn: Turn): Promise<Outcome | undefined> {
  const { active } = turn.inHand
  const asked = active?.next
  if (active === undefined || asked === undefined || asked === null || !putsOff(turn.words)) return undefined
  const say = speechIn(rooms.content(), turn.locale)
  const label = active.fields.find(({ id }) => id === asked.field)?.label ?? ''
  const on = { conversationId: turn.conversationId, applicationId: active.id, field: asked.field }
  const isLast = active.pending.length === 1
  const application = isLast ? active : await rooms.counter.putOff(on)
  const key = isLast ? (active.later.length > 0 ? 'field-decides' : 'field-is-last') : 'field-put-off'
  turn.write({ type: 'text', text: `${say(key, { label })}\n\n` })
  await offerNextStep(rooms, turn, say, application)
  return { outcome: 'drafting', engine: 'none' }
}

function putsOff(words: string): boolean {
  const acts = readAct(words)
  const said = words.trim()
  if (said.length > SHORT || acts.length === 0) return false
  // 能晚点再填吗 asks for nothing but that.
  if (acts.some(({ act, text }) => act === 'skip' && text.length === said.length)) return true
  return acts.every(({ act }) => act === 'skip' || act === 'unknown') && readQuestionTypes(words).length === 0
}
