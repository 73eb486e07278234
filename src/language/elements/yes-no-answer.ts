import { asks } from '../asking.ts'
import { clausesOf } from '../clause.ts'
import type { ElementContext, Reading } from '../element.ts'
import { aboutPlace, asksForPlace, LEFT } from './yes-no-place.ts'

const ADVERB =
  '(?:都|也|还|并|就|全|已经?|早|当然|确实|其实|目前|暂时|现在|真的|完全|从来|我们?|[他她]们?|对方|双方|两个人|大家|自己|统统|通通|根本|压根|这些|那些|什么|[一半两几]\\p{Script=Han}|应该|肯定|那|嗯|好像|倒)*'
const END = '(?:的|过|了|啊|呀|哦|吧|呢|哈|嘛|啦|咯|嘞|喽)*\\s*$'
const NO = new RegExp(
  `^\\s*${ADVERB}(?:不是|不|没有|没|不用|不需要|不要|否|无|还没有?|并没有|不对|不会|不行|不符合|不同意|不愿意|不想|不能|不在|不算|算不上|未必?|no|nope|not)(?:这个|这种|这些|那个)?${END}`,
  'iu',
)
const YES = new RegExp(
  `^\\s*${ADVERB}(?:是|对|有|要|想|需要|会|能|肯|在|算|符合|同意|愿意|打算|可以|好|行|嗯+|没错|没问题|不错|确实|当然|必须|yes|yeah|yep|sure|ok)${END}`,
  'iu',
)
/** Declined: no answer but to a question whether she wants something. */
const DECLINES = new RegExp(`^\\s*${ADVERB}(?:免了|算了)${END}`, 'u')
const ASKS_WISH = /要|想|愿意|同意|希望|打算|请求|申请/
/** Not done yet, whatever is asked. */
const PENDING =
  /还没|尚未|还未|没来得及|还差|欠(?!薪)|还有[^，,]{0,6}没|还有[^，,]{0,3}(?:年|个月|期)|还在(?=办|谈|商|走|弄|写|等|审|还|申|处|排|吵|争|闹|拖|跑|改|补|催|凑)|正在办|差[一几点]/
/** What was is no longer: 解押了, 停了. */
const UNDOING =
  /解(?:押|除|封|散)|取消|撤销|退(?:出|保|掉)|停(?:了|保|缴|掉)|断(?:了|缴|掉)|辞职|离职|结清|还清|清了|清晰|正常|良好/
/** All of it is done, whatever it is: 都办了, 早就弄好了. */
const DONE = /^\s*(?:全?都|已经|早就?)?(?:办|弄|做|处理|搞|完成|准备|通过|拿到|下来)(?:好|完|过|齐)?了[啊呀哦的]*\s*$/
/** 罚单都交干净了: nothing of it is left. */
const ALL_DONE = /^[^，,没未不]{0,6}(?:全|都)(?:已经)?\p{Script=Han}(?:干净|清|掉|完|好|齐)了$/u
/** 有一套小的, 有两个. */
const HAVE = /^\s*(?:我们?|家里)?(?:是|还|倒)?有(?:\p{Script=Han}{1,2}的\s*$|[个套点些]|[\d一二两三四五六七八九十几])/u
const NOT_AT_ALL = /^\s*(?:都|也|从来?|还|暂时|目前|现在|先)?(?:没|未|不|无)/
const NEGATED = /没有?|不(?![错少止仅但过久管同])|未(?!成年)|无(?!论)|别(?!的|人)|免/
const UNCLEAR =
  /不(?:知道|清楚|确定|晓得|记得|懂|明白|方便|好说|一定)|没(?:懂|明白|听|想好|注意|问)|忘|有效|是谁|如果|要是|万一|可能|也许/u

type Verdict = { readonly value: boolean; readonly start: number; readonly end: number }

/**
 * The answer to a yes-no question in the citizen's own words: a plain yes or no in any of its clauses, or a statement about
 * what was asked (清了, 还没写, 户口在老家), turned round where it is negated or speaks of the other side of the question.
 */
export function readYesNoAnswer(text: string, folded: string, context: ElementContext): Reading[] {
  const clauses = Array.from(folded.slice(0, 60).matchAll(/[^，,。；;！!…\n]+/g))
  const told = clauses.filter(({ 0: words }) => !UNCLEAR.test(words) && !asks(words) && words.trim() !== '')
  const alone = clauses.length === 1
  const both = OF_BOTH.test(context.ask ?? '')
  const declined = ASKS_WISH.test(context.ask ?? '') ? false : undefined
  const plain = firstOf(told, (words) => {
    const value = DECLINES.test(words) ? declined : plainly(words)
    return value === true && both && ONE_OF_BOTH.test(words) ? undefined : value
  })
  const verdict =
    plain ??
    firstOf(told, (words) => aboutPlace(words, context.ask ?? '')) ??
    firstOf(told, (words) => aboutAsked(words, context.ask, alone))
  if (verdict === undefined) return []
  const { value, start, end } = verdict
  if (value && plain === undefined && (isOver(folded, context.ask ?? '') || isPendingBeside(folded, start, end)))
    return []
  if (value && asksForPlace(context.ask ?? '') && told.some(({ 0: words }) => LEFT.test(words))) return []
  const confidence = folded.trim().length <= 6 ? 0.9 : 0.7
  return [{ value: String(value), text: text.slice(start, end), start, end, confidence }]
}

