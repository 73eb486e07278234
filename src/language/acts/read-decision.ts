import { foldCharacters, toSimplified } from '../script.ts'

/** A yes or no to something that was put to the citizen. */
export type Decision = {
  readonly granted: boolean
  /** 都同意: to everything of the kind that she was asked. */
  readonly all: boolean
  /** False where she goes on to say something else: 同意，我的电话是…. */
  readonly whole: boolean
}

const LEAD =
  '(?:(?:那|那就|就|我|我们|咱|全部|全|统统|都|先|暂时|现在|还是|也|好|好的|嗯+|哦+|啊|你|您|你们|您们|帮我|给我|直接|去|请|麻烦)\\s?)*'
const TAIL =
  '(?:了|吧|啊|呀|哦|喔|呢|嘛|的|哈|就行|就好|就可以|一下|看看|看|好了|它|这个|这项|这些|数据|信息|记录|资料|给你们?|给您|谢谢[你您]?)*'
const DOING = '(?:查询|查看|查|使用|调用|调取|读取|授权|用)'

/** Words that consent or refuse by themselves, whatever else is said. */
const CONSENTS = whole(
  `(?:(?:同意|可以|愿意|允许|没问题|没意见|好|行|ok|okay|agreed?|i agree|sure|yes|go ahead)${TAIL}${DOING}?|${DOING})`,
)
const REFUSES = whole(
  `(?:(?:不同意|不愿意?|不想|不允许|不许|不准|不授权|拒绝|不可以|不行|不用|不要|不必|不需要|用不着|别|甭|不|no|nope|do not|don't|i disagree)${TAIL}(?:让|给)?(?:你们?|您)?${DOING}?|免了|算了|自己(?:来)?(?:填|说|写|输入?|来|报)|手[动工](?:填|输入?)?)`,
)
/** The same in English. */
const LOOK_UP = '(?: to)?(?: (?:look(?:ing)?|check(?:ing)?|use|using)(?: (?:it|this|that|them|up|in|the))*)?'
const CONSENTS_IN_ENGLISH = new RegExp(
  `^(?:(?:yes|ok|okay|sure|fine|all right|please|that's) ?)*(?:i )?(?:agree|consent|allow (?:it|this|that)|accept|fine with me|fine|please look (?:it|this|that|them) up|look (?:it|this|that|them) up|do look)${LOOK_UP}(?: please)?$`,
)
const REFUSES_IN_ENGLISH = new RegExp(
  `^(?:(?:no|please) )*(?:i )?(?:(?:do not|don't|would rather not|'d rather not|rather not|won't|will not|refuse to|decline to|decline|refuse)(?: want(?: you)?)?(?: agree| consent| allow (?:it|this|that))?)${LOOK_UP}(?: please)?$`,
)
/** Words that say yes or no to a question, and only when nothing else is said consent to anything. */
const AFFIRMS = whole('(?:是|对|要|需要|嗯+|恩|yeah|yep|yup|please do|yes please)')
const DENIES = whole('(?:否|不了|不是|no thanks?(?: you)?)')
const POLITE = /^(?:嗯+|哦+|啊|呃|那|好的?|谢谢(?:你|您)?|麻烦(?:你|您)?了?|辛苦(?:了|你|您)?|please|thanks?)$/u
const ASKS = /[?？]|什么|啥|哪|怎么|为什么|多少|多久|几|吗|能不能|可不可以|安全么/u
const ALL = /都|全部?|统统|\ball\b/u

function whole(words: string): RegExp {
  return new RegExp(`^${LEAD}${words}${TAIL}$`, 'u')
}

/**
 * The yes or no that a message is, in any wording; undefined where it is none, asks something, or says both. Where more is
 * said, only words that consent or refuse by themselves count: the 是 of 是，我在厦门 answers something else.
 */
export function readDecision(text: string): Decision | undefined {
  const plain = toSimplified(foldCharacters(text)).toLowerCase()
  if (ASKS.test(plain)) return undefined
  const clauses = plain
    .split(/[，,。；;！!~～\n]+|\.(?=\s|$)|(?<=\p{Script=Han})\s+/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
  const said = clauses.map((clause) => ({ clause, ...readClause(clause) }))
  const decided = said.filter(({ granted }) => granted !== undefined)
  const rest = said.filter(({ granted, clause }) => granted === undefined && !POLITE.test(clause))
  // 好的，不用查了: what only opens the answer decides nothing.
  const [first] = decided.filter(
    ({ clause }) => !POLITE.test(clause) || decided.every((one) => POLITE.test(one.clause)),
  )
  if (first?.granted === undefined) return undefined
  const { granted, explicit } = first
  const contrary = decided.some((one) => one.granted !== granted && !POLITE.test(one.clause))
  if (contrary || (rest.length > 0 && !explicit)) return undefined
  return { granted, all: decided.some(({ clause }) => ALL.test(clause)), whole: rest.length === 0 }
}

function readClause(clause: string): { granted?: boolean; explicit: boolean } {
  if (REFUSES.test(clause) || REFUSES_IN_ENGLISH.test(clause)) return { granted: false, explicit: true }
  if (CONSENTS.test(clause) || CONSENTS_IN_ENGLISH.test(clause)) return { granted: true, explicit: true }
  if (DENIES.test(clause)) return { granted: false, explicit: false }
  if (AFFIRMS.test(clause)) return { granted: true, explicit: false }
  return { explicit: false }
}
