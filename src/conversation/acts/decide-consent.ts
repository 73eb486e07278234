import { AppError } from '../../errors.ts'
import { readDecision, toSimplified, type Decision } from '../../language/index.ts'
import { closesTheWay, EARLIER_CASES, type ApplicationView, type ConsentOffer } from '../../services/index.ts'
import { asksWhyNone } from './benefit-talk.ts'
import { consentTalk, offerKey, showOffer, undecidedOffers } from '../telling/offer-consent.ts'
import { offerNextStep } from '../telling/offer-next-step.ts'
import type { Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import { errorIn, speechIn } from '../speech.ts'
import type { StepResult, Turn } from '../turn.ts'

type Desk = Pick<Rooms, 'content' | 'counter' | 'publicUrl'>
type On = Parameters<Rooms['counter']['consentOffers']>[0]

/** Like last time: the citizen's own earlier cases are hers to use by saying so, in any channel. */
const LIKE_LAST_TIME =
  /^(?:那|就|都|还是|還是)*(?:按|照|跟|同|用|和)(?:我)?(?:上次|上回|以前|之前)(?:的|填的|一样|一樣|那样|那樣|来|來)*(?:填|办|辦|吧|就行|就可以)*[。.!！]?$|^(?:just )?(?:the )?(?:same as|like) (?:last time|before)[.!]?$/iu

/** The same, said while she asks for a matter: 跟上次一样再办一次居住证. */
const WITH_IT =
  /(?:按|照|跟|同|用|和)(?:我)?(?:上次|上回|以前|之前)(?:填的|办的|的)?(?:那样|一样|那份|那次)?(?:地|来)?[，,]?|(?:再|重新)?(?:办|来|填)?一?[份次个]?(?:一样|相同)的/u

const AGAIN = /(?:我)?(?:要|想|帮我|给我|麻烦)*(?:再|重新|又)?(?:申请|办理?|来|弄)(?:一?[次份个])?/gu

/** What is it for? The card that stands says so. */
const WHY = /为什么|为啥|干嘛|干什么|做什么|有什么用|什么用途|安全吗|会不会泄露|一定要查/u
/** Words of consent, which say more than a nod. */
const CONSENTING = /同意|可以|愿意|允许|授权|\b(?:agree|consent|allow)\b/iu
/** She consented, was sent to the face check, and comes back from it. */
const STEPPED_UP =
  /(?:人脸|刷脸|核验|认证|验证)[^，。]{0,4}(?:好|完|过|成功|通过)了|\bverified\b|\bface check\b.{0,12}\b(?:done|passed)\b/iu

/** A decision about offers: those it is about, and the one that is shown again where it cannot be carried out by words. */
type Decided = { readonly offers: readonly ConsentOffer[]; readonly granted: boolean; readonly whole: boolean }

/**
 * The citizen's decision about an offer, in her own words. While a card stands last, any yes or no is for it; an offer that
 * she names by its title is decided later too, where there are no buttons, and shown again where there are. What she says
 * besides goes on to be heard. The turn unchanged when the words decide nothing that is offered.
 */
export async function decideConsent(rooms: Desk, turn: Turn): Promise<StepResult> {
  const { citizen, conversationId, inHand, state } = turn
  const { active } = inHand
  if (active === undefined) return { turn }
  const likeLastTime = LIKE_LAST_TIME.test(turn.words)
  if (citizen === undefined) return likeLastTime ? sayNoLastTime(rooms, turn, active) : { turn }
  const on = { conversationId, applicationId: active.id, citizen }
  const standing = state.consent?.application === active.id ? state.consent.source : undefined
  if (!likeLastTime && standing === undefined) {
    const late = await decideLate(rooms, turn, on)
    if (late !== undefined) return late
    if (!/[查用]/u.test(turn.words)) return { turn }
  }
  const offers = await rooms.counter.consentOffers(on)
  if (likeLastTime) {
    const earlier = offers.filter(({ source }) => source === EARLIER_CASES)
    if (earlier.length === 0) return sayNoLastTime(rooms, turn, active)
    return carryOut(rooms, turn, on, { offers: earlier, granted: true, whole: true })
  }
  const named = offers.find(({ title }) => saysTitle(turn.words, title))
  const shown = offers.find(({ source }) => source === standing)
  if (shown !== undefined && WHY.test(toSimplified(turn.words)) && !asksWhyNone(turn.words)) {
    showOffer(rooms, turn, on.applicationId, shown)
    return { turn, outcome: { outcome: 'awaiting-consent', engine: 'none' } }
  }
  const stepped = shown !== undefined && STEPPED_UP.test(toSimplified(turn.words))
  if (stepped) return carryOut(rooms, turn, on, { offers: [shown], granted: true, whole: true })
  const decision = readDecision(named === undefined ? turn.words : withoutTitle(turn.words, named.title))
  if (decision === undefined) return { turn }
  if (named !== undefined && standing === undefined && turn.channel === 'web') {
    showOffer(rooms, turn, on.applicationId, named)
    return { turn, outcome: { outcome: 'awaiting-consent', engine: 'none' } }
  }
  const meant = named === undefined ? meantBy(decision, offers, turn, on.applicationId) : [named]
  if (meant.length === 0) return { turn }
  return carryOut(rooms, turn, on, { offers: meant, granted: decision.granted, whole: decision.whole })
}

/**
 * A plain yes or no after something else was talked of and the step of the form was put again: it is for the offer she was
 * shown last. Where a yes-no field was asked she is asked which she means, and a yes shows the card where there are buttons.
 */
async function decideLate(rooms: Desk, turn: Turn, on: On): Promise<StepResult | undefined> {
  const { active } = turn.inHand
  const decision = CONSENTING.test(toSimplified(turn.words)) ? readDecision(turn.words) : undefined
  if (active === undefined || decision?.whole !== true || turn.state.asked?.application !== active.id) return undefined
  const offer = (await undecidedOffers(rooms, turn, active.id)).at(-1)
  if (offer === undefined || saysTitle(turn.words, offer.title)) return undefined
  const { asked } = turn.state
  if (active.fields.find(({ id }) => id === asked.field)?.element === 'yes-no')
    return askWhichYes(rooms, turn, active, offer, decision.granted)
  if (!decision.granted || turn.channel === 'text')
    return carryOut(rooms, turn, on, { offers: [offer], granted: decision.granted, whole: true })
  showOffer(rooms, turn, active.id, offer)
  return { turn, outcome: { outcome: 'awaiting-consent', engine: 'none' } }
}

/** Whether her yes or no is for the offer or for the field. */
function askWhichYes(
  rooms: Desk,
  turn: Turn,
  active: ApplicationView,
  { title }: ConsentOffer,
  granted: boolean,
): StepResult {
  const say = speechIn(rooms.content(), turn.locale)
  const yes = granted ? 'yes' : 'no'
  const question = say('consent-or-field', { title, ask: active.next?.ask ?? '' })
  turn.write({ type: 'application', application: active })
  turn.write({ type: 'text', text: question })
  turn.write({ type: 'choices', question, choices: [say(`consent-say-${yes}`, { title }), say(`field-say-${yes}`)] })
  return { turn, outcome: { outcome: 'clarify', engine: 'none' } }
}

/** There is no last time to go by: why, and the question that stands. */
async function sayNoLastTime(rooms: Desk, turn: Turn, active: ApplicationView): Promise<StepResult> {
  const say = speechIn(rooms.content(), turn.locale)
  turn.write({ type: 'text', text: `${say(turn.citizen === undefined ? 'last-time-sign-in' : 'last-time-none')}\n` })
  await offerNextStep(rooms, turn, say, active)
  return { turn, outcome: endingOf(active) }
}

/**
 * Where she wants a matter done like last time: the matter as a plain wish, and that her earlier cases fill the form once it
 * is open. The turn unchanged for whoever is not signed in, for she has no earlier cases here.
 */
export function hearLikeLastTime(turn: Turn): Turn {
  if (turn.citizen === undefined || turn.inHand.active !== undefined) return turn
  const rest = turn.words.replace(WITH_IT, '')
  const matter = rest.replaceAll(AGAIN, '').replaceAll(/^[\s，,]+|[\s，,。.!！]+$/gu, '')
  if (rest === turn.words || matter === '') return turn
  const asks = `我要办${matter}`
  return { ...turn, words: asks, asks, said: turn.words, likeLastTime: true }
}

/** Fills a form that was just opened with what her earlier cases hold, and says so. */
export async function fillLikeLastTime(
  rooms: Desk,
  turn: Turn,
  application: ApplicationView,
): Promise<ApplicationView> {
  const { citizen, conversationId } = turn
  if (turn.likeLastTime !== true || citizen === undefined) return application
  const on = { conversationId, applicationId: application.id, citizen }
  const earlier = (await rooms.counter.consentOffers(on)).find(({ source }) => source === EARLIER_CASES)
  if (earlier === undefined) return application
  const came = await decide(rooms, turn, on, earlier, { granted: true })
  return came === undefined || came === 'step-up' ? application : came
}

/** The offer whose card stands. 都同意 grants every one that she was shown, and nothing she has not seen; 都不用 refuses all. */
function meantBy({ all, granted }: Decision, offers: readonly ConsentOffer[], { state }: Turn, applicationId: string) {
  if (state.consent === undefined) return []
  const { source: shown } = state.consent
  if (!all) return offers.filter(({ source }) => source === shown)
  return granted ? offers.filter(({ source }) => state.offered.includes(offerKey(applicationId, source))) : offers
}

function saysTitle(words: string, title: string): boolean {
  return folded(words).includes(folded(title))
}

function withoutTitle(words: string, title: string): string {
  return folded(words)
    .replaceAll(folded(title), '')
    .replaceAll(/[:：“”"「」]|\bthe\s*$/gu, '')
}

function folded(text: string): string {
  return toSimplified(text).toLowerCase()
}

async function carryOut(rooms: Desk, turn: Turn, on: On, decided: Decided): Promise<StepResult> {
  const say = speechIn(rooms.content(), turn.locale)
  let application: ApplicationView | undefined
  for (const offer of decided.offers) {
    const came = await decide(rooms, turn, on, offer, decided)
    if (came === 'step-up') return { turn, outcome: { outcome: 'awaiting-consent', engine: 'none' } }
    application = came ?? application
  }
  application ??= (await rooms.counter.drafts(on.conversationId))[0]
  if (!decided.whole && application !== undefined)
    return { turn: { ...turn, inHand: { ...turn.inHand, active: application } } }
  await offerNextStep(rooms, turn, say, application)
  return { turn, outcome: endingOf(application) }
}

/** Carries one decision out and says what came of it; undefined when it could not be, 'step-up' when she has to prove who she is first. */
async function decide(
  rooms: Desk,
  turn: Turn,
  on: On,
  offer: ConsentOffer,
  { granted }: Pick<Decided, 'granted'>,
): Promise<ApplicationView | 'step-up' | undefined> {
  const say = speechIn(rooms.content(), turn.locale)
  try {
    const result = await rooms.counter.decideConsent({ ...on, source: offer.source, granted })
    turn.write({ type: 'text', text: `${consentTalk(say, result)}\n` })
    for (const { message } of newNotes(turn, result.application)) turn.write({ type: 'text', text: `${message}\n` })
    return result.application
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'step-up-required') return askForFace(rooms, turn, on.applicationId, offer)
    if (error.code !== 'city-unavailable') throw error
    turn.write({ type: 'text', text: `${errorIn(say, error)}\n` })
    return undefined
  }
}

/** What the values brought along to know; why it goes no further is told with the next step. */
function newNotes({ inHand: { active } }: Turn, { eligibility }: ApplicationView): ApplicationView['eligibility'] {
  const before = new Set(active?.eligibility.map(({ id }) => id))
  return eligibility.filter((finding) => !before.has(finding.id) && !closesTheWay(finding))
}

/** Where she proves who she is, and what then: the offer stands until she is back from it, or refuses. */
function askForFace(rooms: Desk, turn: Turn, applicationId: string, offer: ConsentOffer): 'step-up' {
  const say = speechIn(rooms.content(), turn.locale)
  turn.write({ type: 'consent', applicationId, offer, stepUp: true })
  const { title } = offer
  const link = `${rooms.publicUrl ?? ''}/auth/login?level=2`
  const text =
    turn.channel === 'text' ? say('consent-step-up-text', { title, link }) : say('consent-step-up-web', { title })
  turn.write({ type: 'text', text })
  return 'step-up'
}

function endingOf(application: ApplicationView | undefined): Outcome {
  return { outcome: application?.status === 'ready' ? 'awaiting-review' : 'drafting', engine: 'none' }
}