/** 我没有, beside what others have: the answer of the one who was asked. */
const OWN =
  /^\s*(?:但是?|可是?|不过|反正)?(?:我们?|咱们?|本人)(?:自己|本人|这边|都|倒|是|也)*(?<no>没有?|不是|不)?(?<yes>有|是)?(?:这个|这种|这些|那个)?(?:的|啊|呀|哦)?\s*$/u

/** The plain answer of the citizen for herself, which stands against whatever is told beside it. */
export function readOwnAnswer(text: string, folded: string, { ask = '' }: ElementContext): Reading | undefined {
  if (OF_BOTH.test(ask) || OF_HOUSEHOLD.test(ask) || /[?？]|[吗么]\s*$/.test(folded)) return undefined
  for (const { 0: words, index } of folded.slice(0, 60).matchAll(/[^，,。；;！!\n]+/g)) {
    const { no, yes } = OWN.exec(words)?.groups ?? {}
    if (no === undefined && yes === undefined) continue
    const end = index + words.length
    return { value: String(no === undefined), text: text.slice(index, end), start: index, end, confidence: 0.9 }
  }
  return undefined
}

/** A question about a household: one of them suffices. */
export const OF_HOUSEHOLD = /家人|[和与]配偶|全家|家里|家庭/

/** A question about two people: 我是 answers half of it. */
export const OF_BOTH = /双方|都|两[个人位]|俩/
const ONE_OF_BOTH = /^\s*(?:我|他|她|对方)(?!们|俩)/

/** Readings of yes without those that another clause calls unfinished: 财产谈好了，孩子归谁还在吵. */
export function withoutPending(folded: string, readings: Reading[], { asked, ask = '' }: ElementContext): Reading[] {
  if (asked !== true) return readings
  const over = isOver(folded, ask)
  return readings.filter(
    ({ value, start, end }) => value === 'false' || (!over && !isPendingBeside(folded, start, end)),
  )
}

/** Whether what is asked to be still open was closed, as another clause says. */
function isOver(folded: string, ask: string): boolean {
  return /[不没未欠]/.test(ask) && !/[清完好过]了[吗没]/.test(ask) && SETTLED.test(folded)
}

/** 罚单有一张，早交掉了: what is still open is asked for, and this is not. */
const SETTLED =
  /[，,。；;][^，,。；;没未不还]{0,6}(?:早就?|已经?|都)[^，,。；;没未不]{0,6}(?:掉|清|完|撤|销|移出|解|好)了/u

const SETTLED_THERE = /[清完好齐掉]了/u

/** Whether a clause tells of something not done yet. */
export function isUnfinished(folded: string): boolean {
  return clausesOf(folded).some(({ start, end }) => {
    const words = folded.slice(start, end)
    return PENDING.test(words) && !SETTLED_THERE.test(words)
  })
}

function isPendingBeside(folded: string, start: number, end: number): boolean {
  return folded
    .matchAll(/[^，,。；;！!\n]+/g)
    .some(({ 0: words, index }) => PENDING.test(words) && (index >= end || index + words.length <= start))
}

/** The plain yes or no that an answer of several clauses opens with. */
export function opensPlainly(folded: string): 'true' | 'false' | undefined {
  const [first, ...rest] = clausesOf(folded)
  if (first === undefined || rest.length === 0) return undefined
  const value = plainly(folded.slice(first.start, first.end))
  return value === undefined ? undefined : value ? 'true' : 'false'
}

function firstOf(
  clauses: readonly RegExpExecArray[],
  judge: (words: string) => boolean | undefined,
): Verdict | undefined {
  for (const { 0: words, index } of clauses) {
    const value = judge(words)
    const lead = words.length - words.trimStart().length
    if (value !== undefined) return { value, start: index + lead, end: index + words.trimEnd().length }
  }
  return undefined
}

/** 是的过不下去了: yes, and what follows says the same again. */
const LEADS_YES = /^\s*(?:是的|没错|对的|嗯+是的?)(?=\S)(?!.*(?:没|未|不(?:是|用|要|会|行|想|需|同意|愿)))/u

function plainly(words: string): boolean | undefined {
  const spaced = words.trim().split(/\s+/)
  if (LEADS_YES.test(words)) return true
  for (const part of /^[\x20-\x7e]+$/.test(words) ? spaced : [words, ...spaced]) {
    if (NO.test(part)) return false
    if (YES.test(part)) return true
  }
  return undefined
}

