import { readNumeral, type Numeral } from '../numeral.ts'
import { skipSpaces } from './units.ts'

/** An amount in yuan and where it ends. */
export type Amount = { readonly value: number; readonly end: number }

const YUAN =
  /元(?!旦|素|宵|件|老|帅|月|音)|块(?=钱|[\d一二三四五六七八九]|$|[\p{P}\p{S}\s]|左右|[多以每了吧吗呢哦喔啊呀哈嘛啦就行的够能起整不可要是到至也都和或])|圆(?!形|圈|满|通)/uy
const SMALL = /(?:角|毛)(?=钱|[\d一二三四五六七八九]|$|[\p{P}\p{S}\s]|左右|[多以每整的了吧起])/uy
const CENT = /分(?!钟|之|类|别|行|期|公|局|所|院|店|户|开|数|析|部|配|离|居|娩|享|次|段|项|支)/y
const ENDING = /(?:整|正)(?!数|本|常|式|规|确|理)|钱|人民币/y
const PREFIX = /(?:¥|RMB|CNY|人民币)\s?/iy
const ENGLISH = /\s?-?(?:(?:yuan|RMB|CNY)\b|人民币)/iy

/** The amount whose number starts at `start` of folded text: 20元, 20元5角, 20块5, 贰拾元整, 一万二千元, 40 yuan. */
export function readAmount(text: string, start: number, numeral: Numeral): Amount | undefined {
  const at = skipSpaces(text, numeral.end)
  if (numeral.spelled > 0) return undefined
  if (at > start && matches(YUAN, text, at) && !isOnePiece(text, at, numeral)) {
    const yuanEnd = at + 1
    const rest = readSmallMoney(text, yuanEnd)
    const end = rest?.end ?? yuanEnd
    return { value: cents(numeral.value + (rest?.value ?? 0)), end: endOf(ENDING, text, end) }
  }
  const small = readTenths(text, start, numeral)
  if (small !== undefined) return small
  const named = readWan(text, start, numeral)
  if (named !== undefined) return named
  ENGLISH.lastIndex = numeral.end
  return ENGLISH.test(text) ? { value: cents(numeral.value), end: ENGLISH.lastIndex } : undefined
}

const MONEY_NAMED = /(?:[费款金资薪价额润]|补贴|补助|津贴|奖励|收入|存款|贷款|资产|本金)[^，。；;！？\n]{0,12}$/u
const WAN_ENDS = /(?=$|[\p{P}\p{S}\s]|以[上下内]|左右|[起的封多])/uy

/** 上限为5万, 月薪2万以上: tens of thousands of what was named as money. */
function readWan(text: string, start: number, { value, end }: Numeral): Amount | undefined {
  if (!/[万亿]/.test(text.slice(start, end)) || !matches(WAN_ENDS, text, end)) return undefined
  return MONEY_NAMED.test(text.slice(Math.max(0, start - 20), start)) ? { value, end } : undefined
}

/** 一块 alone is a piece or "together" (一块去); 一块钱 and 一块五 are money. */
function isOnePiece(text: string, at: number, numeral: Numeral): boolean {
  return (
    numeral.han &&
    numeral.value === 1 &&
    text.charAt(at) === '块' &&
    !/[钱\d一二三四五六七八九]/.test(text.charAt(at + 1))
  )
}

/** The amount after a currency sign at `start`: ¥20.00, RMB 40, CNY40. */
export function readSignedAmount(text: string, start: number): Amount | undefined {
  PREFIX.lastIndex = start
  if (!PREFIX.test(text)) return undefined
  const numeral = readNumeral(text, PREFIX.lastIndex)
  if (numeral === undefined) return undefined
  return readAmount(text, PREFIX.lastIndex, numeral) ?? { value: cents(numeral.value), end: numeral.end }
}

/** What follows the yuan: 5角, 5角3分, a lone 5 as in 20块5. */
function readSmallMoney(text: string, start: number): Amount | undefined {
  const numeral = readNumeral(text, start)
  if (numeral === undefined || numeral.value >= 100 || !Number.isInteger(numeral.value)) return undefined
  const tenths = readTenths(text, start, numeral)
  if (tenths !== undefined) return tenths
  const lone =
    numeral.end === start + 1 && text.charAt(start - 1) === '块' && !/[\d\p{L}%℃]/u.test(text.charAt(numeral.end))
  return lone && numeral.value > 0 ? { value: numeral.value / 10, end: numeral.end } : undefined
}

