import { readQuantities } from '../quantities/read-quantities.ts'
import type { Quantity } from '../quantity.ts'
import type { Condition } from './condition.ts'
import { MEASURES, type Measure } from './measures.ts'
import { traitsStated } from './traits.ts'

const LABEL = /^\*\*(.{1,40}?)\*\*[：:]?/u
/** A step of what to do, what has to be looked up, how a rule changes, what others must do, and a short answer to another question are no conditions. */
const STEP =
  /^第[一二三四五六七八九十]步|是否|是不是|由[^，]{1,8}(?:调整|延迟|提高)|^(?:用人)?单位应当|(?:机关|机构|部门)应当|^[^，]{1,4}，/u
/** 30日内没有申请的: time alone does not make the case. */
const LEFT_UNDONE = /内[^，]*(?:没有?|未)[^，]*的$/u
/** How long the office takes. */
const OFFICE = /[收接]到[^，]{0,4}申请[^，]*$|受理[^，]*$/u
/** 自年满16周岁之日起3个月内: that day begins a term, and asks nothing of those who are older. */
const BEGINS_TERM = /^之?日起/u
const CASE_END = /(?:的|时|人|公民|居民|孩子|后)$/u
const OF_CASE = /^(?:及?以[上下内前后])?[^，的]{0,8}的(?!$)/u
const ALLOWS = /(?<![不也])(?:可以|就能|能(?!否)|享受)/u
const URGES = /提倡|鼓励/u
const FORBIDS = /不(?:能|可以|得|予)|也可以|也能/u

/** What a line of a guide asks for in numbers, sentence by sentence; its label is no part of the words. */
export function readConditions(line: string): Condition[] {
  const label = LABEL.exec(line)?.[1] ?? ''
  return line
    .replace(LABEL, '')
    .split(/[。；;\n]/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '' && !STEP.test(sentence))
    .flatMap((sentence) => conditionsIn(sentence, label))
}

function conditionsIn(sentence: string, label: string): Condition[] {
  return readQuantities(sentence).flatMap((quantity) => {
    const blanked = `${sentence.slice(0, quantity.start)}#${sentence.slice(quantity.end)}`
    const measure = MEASURES.find(({ kinds, stated }) => kinds.includes(quantity.kind) && stated.test(blanked))
    if (measure === undefined || isListed(sentence, quantity)) return []
    if (BEGINS_TERM.test(sentence.slice(quantity.end))) return []
    const bound = boundOf(quantity, measure, sentence)
    if (bound === undefined) return []
    const part = around(sentence, quantity, /[，,：:]/u)
    if (measure.deadline === true && OFFICE.test(sentence.slice(0, quantity.start))) return []
    if (bound.comparator === '<=' && LEFT_UNDONE.test(part.text)) return []
    const near = around(sentence, quantity, /[，,：:、]/u)
    return [
      {
        measure: measure.id,
        traits: traitsStated(near.text, part.text, sentence.slice(0, quantity.start), label),
        quantity: bound,
        deadline: measure.deadline === true,
        text: part.text.trim(),
        near: near.text.trim(),
        form: formOf(sentence, part, quantity),
        sentence,
      },
    ]
  })
}

/** One of several numbers after a colon is told whole, or elsewhere line by line. */
function isListed(sentence: string, { kind, start }: Quantity): boolean {
  const colon = sentence.slice(0, start).lastIndexOf('：')
  return colon >= 0 && readQuantities(sentence.slice(colon)).filter((one) => one.kind === kind).length > 1
}

type Part = { readonly text: string; readonly end: number }

/** 居住不满6个月的，… and 140平方米以上的契税2% tell of a case; 缴费满1年 only asks. */
function formOf(sentence: string, part: Part, { end }: Quantity): Condition['form'] {
  const inside = OF_CASE.test(sentence.slice(end, part.end))
  const goesOn = part.end < sentence.length && CASE_END.test(part.text.trim())
  if (!inside && !goesOn) return 'asks'
  const follows = sentence.slice(end)
  return (ALLOWS.test(follows) || URGES.test(sentence)) && !FORBIDS.test(follows) ? 'allows' : 'case'
}

/** A bare number bounds only where its measure says so: 届满30日以前, 提前3个月. */
function boundOf(quantity: Quantity, { least, deadline }: Measure, sentence: string): Quantity | undefined {
  if (quantity.comparator !== '=') return quantity
  const after = sentence.slice(quantity.end)
  if (least === true) {
    const window = /[期届]满前$/u.test(sentence.slice(0, quantity.start)) && !/^(?:以|之)?前/u.test(after)
    return window ? undefined : { ...quantity, comparator: '>=' }
  }
  return deadline === true && after.startsWith('内') ? { ...quantity, comparator: '<=' } : undefined
}

function around(sentence: string, { start, end }: Quantity, stop: RegExp): Part {
  const after = sentence.slice(end).search(stop)
  const to = after < 0 ? sentence.length : end + after
  const before = sentence.slice(0, start).split(stop).at(-1) ?? ''
  return { text: sentence.slice(start - before.length, to), end: to }
}
