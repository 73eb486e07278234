import { toSimplified } from '../../language/index.ts'
import type { ConsentView } from '../../services/index.ts'
import { offerNextStep } from '../telling/offer-next-step.ts'
import type { Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { Turn } from '../turn.ts'

const TAKES_BACK =
  /(?:撤回|撤销|撤掉|取消|收回|收回来|不再)[^，。,]{0,10}(?:同意|授权|许可|查询)|(?:同意|授权|许可)[^，。,]{0,10}(?:撤回|撤销|撤掉|取消|收回)|不同意了|不(?:再)?(?:同意|许|准|让)你们?(?:再)?(?:查|用|调)[^，。,]{0,8}(?:资料|信息|数据|记录)|\b(?:withdraw|revoke|cancel|take back)\b[^,.]{0,20}\bconsent\b|\bno longer (?:agree|consent)\b/iu
/** The same and nothing else. */
const ONLY_THAT =
  /^(?:我|请|现在)*(?:要|想)?(?:撤回|撤销|取消|收回)[^，。,]{0,12}(?:同意|授权|许可)书?[了吧]*[。.!！]*$|^(?:我)?不?(?:再)?(?:同意|许|准|让)你们?(?:再)?(?:查|用|调)[^，。,]{0,8}(?:资料|信息|数据|记录)了?[。.!！]*$/u
const ASKS = /[?？吗么]|怎么|如何|\b(?:can|how|may)\b/iu

/**
 * Consent taken back in the citizen's own words: what the source had filled in leaves the draft. Undefined when the words
 * are about something else.
 */
export async function withdrawConsent(
  { content, counter }: Pick<Rooms, 'content' | 'counter'>,
  turn: Turn,
): Promise<Outcome | undefined> {
  const { citizen, conversationId, inHand } = turn
  const words = toSimplified(turn.words)
  if (!TAKES_BACK.test(words) || ASKS.test(words)) return undefined
  const say = speechIn(content(), turn.locale)
  if (citizen === undefined || inHand.active === undefined) {
    if (!ONLY_THAT.test(words)) return undefined
    turn.write({ type: 'text', text: say(citizen === undefined ? 'consent-never' : 'consent-none-open') })
    return { outcome: 'status', engine: 'none' }
  }
  const on = { conversationId, applicationId: inHand.active.id, citizen }
  const granted = (await counter.consents(on)).filter((consent) => consent.granted && consent.withdrawnAt === null)
  // Nothing to take back, and a card stands: her no is for the card.
  if (granted.length === 0 && turn.state.consent !== undefined) return undefined
  const said = words.toLowerCase()
  const named = granted.filter(({ title }) => said.includes(toSimplified(title).toLowerCase()))
  const meant = named.length > 0 ? named : granted
  if (meant.length > 1 && !/[都全]|所有/u.test(words)) {
    askWhich(turn, say('consent-withdraw-which'), meant, (title) => say('consent-withdraw-choice', { title }))
    return { outcome: 'clarify', engine: 'none' }
  }
  let application = inHand.active
  for (const { source, title } of meant) {
    application = (await counter.withdrawConsent({ ...on, source })).application
    turn.write({ type: 'text', text: `${say('consent-withdrawn', { title })}\n` })
  }
  if (meant.length === 0) turn.write({ type: 'text', text: `${say('consent-none')}\n` })
  await offerNextStep({ content, counter }, turn, say, application)
  return { outcome: application.status === 'ready' ? 'awaiting-review' : 'drafting', engine: 'none' }
}

function askWhich(
  turn: Turn,
  question: string,
  consents: readonly ConsentView[],
  choice: (title: string) => string,
): void {
  turn.write({ type: 'text', text: question })
  turn.write({ type: 'choices', question, choices: consents.map(({ title }) => choice(title)) })
}
