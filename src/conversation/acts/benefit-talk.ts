import { plainForm, toSimplified } from '../../language/index.ts'
import type { StaffContent } from '../../content/index.ts'
import { BENEFITS, type BenefitMatch } from '../../services/index.ts'
import { fillTalk } from '../telling/case-talk.ts'
import { offerNextStep } from '../telling/offer-next-step.ts'
import type { Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn, type Speech } from '../speech.ts'
import type { Turn } from '../turn.ts'

type Desk = Pick<Rooms, 'content' | 'counter'>

/** Benefits that the next question decides, named in words; the card lists them all. */
const MOST_OPEN = 3

/** What the benefits come to after a turn that was about them, as a card and in words; undefined after any other turn. */
export async function benefitTalk({ counter }: Desk, turn: Turn, say: Speech): Promise<string | undefined> {
  const touched = turn.effects.fills.at(-1)?.application
  if (touched?.service !== BENEFITS) return undefined
  const benefits = (await counter.benefits(turn.conversationId)) ?? []
  turn.write({ type: 'benefits', applicationId: touched.id, benefits })
  const yes = benefits.filter(({ verdict }) => verdict === 'yes')
  const next = touched.next?.field
  const near = benefits.filter(
    ({ verdict, rules, missing }) =>
      verdict === 'open' && isHalfMet(rules) && missing.some(({ field }) => field === next),
  )
  const titles = near.slice(0, MOST_OPEN).map(({ title }) => title)
  return [
    yes.length === 0
      ? say('benefits-none-yet')
      : say('benefits-yes', { list: yes.map((each) => lineOf(say, each)).join('\n') }),
    ...(titles.length === 0 ? [] : [say('benefits-open', { titles: say.list(titles) })]),
  ].join('\n')
}

function isHalfMet(rules: BenefitMatch['rules']): boolean {
  return rules.filter(({ met }) => met === true).length * 2 >= rules.length
}

function lineOf(say: Speech, { title, amount, rules, service }: BenefitMatch): string {
  const reason = rules.map((rule) => rule.reason).join('')
  return say(service === null ? 'benefit-by-guide' : 'benefit-claimable', { title, amount, reason })
}

const WHY_NOT =
  /(?:为什么|为啥|为何|凭什么|凭啥|怎么|咋).{0,14}(?:不能|不符合|没有|没我|没给|没份|没资格|[领拿享轮][受得]?不|不给|不让|不行|无法)|\bwhy (?:not|can['’]?t|cannot|can i not|am i not|don['’]?t i|do i not|is there no)\b/iu
const SMALL =
  '那|这|都|也|就|一个|一样|一项|个|项|条|样|我们|我|咱|为什么|为啥|为何|凭什么|凭啥|怎么|咋|会|是|没有|没|不能|不符合|不给|不让|不行|无法|不|能|领|拿|享受|轮|到|给|份|资格|补贴|政策|待遇|名单|里|里面|上|的|得|了|呢|啊|呀|吗|么|[\\s，,。.！!？?]'
/** 为啥没有我: she names no benefit, and asks of all that were looked at. */
const WHY_NONE = new RegExp(`^(?:${SMALL}){2,20}$`, 'u')
/** Whether she asks why nothing is hers, and names no benefit. */
export function asksWhyNone(words: string): boolean {
  const plain = toSimplified(words)
  return WHY_NOT.test(plain) && WHY_NONE.test(plain)
}
/** Refused benefits that are told with the reason at once. */
const MOST_REFUSED = 5

/** Names of what is paid, not of what is done: 失业金, and not 失业登记. */
const PAID = /[金贴保]$|补助|待遇|\b(?:allowance|benefit|subsidy|subsidies|pension)\b/iu
const CLAIM =
  /^(?:claim:?\s+(?<benefit>.{3,80}?)[.!]?|(?:我要|我想|帮我|幫我|那就|就)?(?:申领|申領|领取|領取|领|領|申请|申請)(?<title>.{2,20}?)[吧了]?[。.!！]?)$/iu

/**
 * “Why not me?” and “claim it”, answered by code from the rules; undefined when the words are about something else or
 * nobody asked what the citizen is entitled to.
 */
