import { foldCharacters } from '../language/index.ts'
import { offerNextStep } from './offer-next-step.ts'
import type { Outcome } from './outcome.ts'
import type { Rooms } from './rooms.ts'
import { reliefOnOffer } from './relief-talk.ts'
import { speechIn } from './speech.ts'
import type { Turn } from './turn.ts'

const WORDS = {
  later: /(?:以后|之后|过后|回头|稍后)再?(?:补|交|拿)|后补|容缺/,
  promise: /(?:用|写|签|作|做)?(?:书面|个人)?承诺书?(?:来)?(?:代替|替代)|告知承诺|(?:我|写|签)承诺/,
} as const

/**
 * The citizen says that a paper comes later, or that she promises instead, by the paper's name: noted for the review, where she
 * confirms it. Undefined when her words name none that is offered so.
 */
export async function takeRelief(rooms: Pick<Rooms, 'content' | 'counter'>, turn: Turn): Promise<Outcome | undefined> {
  const { active } = turn.inHand
  if (active === undefined) return undefined
  const words = foldCharacters(turn.words)
  const chosen = reliefOnOffer(active).find(
    ({ label, relief }) => relief !== null && WORDS[relief.as].test(words) && words.includes(foldCharacters(label)),
  )
  if (chosen?.relief === undefined || chosen.relief === null) return undefined
  const on = { conversationId: turn.conversationId, applicationId: active.id }
  await rooms.counter.takeRelief({ ...on, material: chosen.id })
  const say = speechIn(rooms.content(), turn.locale)
  turn.write({ type: 'text', text: `${say(`relief-taken-${chosen.relief.as}`, { label: chosen.label })}\n\n` })
  const application = await rooms.counter.show(turn.conversationId, active.id)
  await offerNextStep(rooms, turn, say, application)
  return { outcome: application.status === 'ready' ? 'awaiting-review' : 'drafting', engine: 'none' }
}
