import { clauseBefore } from '../clause.ts'
import { asks, asksWhether } from '../asking.ts'
import { subjectOf } from '../contrast/people.ts'
import type { ElementContext, Reading } from '../element.ts'
import { readNumeral } from '../numeral.ts'

/** Words by which the number after them is the whole, or the exact one. */
export const TOTAL =
  /(?:一共|总共|共计|合计|总计|拢共|统共|加起来|合起来|加一起|平均(?:下来)?(?:每个?月|一个月)?|总的|总额|总价|凑(?:成|够)|共)(?:是|有|就是|大概|大约|差不多|约|才|[:：])?\s?$/
/** 每层40平, 每人三千: only a part. */
const EACH = /(?:每(?!个?月|年)|各)[^，,\d]{0,2}$/
/** Amounts beside the one asked for. */
const ELSE = /(?:底薪|基本工资|押金|定金|首付|奖金|年终奖|提成|补贴|水电费?|物业费|中介费|利息|税费)[^，,\d]{0,3}$/
/** 一天两百八, 时薪二十: no amount of a month. */
const OTHER_SPAN =
  /(?:[一每](?:天|日|小时|个?钟头|个?星期|个?礼拜|周|件|单|趟)|日薪|时薪|周薪|年薪|一年|每年|半年|[一每]?个?季度?|[季年]付|半年付)(?:一付|一交)?(?:能|有|是|拿|给|大概|差不多)?\s?$/
const OTHER_SPAN_AFTER = /^(?:元|块钱?)?(?:[一每/](?:天|日|小时|个?钟头|星期|周|件|单|趟|年|个?季度?))/

function isOfOtherSpan(folded: string, { start, end }: Reading): boolean {
  return OTHER_SPAN.test(clauseBefore(folded, start)) || OTHER_SPAN_AFTER.test(folded.slice(end))
}

/** 两份，一份备用: the whole, and then what a part is for. */
function isWholeBefore(folded: string, [first, ...rest]: readonly Reading[]): boolean {
  if (first === undefined || rest.length === 0 || first.problem !== undefined) return false
  if (clauseBefore(folded, first.start).length > 3) return false
  const after = folded.slice(first.end)
  if (
    !/^\s?[，,]\s?$/.test(folded.slice(first.end, rest[0]?.start)) ||
    !/^\p{Script=Han}/u.test(folded.slice(rest[0]?.end))
  )
    return false
  if (/不对|错|改|应该|换|还有|加|另|再|不是|吧/.test(after)) return false
  const measure = MEASURE.exec(first.text)?.[0]
  if (measure === undefined) return false
  return rest.every(({ value, text }) => text.endsWith(measure) && Number(value) < Number(first.value))
}

/** 四份，公司两份使馆两份: the whole, and then for whom its parts are. */
function isSumOfParts(folded: string, { value, text, end }: Reading): boolean {
  const measure = MEASURE.exec(text)?.[0]
  if (measure === undefined || !/^[，,。：:\s]/u.test(folded.slice(end))) return false
  const parts = Array.from(
    folded.slice(end).matchAll(new RegExp(`(?<count>[\\d一二两三四五六七八九十]{1,2})${measure}`, 'gu')),
    ({ groups }) => countOf(groups?.['count'] ?? ''),
  )
  return parts.length > 1 && parts.reduce((sum, part) => sum + part, 0) === Number(value)
}

/** 一份，多备一份，两份: the last is what those before come to. */
function isSumOfAll(readings: readonly Reading[]): boolean {
  const parts = readings.slice(0, -1)
  const measure = MEASURE.exec(parts[0]?.text ?? '')?.[0]
  if (parts.length < 2 || measure === undefined || !readings.every(({ text }) => text.endsWith(measure))) return false
  return parts.reduce((sum, { value }) => sum + Number(value), 0) === Number(readings.at(-1)?.value)
}

function countOf(written: string): number {
  return written === '两' ? 2 : (readNumeral(written, 0)?.value ?? 0)
}

/** 我四千，老公六千五: what each of the household earns, each in a clause of their own; undefined where anything else is told. */
function sumOfHousehold(folded: string, readings: readonly Reading[], labels: readonly string[]): Reading | undefined {
  const [first] = readings
  const last = readings.at(-1)
  if (first === undefined || last === undefined || readings.length < 2 || !/家/.test(labels[0] ?? '')) return undefined
  if (NOT_TOGETHER.test(folded)) return undefined
  const people = readings.map(({ start }) => subjectOf(clauseBefore(folded, start), false)?.word)
  if (people.includes(undefined) || new Set(people).size < people.length) return undefined
  const value = readings.reduce((sum, reading) => sum + Number(reading.value), 0)
  return { ...first, value: String(value), text: folded.slice(first.start, last.end), end: last.end }
}

