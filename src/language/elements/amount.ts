import { asks } from '../asking.ts'
import { clauseBefore } from '../clause.ts'
import type { DataElement, ElementCheck, ElementContext, Reading } from '../element.ts'
import { endOfNumeralRun, readNumeral, startsNumeral } from '../numeral.ts'
import type { Quantity } from '../quantity.ts'
import { readQuantities } from '../quantities/read-quantities.ts'
import { foldCharacters } from '../script.ts'
import { countPeople, INCOME } from './count-people.ts'
import { labelBefore, labelsOf } from './labelled.ts'
import { CHOSEN, readLoneOne, readNothing, settleAmounts, TOTAL } from './settle-amounts.ts'

/** 金额 in yuan, at most two decimals: 2800元, 两千八, 1.2万, 20块5. */
export const money: DataElement = {
  id: 'money',
  label: '金额',
  secret: false,
  read: (text, context) => readAmounts(text, context, 'money'),
  check: (value, context) => checkAmount(value, context, 'money'),
  show: (value) => `${value}元`,
}

/** 数字: a count, a number of months or years, whatever its unit; 半年 is 6 where the label speaks of months. */
export const number: DataElement = {
  id: 'number',
  label: '数字',
  secret: false,
  read: (text, context) => readAmounts(text, context, 'number'),
  check: (value, context) => checkAmount(value, context, 'number'),
  show: (value) => value,
}

/** What stands before the new number of a correction. */
const REPLACES = /(?:改成|改为|换成|应该是|应为)\s?$/

/** 50w, 8k. */
const SCALES: Readonly<Record<string, number>> = { w: 10_000, W: 10_000, k: 1000, K: 1000, 万: 10_000, 亿: 100_000_000 }

type Kind = 'money' | 'number'
const COUNTABLE = new Set(['count', 'duration', 'age', 'area', 'length', 'percent'])

/** 四十来平 is read like 四十多平. */
const ABOUT = /(?<=[十百千万\d])来(?=[个平万块元年月岁口])/g
const NUMERAL = '一二两三四五六七八九十百\\d'
/** 一各月, and 两分 where copies are asked for: as people write down what they say. */
const MONTHS_MISHEARD = new RegExp(`(?<=[${NUMERAL}])各(?=月)`, 'g')
/** 三千二一个月: the 一 belongs to the month. */
const OF_A_MONTH = /(?<=[百千万][一二两三四五六七八九])一(?=个?月|年)/g
/** 一个月没断过: none of it, and not one. */
const NOT_ONE = /(?<=^|[，,。；;\s])一个?[月天年次分](?=钱?[都也]?(?:没|未|不))/g
/** 押一付三: how the rent is paid, and no amount. */
const PAID_AHEAD = /押[一二两三]付[一二两三六]/gu
/** 一个月就…, 每个月拢共…: the amount of a month, whatever else is asked. */
const A_MONTH =
  /(?:[一每]个?月|月收入)(?:收入|工资|全家|[就才只也有拿挣是]|大概|差不多|拢共|总共|一共|合起来|加起来|到手)*$/u
const COPIES_MISHEARD = new RegExp(`(?<=[${NUMERAL}])分(?![钱之])`, 'g')

function readAmounts(said: string, context: ElementContext, kind: Kind): Reading[] {
  const labels = labelsOf(kind, context)
  const heard = said
    .replaceAll(ABOUT, '多')
    .replaceAll(MONTHS_MISHEARD, '个')
    .replaceAll(OF_A_MONTH, '每')
    .replaceAll(NOT_ONE, (words) => ' '.repeat(words.length))
    .replaceAll(PAID_AHEAD, (words) => ' '.repeat(words.length))
  const text = /份/.test(labels.join()) ? heard.replaceAll(COPIES_MISHEARD, '份') : heard
  const folded = foldCharacters(text)
  const nothing = readNothing(folded, context)
  if (nothing !== undefined) return [nothing]
  const people =
    kind === 'number' && context.asked === true && COUNTS_PEOPLE.test(labels.join()) && !asks(folded)
      ? countPeople(folded)
      : undefined
  if (people !== undefined) {
    const end = Math.max(0, folded.search(INCOME)) || said.length
    return [reading(people, { text: said.slice(0, end), start: 0, end }, context, kind, 0.9)]
  }
  const quantities = readQuantities(text)
  const readings = quantities.flatMap((quantity) => {
    const value = withTenths(valueOf(quantity, kind, labels), folded, quantity)
    if (value === undefined) return []
    const offered = context.asked === true || labelBefore(folded, quantity.start, labels) !== undefined
    return kind === 'money' || offered || near(folded, quantity.start, labels)
      ? [reading(value, quantity, context, kind, offered ? 1 : kind === 'money' ? 0.7 : 0.6)]
      : []
  })
  const all = [...readings, ...readBare(text, folded, context, kind, labels, quantities)]
  const one = kind === 'number' && all.length === 0 ? readLoneOne(folded, context) : undefined
  if (one !== undefined) return [one]
  return context.asked === true ? settleAmounts(folded, all, labels) : all
}

