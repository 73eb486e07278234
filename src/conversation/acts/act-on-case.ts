import { AppError } from '../../errors.ts'
import { toSimplified } from '../../language/index.ts'
import { isDecided, type CaseAct, type CaseView } from '../../services/index.ts'
import { answeredLast } from '../steps/answered-last.ts'
import { caseTalk, casesTalk } from '../telling/case-talk.ts'
import { disputes } from './dispute-benefit.ts'
import { offerNextStep } from '../telling/offer-next-step.ts'
import { withCodeMasked } from './masked-code.ts'
import type { Outcome } from '../outcome.ts'
import { readCaseTalk, speaksOfOwnCase, type CaseTalk } from './read-case-talk.ts'
import { gradeIn, rates } from './read-rating.ts'
import type { Rooms } from '../rooms.ts'
import { errorIn, speechIn, type Speech } from '../speech.ts'
import { giveSupplement } from './give-supplement.ts'
import { trackCase } from './track-case.ts'
import type { StepResult, Turn } from '../turn.ts'

type Desk = Pick<Rooms, 'content' | 'counter' | 'clock'>

const CONFIRM =
  /^(?:我?(?:确认|確認)(?<act>撤回|补正|補正)|confirm (?<english>withdrawal|supplement))\s*[:：,，]?\s*(?<code>\d{6})[。.!！]?$/iu
const WITHDRAW = /撤回|撤件|撤掉|撤了|撤下来|撤下來|撤[销銷](?:申[请請]|[办辦]件)|\bwithdraw\b/iu
/** The wish alone: in a form 撤回了的 may stand in an answer. */
const ONLY_WITHDRAW =
  /^(?:我|要|想|我要|我想|帮我|幫我|请|請|给我)*(?:撤回|撤件|撤掉|撤了|撤销申请|撤銷申請|withdraw)(?:申请|申請|吧|了|它| it)*[。.!！]*$/iu