/** What is told beside earnings, or of another time. */
const NOT_TOGETHER = /以前|原来|之前|去年|现在|后来|说好|欠|借|花|[房租还]|药|不算|不一起|分开|[?？吗]/u

const PARTS = /^[^，,。；;]{0,6}$|^[，,][^，,。；;]{1,6}[要留给交用放存寄送]了?$|[，,]?(?:再加|加上|还有|另外|外加)/

/**
 * What an answer to a question for one amount comes to: the total where one is said, the sum of the copies or cars
 * counted in a row, the amount of a month where the month is asked for. A number inside a question is only a guess.
 */
export function settleAmounts(folded: string, readings: readonly Reading[], labels: readonly string[]): Reading[] {
  const inOrder = readings
    .filter(({ start }) => !EACH.test(clauseBefore(folded, start)) && !ELSE.test(clauseBefore(folded, start)))
    .filter((reading) => !/月/.test(labels[0] ?? '') || !isOfOtherSpan(folded, reading))
    .flatMap((reading, at) => (at === 0 ? [reading, ...onesBeside(folded, reading)] : [reading]))
    .toSorted((one, other) => one.start - other.start)
    .filter(({ start }, at, all) => all[at - 1]?.start !== start)
  const [whole] = inOrder
  if (whole !== undefined && (isWholeBefore(folded, inOrder) || isSumOfParts(folded, whole))) return [whole]
  const last = inOrder.at(-1)
  if (last !== undefined && isSumOfAll(inOrder)) return [last]
  const chosen = inOrder.filter((reading, at) => isChosen(folded, reading, at === inOrder.length - 1))
  const [only] = chosen
  if (inOrder.length > 1 && only !== undefined && chosen.length === 1) return [only]
  const total = inOrder.findLast(({ start }) => TOTAL.test(folded.slice(Math.max(0, start - 8), start)))
  if (total !== undefined) return [total]
  const sum = sumOf(folded, inOrder) ?? sumOfHousehold(folded, inOrder, labels)
  if (sum !== undefined) return [sum]
  const monthly = /月/.test(labels[0] ?? '')
    ? inOrder.filter(({ start }) => /月[^年]*$/.test(clauseBefore(folded, start)))
    : []
  const labelled = inOrder.filter(({ start }) =>
    labels.some((label) => label.length > 1 && clauseBefore(folded, start).includes(label)),
  )
  const meant = monthly.length === 1 ? monthly : labelled.length === 1 ? labelled : inOrder
  return meant.map((reading) => (isAsked(folded, reading) ? { ...reading, confidence: 0.4 } : reading))
}

function isAsked(folded: string, { start, end }: Reading): boolean {
  const clause = /^[^，,。；;！!\n]*/.exec(folded.slice(end))?.[0] ?? ''
  return asks(clauseBefore(folded, start) + clause)
}

/** 就算一千四吧: what somebody settles on who is in doubt. */
export const CHOSEN = /(?:就算|就?按|准确(?:的话|来说)?|精确|准数|正好|刚好|就?写|就?填|(?<!打|预)算)(?:是|它|个)?\s?$/

function isChosen(folded: string, { start, end }: Reading, isLast: boolean): boolean {
  if (CHOSEN.test(clauseBefore(folded, start))) return true
  return isLast && /^[\p{Script=Han}]{0,2}吧(?![？?])/u.test(folded.slice(end))
}

const LONGEST_LIST = 60
/** 学校要一份，签证要一份: parts told clause by clause, for whom each is. */
const IN_PARTS = /^(?:[^，,。；;一]{1,6}[要留给交用放存寄送]了?一[份张套本][，,]?){2,}[^，,。；;]*$/u
const MEASURE = /[份张个辆台部本件套位名]$/

/** 两台厢式一台平板: one more of the same measure, which is no number where it stands alone. */
function onesBeside(folded: string, { text, end }: Reading): Reading[] {
  const measure = MEASURE.exec(text)?.[0]
  if (measure === undefined) return []
  const inParts = folded.length <= LONGEST_LIST && IN_PARTS.test(folded)
  return Array.from(folded.matchAll(new RegExp(`(?<![\\d一二两三四五六七八九十百千万第每这那])一${measure}`, 'gu')))
    .filter(({ index }) => index >= end && (inParts || !/[，,。；;]/.test(folded.slice(end, index))))
    .map(({ 0: words, index }) => ({
      value: '1',
      text: words,
      start: index,
      end: index + words.length,
      confidence: 0.8,
    }))
}