function readTenths(text: string, start: number, numeral: Numeral): Amount | undefined {
  if (numeral.end === start || numeral.value >= 1000) return undefined
  const at = skipSpaces(text, numeral.end)
  if (matches(SMALL, text, at)) {
    const cent = readNumeral(text, at + 1)
    const withCent = cent !== undefined && matches(CENT, text, cent.end)
    const lone =
      cent !== undefined && cent.end === at + 2 && cent.value < 10 && !/[\d\p{L}%]/u.test(text.charAt(cent.end))
    if (lone) return { value: cents(numeral.value / 10 + cent.value / 100), end: cent.end }
    return withCent
      ? { value: cents(numeral.value / 10 + cent.value / 100), end: cent.end + 1 }
      : { value: cents(numeral.value / 10), end: endOf(ENDING, text, at + 1) }
  }
  const isCent = matches(CENT, text, at) && (text.charAt(at + 1) === '钱' || text.charAt(start - 1) === '元')
  return isCent ? { value: cents(numeral.value / 100), end: endOf(ENDING, text, at + 1) } : undefined
}

const COST = '(?:费用?|钱|工本|手续|登记|款)'
const CHARGE = '(?:收取?|缴纳?|交纳?|支付|付|花|出)'
/** Words that state that nothing is charged. Negated ones and those only about a remission do not match. */
const FREE = new RegExp(
  [
    '免费(?!额度)',
    '免收(?:[\\p{L}]{0,8}?费用?)?',
    '免(?:交|缴|除)?[\\p{L}]{0,6}?(?:费用?|押金)(?![\\p{L}]{0,2}(?:政策|对象|范围|申请|证明))',
    `(?:不|无需|无须|不用|不需要?|不必|毋须|毋需)(?:另外?|再|额外)?${CHARGE}(?:取|任何|其他|工本|登记|手续|一分|哪怕|[一1]){0,3}${COST}`,
    '(?:不产生|没有?)(?:任何|其他|额外)?费用(?![的减标])',
    '(?:不收|不再收取?|免[征除])(?=$|[\\p{P}\\p{S}\\s])',
    '不(?:收|要|花)钱',
    '(?:零|0)(?:费用|收费|成本|门槛费|付费)',
    '分文不[取收]|[一1]分(?:钱|文)?(?:也|都)?不(?:收|取|要|用|花)',
    '无偿(?=办理|提供|代办|服务|发放|领取|$|[\\p{P}\\s])',
    '无(?:任何)?(?:费用|收费)(?![的标减])',
    '全免(?!费)',
    'free of charge|no (?:fee|charge)s?\\b|for free\\b',
  ].join('|'),
  'iuy',
)
/** 费用为零, 工本费全免, 工本费：免: what costs nothing is named before. A lone 免 fills the cell of a table. */
const COST_BEFORE = /(?:费用?|收费|押金|价格?)(?:标准)?\s?(?:[:：]|[为是]|一律|全部|全额|均|都|全)*\s?$/u
const NONE = /(?:免|零|0|无)(?![\p{L}\d.])/uy

/** Also the questions 收不收费 and 是否免费. */
const NOT_FREE = /(?:不|非|不是|不再|没有|并非|取消|收|要|是否|有无|减)\s?$/

/** The end of a statement at `start` that something costs nothing; undefined when there is none. */
export function readFree(text: string, start: number): number | undefined {
  FREE.lastIndex = start
  if (!FREE.test(text)) return isNone(text, start) ? start + 1 : undefined
  return NOT_FREE.test(text.slice(Math.max(0, start - 4), start)) ? undefined : FREE.lastIndex
}

function isNone(text: string, start: number): boolean {
  if (!matches(NONE, text, start)) return false
  const before = text.slice(Math.max(0, start - 12), start)
  return COST_BEFORE.test(before) || (text.charAt(start) === '免' && text.trim() === '免')
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

function endOf(pattern: RegExp, text: string, at: number): number {
  return matches(pattern, text, at) ? pattern.lastIndex : at
}

function cents(value: number): number {
  return Math.round(value * 100) / 100
}