/** 算了不撤了, 先别撤: she thought better of it. */
const KEEPS = /(?:(?<!要)不|别|別|甭)(?:想|要|用|再|打算)?撤|\b(?:do not|don't|not) withdraw\b/iu
/** 那我不想办了能撤吗: whether she may take back what she filed, and nothing of another matter. */
const MAY_WITHDRAW =
  /^(?:[^，,。；;！!？?]{0,6}(?:不(?:想|要|用|打算)?(?:再)?[办要弄申][^，,。；;！!？?]{0,4}|后悔|算)了?[，,。\s]*)?(?:那|我们?|现在|刚才|交了?|提交了?|这[个份件]?|的|申请|办件|还|请问)*(?:能不能|可不可以|能|可以|可|怎么|咋|如何)(?:再|把它?|申请)*(?:撤(?:回|件|销|掉|下来)?)(?:来|了|申请|办件|它|的?话?)*[吗么嘛呢不]?[?？。.！!\s]*$|^(?:so )?(?:can|could|may|how (?:can|do)) i (?:still )?withdraw(?: it| my (?:application|case))?[?.\s]*$/iu
/** 不怎么满意 asks nothing. */
const ASKS = /[?？吗嗎]|(?<!不[怎那])[么麼]|如何|能不能|可不可以|\b(?:can|how|may)\b/iu
/**
 * The citizen's acts on filed cases, in her own words: withdrawing, giving a supplement, rating. No model takes part. What
 * binds her is done by a button, or by the code that she alone was shown.
 */
export async function actOnCase(rooms: Desk, turn: Turn): Promise<StepResult> {
  const { cases } = turn.inHand
  const confirmed = CONFIRM.exec(turn.words)?.groups
  if (confirmed !== undefined) return confirmAct(rooms, turn, confirmed)
  const tracked = await trackCase(rooms, turn)
  if (tracked !== undefined) return tracked
  const talk = readCaseTalk(turn.words)
  if (cases.length === 0) return withoutCase(rooms, turn, talk)
  if (talk !== undefined && isTold(talk, turn)) return tellCases(rooms, turn, talk)
  if (isOfOwnCase(turn) || isDisputed(turn)) return tellCases(rooms, turn)
  if (turn.inHand.active === undefined && MAY_WITHDRAW.test(toSimplified(turn.words)))
    return { turn, outcome: await askToWithdraw(rooms, turn) }
  if (ASKS.test(turn.words)) return { turn }
  if (KEEPS.test(turn.words) && cases.some(({ mayWithdraw }) => mayWithdraw))
    return told(turn, speechIn(rooms.content(), turn.locale)('withdraw-kept'))
  if (WITHDRAW.test(turn.words)) return { turn, outcome: await askToWithdraw(rooms, turn) }
  const supplement = await giveSupplement(rooms, turn)
  if (supplement !== undefined) return { turn, outcome: supplement }
  if (turn.inHand.active !== undefined) return { turn }
  const invited = isInvited(rooms, turn)
  const rated = rates(turn.words, invited) ? await rate(rooms, turn, invited) : undefined
  return rated === undefined ? { turn } : { turn, outcome: rated }
}

function told(turn: Turn, text: string): StepResult {
  turn.write({ type: 'text', text })
  return { turn, outcome: { outcome: 'status', engine: 'none' } }
}

/** Nothing was filed: there is only the form in hand, of which there is nothing to take back. */
async function withoutCase(rooms: Desk, turn: Turn, talk: CaseTalk | undefined): Promise<StepResult> {
  const { active } = turn.inHand
  if (active === undefined) return { turn }
  if (talk === 'status') return tellCases(rooms, turn)
  if (!ONLY_WITHDRAW.test(turn.words)) return { turn }
  const say = speechIn(rooms.content(), turn.locale)
  turn.write({ type: 'text', text: `${say('withdraw-not-filed', { title: active.title })}\n` })
  await offerNextStep(rooms, turn, say, active)
  return { turn, outcome: { outcome: active.status === 'ready' ? 'awaiting-review' : 'drafting', engine: 'none' } }
}

async function confirmAct(
  rooms: Desk,
  given: Turn,
  { act, english, code = '' }: Readonly<Record<string, string | undefined>>,
): Promise<StepResult> {
  const turn = withCodeMasked(given, code)
  const say = speechIn(rooms.content(), turn.locale)
  const kind: CaseAct['kind'] = act === '撤回' || english?.toLowerCase() === 'withdrawal' ? 'withdraw' : 'supplement'
  try {
    const { title } = await rooms.counter.confirmAct({ conversationId: turn.conversationId, code, kind })
    turn.write({ type: 'text', text: say(kind === 'withdraw' ? 'withdrawn' : 'supplement-given', { title }) })
    turn.write({ type: 'progress', cases: await rooms.counter.cases(turn.conversationId) })
    return { turn, outcome: { outcome: 'status', engine: 'none' } }
  } catch (error) {
    turn.write({ type: 'text', text: refusalOf(say, error) })
    return { turn, outcome: { outcome: 'blocked', reason: 'confirmation-invalid', engine: 'none' } }
  }
}

/** The words of a refusal the citizen may read; anything else is a fault. */
function refusalOf(say: Speech, error: unknown): string {
  if (!(error instanceof AppError) || error.code === 'internal' || error.code === 'store-unavailable') throw error
  return errorIn(say, error)
}

/** With a form in hand, or nothing asked for by the department, the same words may be about something else. */
function isTold(talk: CaseTalk, { inHand: { active, cases } }: Turn): boolean {
  if (talk === 'supplement') return cases.some(({ supplement }) => supplement !== null && !supplement.given)
  return talk === 'status' || active === undefined
}

/** What may be about another matter is of her case only where no other was answered last. */
function isOfOwnCase(turn: Turn): boolean {
  if (turn.inHand.active !== undefined || !speaksOfOwnCase(turn.words)) return false
  return /我/u.test(turn.words) || answeredLast(turn, (words) => words) === undefined
}

/** She objects, and a case of hers was decided: how to is told with it. */
function isDisputed({ words, inHand: { active, cases } }: Turn): boolean {
  return active === undefined && cases.some(({ redress }) => redress !== null) && disputes(words)
}

/** Whether the message before this one asked her to rate a case. */
function isInvited({ content }: Desk, { inHand: { cases, history }, locale }: Turn): boolean {
  const said = history.at(-1)
  const say = speechIn(content(), locale)
  return (
    said?.role === 'assistant' &&
    cases.some(({ mayRate, title }) => mayRate && said.text.includes(say('rate-how', { title })))
  )
}

/** Where the cases stand, and what she can do about what she asks; then on with the form in hand. */
async function tellCases(rooms: Desk, turn: Turn, talk: CaseTalk = 'status'): Promise<StepResult> {
  const say = speechIn(rooms.content(), turn.locale)
  const asked = talk === 'supplement' ? turn.inHand.cases.filter(({ supplement }) => supplement !== null) : undefined
  const meant = named(asked ?? turn.inHand.cases, turn.words)
  const how = talk === 'correct' ? [say('case-fixed')] : talk === 'receipt' ? [say('receipt-again')] : []
  const fresh = meant.filter(({ receiptNumber }) => !turn.effects.told.has(receiptNumber))
  const stand = fresh.length === 0 && meant.length > 0 ? [] : [casesTalk(say, fresh, turn.state.supplement)]
  turn.write({ type: 'text', text: [...how, ...stand].join('\n') })
  if (stand.length > 0) turn.write({ type: 'progress', cases: meant })
  if (turn.inHand.active === undefined) return { turn, outcome: { outcome: 'status', engine: 'none' } }
  turn.write({ type: 'text', text: '\n' })
  await offerNextStep(rooms, turn, say, turn.inHand.active)
  return { turn, outcome: { outcome: 'status', engine: 'none' } }
}

/** The cases the words name by title or receipt number; all of them when they name none. */
function named(cases: readonly CaseView[], words: string): readonly CaseView[] {
  const meant = cases.filter(({ title, receiptNumber }) => words.includes(title) || words.includes(receiptNumber))
  return meant.length > 0 ? meant : cases
}

async function askToWithdraw({ content, counter }: Desk, turn: Turn): Promise<Outcome> {
  const say = speechIn(content(), turn.locale)
  const meant = named(turn.inHand.cases, turn.words)
  const open = meant.filter(({ mayWithdraw }) => mayWithdraw)
  const [only] = open
  if (only === undefined) {
    turn.write({ type: 'text', text: [say('withdraw-refused'), casesTalk(say, meant)].join('\n') })
    return { outcome: 'status', engine: 'none' }
  }
  if (open.length > 1) {
    const choices = open.map(({ title, receiptNumber }) => say('withdraw-choice', { title, receipt: receiptNumber }))
    turn.write({ type: 'text', text: say('withdraw-which') })
    turn.write({ type: 'choices', question: say('withdraw-which'), choices })
    return { outcome: 'clarify', engine: 'none' }
  }
  const { applicationId, title, receiptNumber: receipt } = only
  turn.write({ type: 'progress', cases: [only] })
  if (turn.channel === 'web') {
    turn.write({ type: 'text', text: say('withdraw-ask-web', { title, receipt }) })
    return { outcome: 'awaiting-review', engine: 'none' }
  }
  const { conversationId } = turn
  const { code } = await counter.proposeAct({ conversationId, applicationId, act: { kind: 'withdraw', reason: '' } })
  const ask = (shown: string) => say('withdraw-ask-text', { title, receipt, code: shown })
  turn.write({ type: 'text', text: ask(code), keepAs: ask('••••••') })
  return { outcome: 'awaiting-review', engine: 'none' }
}

async function rate({ content, counter }: Desk, turn: Turn, invited: boolean): Promise<Outcome | undefined> {
  const score = gradeIn(turn.words, invited)
  const decided = named(turn.inHand.cases, turn.words).filter(({ mayRate }) => mayRate)
  const [only] = decided
  const say = speechIn(content(), turn.locale)
  if (only === undefined) {
    const meant = named(turn.inHand.cases, turn.words)
    const open = meant.filter(({ status }) => !isDecided(status))
    const rated = meant.some(({ rating }) => rating !== null)
    const later = () => say('rate-later', { title: say.list(open.map(({ title }) => title)) })
    turn.write({ type: 'text', text: open.length > 0 ? later() : say(rated ? 'rated-before' : 'rate-none') })
    return { outcome: 'status', engine: 'none' }
  }
  if (score === undefined || decided.length > 1) {
    turn.write({ type: 'text', text: decided.map((each) => caseTalk(say, each)).join('\n') })
    turn.write({ type: 'progress', cases: decided })
    return { outcome: 'status', engine: 'none' }
  }
  const { conversationId } = turn
  await counter.rate({ conversationId, applicationId: only.applicationId, score, comment: turn.words.slice(0, 500) })
  turn.write({ type: 'text', text: say('rated', { title: only.title, score: String(score) }) })
  return { outcome: 'status', engine: 'none' }
}