/** Counts of one measure said in a row; undefined when they are no parts of a whole. */
function sumOf(folded: string, readings: readonly Reading[]): Reading | undefined {
  const [first] = readings
  const last = readings.at(-1)
  const measure = MEASURE.exec(first?.text ?? '')?.[0]
  if (first === undefined || last === undefined || readings.length < 2 || measure === undefined) return undefined
  for (const [at, { end, text, problem }] of readings.entries()) {
    const next = readings[at + 1]
    if (!text.endsWith(measure) || problem !== undefined) return undefined
    if (next === undefined) break
    const between = folded.slice(end, next.start)
    if (/不|错|改|换|到|至|或|还是/.test(between) || !PARTS.test(between)) return undefined
  }
  // 五辆，再加两辆，七辆: the sum is said itself.
  const before = readings.slice(0, -1).reduce((sum, reading) => sum + Number(reading.value), 0)
  if (readings.length > 2 && before === Number(last.value)) return last
  const value = readings.reduce((sum, reading) => sum + Number(reading.value), 0)
  return { ...first, value: String(value), text: folded.slice(first.start, last.end), end: last.end }
}

const NOTHING =
  /^(?:(?:是|填|就)*零(?:元|块|个月|年)?|[^，,。\d十百千万]{0,8}?(?:没有?|无|未)(?![数算记留注想])[^，,。\d十百千万几多少问吗?？]{0,6})$/u

/** 没交，就那一年: another clause counts something after all. */
const SOME = /(?:就|只|才|有|差)(?:那|这)?[一二两三四五六七八九十几]/

/** 我五千二，她没上班: an amount stands beside what there is none of. */
const AMOUNT = /[一二两三四五六七八九][十百千万]|[一二两三四五六七八九十](?:年|个月|块|元)/u

/** 断没断, 有一天没一天, 说不准: how much it is stays open. */
const OPEN =
  /不(?:知道|清楚|确定|晓得|一定|固定|稳定)|还没发|没[算数]|有一(\p{Script=Han})没一\1|(?:说|讲|拿|算)不(?:准|好|清|定)|[要得][查问看]/u
/** 没断过: nothing missing, which is nothing only where it is asked what is missing. */
const WITHOUT_A_GAP = /(?:没有?|未|无)(?:间?断|停|漏|少|缺|欠|落下)/
const GAP = /断|停|漏|缺|欠/

/** 没有收入, 一分钱都没有, 从来没断过: nothing, where nothing is a possible answer. */
export function readNothing(text: string, { asked, min, labels = [] }: ElementContext): Reading | undefined {
  if (asked !== true || min !== 0) return undefined
  if (/\d|[吗呢?？]\s*$/.test(text) || OPEN.test(text) || asksWhether(text)) return undefined
  const match = text.matchAll(/[^，,。；;！!？?\n]+/g).find(({ 0: clause }) => NOTHING.test(clause))
  if (match !== undefined && WITHOUT_A_GAP.test(match[0]) && !GAP.test(labels.join())) return undefined
  if (match === undefined) return undefined
  const rest = text.replace(match[0], ' ')
  if (SOME.test(rest) || AMOUNT.test(rest)) return undefined
  return { value: '0', text: match[0], start: match.index, end: match.index + match[0].length, confidence: 0.8 }
}

const FEW =
  /^[^，,。\d]{0,6}?(?:(?<count>一)(?:辆|个|台|人|位|名|口|间|部|本|件|次|套)|(?<pair>俩)[车人]?)(?:就(?:够|行|好|可以))?[了吧啊呀的。]*$/u

/** 一辆, 就一个: a lone 一 before a measure, or 俩, counts where a count is asked for. */
export function readLoneOne(folded: string, { asked }: ElementContext): Reading | undefined {
  const groups = asked === true ? new RegExp(FEW, 'du').exec(folded)?.indices?.groups : undefined
  const [start, end] = groups?.['count'] ?? groups?.['pair'] ?? []
  if (start === undefined || end === undefined) return undefined
  return {
    value: groups?.['pair'] === undefined ? '1' : '2',
    text: folded.slice(start, end),
    start,
    end,
    confidence: 0.9,
  }
}
