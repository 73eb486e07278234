import { clauseBefore } from '../clause.ts'
import type { ElementId, Reading } from '../element.ts'

/** Words between two values by which the second takes the place of the first. */
const TURNED =
  /不对|实际|算了|[写说打填弄搞算看记报讲选输抄][错反漏]|错了|有误|更正|纠正|改[成为到叫名用]|改$|换[成到]|应该?[是为]|不行|不够|(?:末|尾|最后|倒数|第.)[一二两三几]?[位个]|停机|作废|不用了|不[住在]了|(?:^|[，,。\s哦噢啊呃])(?:不是?){1,3}[，,\s]|[哦噢啊呃]不|那(?:个)?是[^，,。；;\d]{1,6}的|不是(?:这|那)|(?:现在|后来|今年|最后)[^，,。；;\d]{0,6}$|[，,]\s?(?:那|我|就)?还是|[，,]按$/
/** 下周一没空: a day that does not suit. */
const UNSUITED = /^[^，,。；;]{0,3}(?:没空|没时间|有事|满了|约不[上到]|来不及|去不了|不方便)/u
/** What stands before a value that was given up: 以前用…, 不要打…. */
const GIVEN_UP = /(?:不要|别|不用|不是|以前|原来|之前|原先|本来)[^，,。；;\d]{0,6}$|\b(?:not|instead of)\s$/
/** Words between two values of which either would do: which one is meant only the citizen can tell. */
const EITHER = /^[，,\s]{0,2}(?:或者?|还是|要么|要不)(?:是|去)?\s?$/
/** 可能叫林某, 也许叫林某某: no name yet. */
const MAYBE = /可能|也许|或许|说不定|要么|想叫|打算叫|准备叫|暂时叫/
/** 厂里交了21年，后来自己交了6年: the second comes on top. */
const ADDED = /(?:后来|之后|然后|又|再)(?:又|再|自己|在)?[^，,。；;\d]{0,4}了$/
const ONE_OF_MANY = new Set<ElementId>([
  'mobile',
  'citizen-id',
  'bank-card',
  'uscc',
  'plate',
  'date',
  'number',
  'money',
])

/**
 * The readings of one field that still stand at the end of what was said: a value that the next words take back
 * (写错了，改成…; 以前用…，现在换成…) is left out, and so are two of which either would do, or several amounts where one
 * is asked for.
 */
export function settle(folded: string, readings: readonly Reading[], element: ElementId, asked: boolean): Reading[] {
  const inOrder = readings.toSorted((one, other) => one.start - other.start)
  const isAmount = element === 'money' || element === 'number'
  const standing = inOrder.filter((reading, at) => {
    if (element === 'date' && inOrder.length > 1 && UNSUITED.test(folded.slice(reading.end))) return false
    const next = inOrder[at + 1]
    const previous = inOrder[at - 1]
    if (ONE_OF_MANY.has(element) && (isEither(folded, reading, next) || isEither(folded, previous, reading)))
      return false
    if (next === undefined || next.start < reading.end) return true
    const between = folded.slice(reading.end, next.start)
    if (isAmount && ADDED.test(between)) return true
    return !TURNED.test(between) && !(GIVEN_UP.test(folded.slice(0, reading.start)) && /[，,。；;]/.test(between))
  })
  const held = standing.filter(({ start }) => !GIVEN_UP.test(clauseBefore(folded, start)))
  const certain =
    element === 'name' && asked ? standing.filter(({ start }) => !MAYBE.test(clauseBefore(folded, start))) : standing
  if (certain.length < standing.length) return certain
  // 他哥上初中，他上小学: which of the options is meant only the citizen can tell.
  if (asked && element === 'choice' && new Set(standing.map(({ value }) => value)).size > 1) return []
  const kept = isAmount && held.length > 0 ? held : standing
  return asked && isAmount && new Set(kept.map(({ value }) => value)).size > 1 ? [] : kept
}

function isEither(folded: string, one: Reading | undefined, other: Reading | undefined): boolean {
  if (one === undefined || other === undefined || other.start < one.end || one.value === other.value) return false
  return EITHER.test(folded.slice(one.end, other.start))
}
