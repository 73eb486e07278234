import { AppError } from '../errors.ts'
import { EARLIER_CASES, type ConsentOffer } from '../services/index.ts'
import { consentTalk, showOffer } from './offer-consent.ts'
import { offerNextStep } from './offer-next-step.ts'
import type { Outcome } from './outcome.ts'
import type { Rooms } from './rooms.ts'
import { speechIn } from './speech.ts'
import type { Turn } from './turn.ts'

const DECISION =
  /^(?<granted>同意|可以)?(?<refused>不同意|不用|不要|不|拒绝|別|别)?(?:查询|查詢|查|使用|用)(?<title>.{2,20}?)[。.!！]?$/u

/** Like last time: the citizen's own earlier cases are hers to use by saying so, in any channel. */
const LIKE_LAST_TIME =
  /^(?:那|就|都|还是|還是)*(?:按|照|跟|同|用|和)(?:我)?(?:上次|上回|以前|之前)(?:的|填的|一样|一樣|那样|那樣|来|來)*(?:填|办|辦|吧|就行|就可以)*[。.!！]?$/u

type Decision = { readonly offer: ConsentOffer; readonly granted: boolean }

/**
 * The citizen's decision about an offer, in her own words: the exact phrase in a channel without buttons. Where there
 * are buttons, such words show the card again. Undefined when the words decide nothing that is offered.
 */
export async function decideConsent(
  rooms: Pick<Rooms, 'content' | 'counter'>,
  turn: Turn,
): Promise<Outcome | undefined> {
  const { citizen, conversationId, inHand } = turn
  if (citizen === undefined || inHand.active === undefined) return undefined
  if (!DECISION.test(turn.words) && !LIKE_LAST_TIME.test(turn.words)) return undefined
  const on = { conversationId, applicationId: inHand.active.id, citizen }
  const decision = decisionOn(turn.words, await rooms.counter.consentOffers(on))
  if (decision === undefined) return undefined
  if (turn.channel === 'web' && decision.offer.source !== EARLIER_CASES) {
    showOffer(rooms, turn, on.applicationId, decision.offer)
    return { outcome: 'awaiting-consent', engine: 'none' }
  }
  return carryOut(rooms, turn, on, decision)
}

function decisionOn(words: string, offers: readonly ConsentOffer[]): Decision | undefined {
  if (LIKE_LAST_TIME.test(words)) {
    const offer = offers.find(({ source }) => source === EARLIER_CASES)
    return offer === undefined ? undefined : { offer, granted: true }
  }
  const { granted, refused, title } = DECISION.exec(words)?.groups ?? {}
  const offer = offers.find((one) => one.title === title)
  if (offer === undefined || (granted === undefined) === (refused === undefined)) return undefined
  return { offer, granted: granted !== undefined }
}

async function carryOut(
  rooms: Pick<Rooms, 'content' | 'counter'>,
  turn: Turn,
  on: Parameters<Rooms['counter']['consentOffers']>[0],
  { offer, granted }: Decision,
): Promise<Outcome> {
  const say = speechIn(rooms.content(), turn.locale)
  try {
    const result = await rooms.counter.decideConsent({ ...on, source: offer.source, granted })
    turn.write({ type: 'text', text: `${consentTalk(say, result)}\n` })
    await offerNextStep(rooms, turn, say, result.application)
    return { outcome: result.application.status === 'ready' ? 'awaiting-review' : 'drafting', engine: 'none' }
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'step-up-required' && error.code !== 'city-unavailable'))
      throw error
    turn.write({ type: 'text', text: `${error.message}\n` })
    await offerNextStep(rooms, turn, say, (await rooms.counter.drafts(on.conversationId))[0])
    return { outcome: 'drafting', engine: 'none' }
  }
}