export async function actOnBenefit(rooms: Desk, turn: Turn): Promise<Outcome | undefined> {
  const why = WHY_NOT.test(toSimplified(turn.words))
  const { title, benefit } = CLAIM.exec(turn.words)?.groups ?? {}
  const claimed = title ?? benefit
  if (!why && claimed === undefined) return undefined
  const words = plainForm(turn.words)
  const isMeant = (names: readonly string[]): boolean =>
    why ? names.some((one) => words.includes(one)) : names.includes(plainForm(claimed ?? ''))
  const meant = benefitMeant(rooms.content(), isMeant)
  if (meant === undefined) return asksWhyNone(turn.words) ? whyNone(rooms, turn) : undefined
  const benefits = (await rooms.counter.benefits(turn.conversationId)) ?? (why ? await begin(rooms, turn) : undefined)
  const match = benefits?.find(({ id }) => id === meant)
  if (match === undefined) return undefined
  const say = speechIn(rooms.content(), turn.locale)
  if (!why && match.verdict === 'yes' && match.service !== null) return claim(rooms, turn, say, match.id)
  const marks = { true: '✓', false: '✗', null: '？' } as const
  const rules = match.rules.map(({ reason, met }) => `- ${marks[`${met}`]} ${reason}`).join('\n')
  const missing = say.list(match.missing.map(({ label }) => label))
  turn.write({
    type: 'text',
    text: say(`benefit-${match.verdict}`, { title: match.title, rules, missing, review: match.review }),
  })
  for (const cite of new Set(match.rules.map((rule) => rule.cite)))
    turn.write({ type: 'source', sourceId: cite, title: match.title })
  const active = turn.inHand.active?.service === BENEFITS ? turn.inHand.active : undefined
  const begun = turn.effects.fills.at(-1)?.application ?? active
  if (begun === undefined) return { outcome: 'answered', completeness: 'complete', engine: 'none' }
  turn.write({ type: 'text', text: '\n' })
  await offerNextStep(rooms, turn, say, begun)
  return { outcome: 'drafting', engine: 'none' }
}

/** What she was found not to be entitled to and the condition that is not met; undefined where she has not been looked at. */
async function whyNone(rooms: Desk, turn: Turn): Promise<Outcome | undefined> {
  const active = turn.inHand.active?.service === BENEFITS ? turn.inHand.active : undefined
  const benefits = active === undefined ? undefined : await rooms.counter.benefits(turn.conversationId)
  if (active === undefined || benefits === undefined) return undefined
  const say = speechIn(rooms.content(), turn.locale)
  const refused = benefits.filter(({ verdict }) => verdict === 'no')
  const open = benefits.filter(({ verdict }) => verdict === 'open').length
  const lines = refused.slice(0, MOST_REFUSED).flatMap(({ title, rules }) => {
    const unmet = rules.find(({ met }) => met === false)
    return unmet === undefined ? [] : [say('benefit-refused-line', { title, reason: unmet.reason })]
  })
  const told =
    lines.length === 0
      ? say('benefits-none-refused', { open: String(open) })
      : say('benefits-refused', { lines: lines.join('\n'), open: String(open) })
  turn.write({ type: 'text', text: `${told}\n` })
  await offerNextStep(rooms, turn, say, active)
  return { outcome: 'drafting', engine: 'none' }
}

/** The benefit of which the words name the title, else the one that its guide is all about and of which they use another name. */
export function benefitMeant(
  { benefits, guides }: Pick<StaffContent, 'benefits' | 'guides'>,
  isMeant: (names: readonly string[]) => boolean,
): string | undefined {
  const all = [...benefits.values()]
  const titled = all.find(({ title, titleEn }) => isMeant([...partsOf(title), plainForm(titleEn)]))
  if (titled !== undefined) return titled.id
  return all.find(({ id, guide }) => {
    const about = id === guide ? guides.get(guide) : undefined
    const names = about === undefined ? [] : [about.title, about.titleEn, ...about.aliases]
    return isMeant(names.filter((name) => PAID.test(name)).map(plainForm))
  })?.id
}

/** 最低生活保障（低保） is also called 低保. */
function partsOf(title: string): string[] {
  const name = plainForm(title)
  return [name, ...name.split(/[（）()、]/u).filter((part) => part.length > 1)]
}

/** Nobody has looked yet: the question why not opens the check of this very benefit. */
async function begin(rooms: Desk, turn: Turn) {
  if (turn.inHand.active !== undefined || turn.inHand.cases.length > 0) return undefined
  const { conversationId, citizen } = turn
  turn.effects.fills.push(await rooms.counter.start({ conversationId, service: BENEFITS, citizen }))
  return rooms.counter.benefits(conversationId)
}

/** Her words open the form; her confirmation of its review files it. */
async function claim(rooms: Desk, turn: Turn, say: Speech, benefit: string): Promise<Outcome> {
  const { conversationId, citizen } = turn
  const opened = await rooms.counter.claimBenefit({ conversationId, benefit, citizen })
  const { application } = opened
  turn.effects.fills.push(opened)
  const lines = [say('application-started', { title: application.title }), ...fillTalk(say, opened)]
  turn.write({ type: 'text', text: `${lines.join('\n')}\n` })
  await offerNextStep(rooms, turn, say, application)
  return { outcome: application.status === 'ready' ? 'awaiting-review' : 'drafting', engine: 'none' }
}
