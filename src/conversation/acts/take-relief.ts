import { foldCharacters } from '../../language/index.ts'
import type { ApplicationView } from '../../services/index.ts'
import { offerNextStep } from '../telling/offer-next-step.ts'
import type { Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import { reliefOnOffer, reliefTalk } from '../telling/relief-talk.ts'
import { speechIn } from '../speech.ts'
import type { Turn } from '../turn.ts'

const WORDS = {
  later: /(?:以后|之后|过后|回头|稍后)再?(?:补|交|拿)|后补|容缺|\b(?:later|afterwards)\b/i,
  promise: /(?:用|写|签|作|做)?(?:书面|个人)?承诺书?(?:来)?(?:代替|替代)|告知承诺|(?:我|写|签)承诺|\bpromise\b/i,
} as const

/** She has not got a paper: told how she may do without it. */
const LACKS =
  /没有|没拿到|还没|拿不出|拿不到|开不出|开不到|不在身边|找不到|弄丢|丢了|缺|\b(?:no|not|without|lost|lack|missing|(?:don|haven|can)['’]?t|cannot)\b/iu
/** Longer words say more than that. */
const SHORT = 20

/**
 * The citizen says that a paper comes later, or that she promises instead: noted for the review, where she confirms it. Its name
 * may be left out while only one is offered so. Undefined when her words are about none that is.
 */
export async function takeRelief(rooms: Pick<Rooms, 'content' | 'counter'>, turn: Turn): Promise<Outcome | undefined> {
  const { active } = turn.inHand
  const offered = active === undefined ? [] : reliefOnOffer(active)
  if (active === undefined || offered.length === 0) return undefined
  const words = foldCharacters(turn.words).toLowerCase()
  const named = ({ label }: Pick<ApplicationView['materials'][number], 'label'>) =>
    words.includes(foldCharacters(label).toLowerCase())
  const fitting = offered.filter(({ relief }) => relief !== null && WORDS[relief.as].test(words))
  const nameless = words.length <= SHORT && !active.materials.some(named)
  const chosen = fitting.find(named) ?? (nameless && fitting.length === 1 ? fitting[0] : undefined)
  const say = speechIn(rooms.content(), turn.locale)
  if (chosen?.relief === undefined || chosen.relief === null) {
    const lacking = offered.filter((material) => LACKS.test(words) && named(material))
    const asked = nameless && fitting.length > 1 ? fitting : lacking
    if (asked.length === 0) return undefined
    const lines = reliefTalk(say, { materials: asked })
    turn.write({ type: 'text', text: [...(asked === fitting ? [say('relief-which')] : []), ...lines].join('\n') })
    turn.write({ type: 'application', application: active })
    return { outcome: asked === fitting ? 'clarify' : 'drafting', engine: 'none' }
  }
  const on = { conversationId: turn.conversationId, applicationId: active.id }
  await rooms.counter.takeRelief({ ...on, material: chosen.id })
  turn.write({ type: 'text', text: `${say(`relief-taken-${chosen.relief.as}`, { label: chosen.label })}\n\n` })
  const application = await rooms.counter.show(turn.conversationId, active.id)
  await offerNextStep(rooms, turn, say, application)
  return { outcome: application.status === 'ready' ? 'awaiting-review' : 'drafting', engine: 'none' }
}
