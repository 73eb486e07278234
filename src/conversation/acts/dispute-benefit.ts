import { plainForm, toSimplified } from '../../language/index.ts'
import { BENEFITS, type BenefitMatch } from '../../services/index.ts'
import { benefitMeant } from './benefit-talk.ts'
import { offerNextStep } from '../telling/offer-next-step.ts'
import type { Outcome } from '../outcome.ts'
import type { Rooms } from '../rooms.ts'
import { speechIn } from '../speech.ts'
import type { Turn } from '../turn.ts'

const DISPUTES =
  /不服|复核|复查|复审|复议|申诉|异议|不(?:认可|认同|接受)|重新(?:审|核)|\b(?:appeal|dispute|object to|disagree with|reviewed?)\b/iu
const SMALL =
  '我们?|你们?|对于?|这个?|那个?|上面|刚才|结果|结论|判断|认定|资格|太|很|要求?|想|可以|能不能|能|请求?|帮我|给我|就|也|都|还|申请|提出?|有|进行|一下|重新|再|审核|审查|审|核|查|怎么办?|如何|去|到|向|找|谁|哪里|哪儿|哪|在|了|吗|呢|吧|啊|的|办|该|[\\s，,。.！!？?、]'
/** Nothing is said but that she does not accept it: of any other matter the words would say more. */
const ONLY_THAT = new RegExp(`^(?:${DISPUTES.source}|${SMALL}){1,24}$`, 'iu')
const ENGLISH = /^[^.?!]{0,24}\b(?:result|decision|this|it|that|appeal|review)\b[^.?!]{0,24}[.?!]?$/iu

/** Whether she does not accept what was decided or found, and names no matter. */
export function disputes(words: string): boolean {
  const plain = toSimplified(words).trim()
  return DISPUTES.test(plain) && (ONLY_THAT.test(plain) || ENGLISH.test(plain))
}

/**
 * Where a benefit that she was told she cannot get is reviewed. Undefined when the words dispute nothing, or nobody asked
 * what the citizen is entitled to.
 */
export async function disputeBenefit(
  rooms: Pick<Rooms, 'content' | 'counter'>,
  turn: Turn,
): Promise<Outcome | undefined> {
  const { active } = turn.inHand
  if (active !== undefined && active.service !== BENEFITS) return undefined
  if (!DISPUTES.test(toSimplified(turn.words))) return undefined
  const words = plainForm(turn.words)
  const named = benefitMeant(rooms.content(), (names) => names.some((one) => words.includes(one)))
  if (named === undefined && !disputes(turn.words)) return undefined
  const benefits = await rooms.counter.benefits(turn.conversationId)
  if (benefits === undefined) return undefined
  const meant = benefits.find(({ id }) => id === named) ?? toldLast(turn, benefits)
  if (meant === undefined && active === undefined) return undefined
  const say = speechIn(rooms.content(), turn.locale)
  turn.write({
    type: 'text',
    text:
      meant === undefined
        ? say('benefit-review-which')
        : say('benefit-review', { title: meant.title, review: meant.review }),
  })
  if (active === undefined) return { outcome: 'answered', completeness: 'complete', engine: 'none' }
  turn.write({ type: 'text', text: '\n' })
  await offerNextStep(rooms, turn, say, active)
  return { outcome: 'drafting', engine: 'none' }
}

/** The benefit she was told last that she cannot get; undefined where that was none, or more than one. */
function toldLast({ inHand: { history } }: Turn, benefits: readonly BenefitMatch[]): BenefitMatch | undefined {
  const refused = benefits.filter(({ verdict }) => verdict === 'no')
  const told = history
    .filter(({ role }) => role === 'assistant')
    .map(({ text }) => refused.filter(({ title }) => text.includes(title)))
    .findLast((some) => some.length > 0)
  const [only] = told ?? refused
  return (told ?? refused).length === 1 ? only : undefined
}