const COUNTS_PEOPLE = /人数|几口|几个人|股东/

/** A unit in the label decides which quantity is meant: 缴存月数 takes 14个月 and turns 一年 into 12, 公斤 takes tons. */
function valueOf(quantity: Quantity, kind: Kind, labels: readonly string[]): number | undefined {
  if (typeof quantity.value !== 'number' || quantity.max !== undefined) return undefined
  if (kind === 'money') return quantity.kind === 'money' ? quantity.value : undefined
  if (!COUNTABLE.has(quantity.kind)) return undefined
  const label = labels[0] ?? ''
  if (/面积|平方米/.test(label) && quantity.kind !== 'area') return undefined
  if (quantity.kind === 'percent' && !/比例|百分|%/.test(label)) return undefined
  if (/月数|年数|年限/.test(label) && quantity.kind !== 'duration') return undefined
  if (quantity.unit === '吨' && /公斤|千克/.test(label)) return quantity.value * 1000
  if (quantity.kind === 'duration' && quantity.unit === 'year' && /月/.test(label)) return quantity.value * 12
  if (quantity.kind === 'duration' && quantity.unit === 'month' && /年/.test(label) && !/月/.test(label))
    return quantity.value / 12
  return quantity.value
}

/** 四吨九, 四吨半: a digit after the unit tells tenths of it. */
function withTenths(value: number | undefined, folded: string, { unit, end }: Quantity): number | undefined {
  const tenths = unit === '吨' ? /^([半一二三四五六七八九])(?=$|[，,。；;\s])/.exec(folded.slice(end))?.[1] : undefined
  if (tenths === undefined || value === undefined) return value
  return value + (tenths === '半' ? 500 : (readNumeral(tenths, 0)?.value ?? 0) * 100)
}

/** A label somewhere before in the same clause: 公积金交了14个月. */
function near(folded: string, start: number, labels: readonly string[]): boolean {
  const counted = folded.slice(start).replace(/^[\d一二两三四五六七八九十]{1,3}/, '')
  const clause =
    folded
      .slice(Math.max(0, start - 24), start)
      .split(/[，,。；;！!？?\n]/)
      .at(-1) ?? ''
  return labels.some((label) => {
    if (label.length >= 2 && clause.toLowerCase().includes(label)) return true
    const [verb, unit] = label.split(/几|多少/)
    if (verb === '' && unit !== undefined && unit.length >= 2 && counted.startsWith(unit)) return true
    return (
      verb !== undefined &&
      unit !== undefined &&
      verb.length > 0 &&
      new RegExp(`${RegExp.escape(verb)}(?:一共|总共|已经|大概|差不多|大约|有|约)?$`).test(clause) &&
      /^[\d.\p{Script=Han}]{1,8}$/u.test(folded.slice(start, start + 1)) &&
      folded.slice(start, start + 12).includes(unit)
    )
  })
}