/** A statement about what was asked, or a short one that begins with its verb. */
function aboutAsked(words: string, ask: string | undefined, alone: boolean): boolean | undefined {
  if (PENDING.test(words)) {
    const rest = words.replace(PENDING, ' ').replaceAll(/[弄搞做办去整成好完下来]/g, ' ')
    if (asksForPlace(ask ?? ''))
      return /孩子/.test(ask ?? '') ? undefined : /^\s*(?:迁|落|转|$)/.test(rest) ? false : undefined
    return meaningful(rest) === '' || shareOfCharacters(rest, ask ?? '') >= 0.5 ? false : undefined
  }
  if (asksForPlace(ask ?? '')) return undefined
  const undone = UNDOING.exec(words)?.[0]
  const negated = NEGATED.test(words) !== (undone !== undefined && ask?.includes(undone) !== true)
  if (
    DONE.test(words) ||
    (ALL_DONE.test(words) && /完了|处理|[办还结]清|办[好完]/.test(ask ?? '')) ||
    (HAVE.test(words) && /有/.test(ask ?? ''))
  )
    return true
  const [right, wrong] = sidesOf(ask ?? '')
  const share = shareOfCharacters(words, right)
  if (sharesAny(words.replaceAll(/未\p{Script=Han}{2}/gu, ' '), wrong, right))
    return BESIDE.test(ask ?? '') && !(ONLY.test(words) && !/[和跟与、]/.test(words)) ? undefined : negated
  if (FIRST.test(words) && /已有|已经|别的|以前|曾|过/.test(ask ?? '')) return false
  if (sharesWord(words, right) || share === 1) return !negated
  if (!alone || !BEGINS.test(words)) return undefined
  if (NOT_AT_ALL.test(words)) return false
  return negated || (ask !== undefined && share === 0) ? undefined : true
}

/** 除了厦门，还在别的地方…: what is named first is the other side only where it is the only one. */
const BESIDE = /除了/
const ONLY = /全|都|只|就|一直|仅|光/
const FIRST = /头一[回次]|第一[次回]|首次|从没/

/** 没交过, 有交, 不在, 已经办了: a short answer that begins with its verb. */
const BEGINS =
  /^\s*(?:(?:都|也|从来?|还|暂时|目前|现在|先)?(?:没|未|不|无)|有|已经?|都|会|在)[\p{Script=Han}]{1,7}\s*$/u

/** What a question asks for, and what it names as the other side: 没有…吗, 公司用就答不是, 未成年. */
function sidesOf(ask: string): [string, string] {
  const plain = ask.replaceAll(/有没有|还没/g, ' ').replaceAll(/(\p{Script=Han})不\1/gu, '$1')
  const wrong: string[] = []
  const right = plain
    .replaceAll(/除了([^，,。；;！!？?]+)/g, (_, words: string) => (wrong.push(words), ' '))
    .replaceAll(/([^，,。；;！!？?]+)就答(?:不|没|否)[^，,。；;]*/g, (_, words: string) => (wrong.push(words), ' '))
    .replaceAll(/没(\p{Script=Han}{1,2}[清完好掉齐])/gu, (_, words: string) => (wrong.push(words), ' '))
    .replaceAll(/未(\p{Script=Han}{2})/gu, (_, words: string) => (wrong.push(words), ' '))
    .replaceAll(/没有([^，,。；;！!？?吗也]+)/g, (_, words: string) => (wrong.push(words), ' '))
  return [right, wrong.join(' ')]
}

const EMPTY =
  /[您你我他她它们的了吗呢吧啊呀啦是有没在不现已经还都要会能过和或者这那个一两办就也哪里么什好完被给把跟到上下去来么请问答人家本自己]/gu

/** Whether half of what the words mean, by pairs of neighbouring characters, stands in the other text. */
function sharesWord(words: string, other: string): boolean {
  const pairs = pairsOf(words)
  const shared = pairs.filter((pair) => other.includes(pair)).length
  return shared > 0 && shared >= pairs.length / 2
}

/** Whether the words share a pair of characters with one text and not with the other. */
function sharesAny(words: string, one: string, other: string): boolean {
  return pairsOf(words).some((pair) => one.includes(pair) && !other.includes(pair))
}

/** How sure, how soon or with whom; no part of what is said. */
const ADVERBS =
  /肯定|当然|一定|必须|必然|确实|自然|应该|得(?=\p{Script=Han})|一道|一起|一块儿?|一并|顺便|顺带|同时|马上|立刻|早就|本来|反正|全部|统统/gu

/** The Han characters of a text that carry meaning. */
function meaningful(words: string): string {
  return words
    .replaceAll(ADVERBS, '')
    .replaceAll(EMPTY, '')
    .replaceAll(/\P{Script=Han}/gu, '')
}

/** How many of the characters that carry meaning stand in the other text, 0..1; 0 of none. */
function shareOfCharacters(words: string, other: string): number {
  const own = Array.from(meaningful(words))
  return own.length === 0 ? 0 : own.filter((character) => other.includes(character)).length / own.length
}

function pairsOf(words: string): string[] {
  return words
    .replaceAll(EMPTY, ' ')
    .split(/[^\p{Script=Han}]+/u)
    .flatMap((run) => Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)))
}