/** Numbers without a unit, where asked for or named: 两千八, 2800, 十四. */
function readBare(
  text: string,
  folded: string,
  context: ElementContext,
  kind: Kind,
  labels: readonly string[],
  quantities: readonly Quantity[],
): Reading[] {
  const readings: Reading[] = []
  for (let at = 0; at < folded.length; at += 1) {
    if (!startsNumeral(folded.charAt(at))) continue
    const numeral = readNumeral(folded, at)
    if (numeral === undefined) {
      at = endOfNumeralRun(folded, at) - 1
      continue
    }
    const end = numeral.end
    const unit = end + (/[个多余]/.test(folded.charAt(end)) ? 1 : 0)
    const scaled = kind === 'money' ? SCALES[folded.charAt(unit)] : undefined
    const scale = scaled !== undefined && !/[A-Za-z\d]/.test(folded.charAt(unit + 1)) ? scaled : 1
    const glued =
      /[A-Za-z\d]/.test(folded.charAt(at - 1)) ||
      (scale === 1 && /[A-Za-z\d]/.test(folded.charAt(end)) && !/^(?:kw|kva|kg)(?![a-z])/i.test(folded.slice(end)))
    const taken = quantities.some(
      ({ start, end: stop, kind: of }) => start < end && stop > at && !(scale > 1 && of === 'count'),
    )
    const whole = !numeral.han || /^[\s，,。.!！吧左右多块元]*$/.test(folded.slice(end)) || numeral.end - at > 1
    const alone =
      context.asked === true &&
      ((/^[\p{Script=Han}\s，,:：。.]{0,8}$/u.test(folded.slice(0, at)) && /^.{0,4}$/u.test(folded.slice(end))) ||
        (kind === 'money' &&
          numeral.value >= 100 &&
          !/[年月号日岁]/.test(folded.charAt(end)) &&
          folded.length <= (/\p{Script=Han}/u.test(folded) ? 40 : 80)))
    const named =
      labelBefore(folded, at, labels) !== undefined ||
      (REPLACES.test(folded.slice(Math.max(0, at - 4), at)) && near(folded, at, labels)) ||
      (kind === 'money' && numeral.value >= 100 && /月/.test(labels[0] ?? '') && A_MONTH.test(clauseBefore(folded, at)))
    const said = context.asked === true && (TOTAL.test(folded.slice(0, at)) || CHOSEN.test(clauseBefore(folded, at)))
    const counts = !/^[楼层号栋座室]/.test(folded.slice(end))
    if (!glued && !taken && counts && numeral.spelled === 0 && whole && (named || alone || said) && end - at <= 15) {
      readings.push(
        reading(numeral.value * scale, { text: text.slice(at, end), start: at, end }, context, kind, named ? 0.9 : 0.6),
      )
    }
    at = end - 1
  }
  return readings
}

function reading(
  value: number,
  words: { text: string; start: number; end: number },
  context: ElementContext,
  kind: Kind,
  confidence: number,
): Reading {
  const problem = boundProblem(value, context, kind)
  return {
    value: plain(value),
    text: words.text,
    start: words.start,
    end: words.end,
    confidence,
    ...(problem === undefined ? {} : { problem }),
  }
}

function plain(value: number): string {
  return String(Math.round(value * 100) / 100)
}

function boundProblem(value: number, { min, max }: ElementContext, kind: Kind): string | undefined {
  const unit = kind === 'money' ? '元' : ''
  if (kind === 'money' && value < 0) return '金额不能小于0。'
  if (min !== undefined && value < min) return `应不少于${min}${unit}，请核对。`
  if (max !== undefined && value > max) return `应不超过${max}${unit}，请核对。`
  return undefined
}

function checkAmount(value: string, context: ElementContext, kind: Kind): ElementCheck {
  const trimmed = foldCharacters(value).trim()
  const amount = /^-?\d{1,15}(?:\.\d+)?$/.test(trimmed)
    ? Number(trimmed)
    : readAmounts(trimmed, { ...context, asked: true }, kind).map((read) => Number(read.value))[0]
  if (amount === undefined || !Number.isFinite(amount))
    return { ok: false, problem: kind === 'money' ? '请写金额，例如“2800元”。' : '请写一个数字，例如“12”。' }
  if (kind === 'money' && Math.abs(amount * 100 - Math.round(amount * 100)) > 1e-6)
    return { ok: false, problem: '金额最多两位小数。' }
  const problem = boundProblem(amount, context, kind)
  return problem === undefined ? { ok: true, value: plain(amount) } : { ok: false, problem }
}
