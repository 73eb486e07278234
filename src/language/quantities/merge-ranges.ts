import type { Quantity } from '../quantity.ts'

const BETWEEN = /^\s?(?:-|–|—|~|至|到)\s?$/
/** 六周岁至不满十四周岁. */
const TO_BELOW = /^\s?(?:(?:[-–—~]|至|到)\s?(?:不满|未满|不足|不到|不超过)?|不满|未满|不足|不到)$/
const INCLUDED = '(?:[(（][^()（）]{0,8}[)）])?'
const AND = '(?:并且|并|且|但|而|至|和|同时)?'
/** What may stand between 满十八周岁 and 四十六周岁, or 16周岁以上 and 18周岁. */
const BOUNDED = new RegExp(
  `^${INCLUDED}(?:及?以上)?${INCLUDED}(?:[、,，]?${AND}(?:不满|未满|没满|不足|不到|未到|没到|不超过)?|${AND}(?:不[多高大]于|小于|低于|少于|不得超过))$`,
)
/** The same where each end has a word of its own: 最低50元，最高500元. */
const BOUNDED_APART = new RegExp(
  `^${INCLUDED}(?:及?以上)?${INCLUDED}[、,，]?${AND}(?:(?:最[高多大长晚迟]|至多|上限|不得?超过|不[多高大]于|小于|低于|少于|[不未没]满)[为是]?)?$`,
)

/** Joins two neighbours that state the ends of one range (18周岁至45周岁, 满十八周岁不满四十六周岁). */
export function mergeRanges(quantities: readonly Quantity[], text: string): Quantity[] {
  return merge(quantities, text, BOUNDED)
}

/**
 * Joins two bounds that are stated apart as well (最低50元，最高500元), for who asks for the range as a whole. The
 * quantities are those read from the text.
 */
export function joinBounds(quantities: readonly Quantity[], text: string): Quantity[] {
  return merge(quantities, text, BOUNDED_APART)
}

function merge(quantities: readonly Quantity[], text: string, bounded: RegExp): Quantity[] {
  const merged: Quantity[] = []
  for (const quantity of quantities) {
    const previous = merged.at(-1)
    if (previous !== undefined && saysBoundAgain(previous, quantity, text)) continue
    const range = previous === undefined ? undefined : rangeOf(previous, quantity, text, bounded)
    if (range === undefined) merged.push(quantity)
    else merged[merged.length - 1] = range
  }
  return merged
}

/** 60周岁以上（含60周岁）: the bracket only says what the bound includes. */
function saysBoundAgain(said: Quantity, again: Quantity, text: string): boolean {
  return (
    said.kind === again.kind &&
    said.value === again.value &&
    said.unit === again.unit &&
    /^(?:及?以[上下内]|之[上下内])?[(（]不?(?:含|包括|包含)(?:本数)?$/.test(text.slice(said.end, again.start))
  )
}

function rangeOf(low: Quantity, high: Quantity, text: string, bounded: RegExp): Quantity | undefined {
  const ofMonth = low.kind === 'day-of-month' && high.kind === 'duration'
  if ((low.kind !== high.kind && !ofMonth) || low.unit !== high.unit || high.start - low.end > 14) return undefined
  if (typeof low.value !== 'number' || typeof high.value !== 'number' || high.value <= low.value) return undefined
  if (low.comparator === 'range' || high.comparator === 'range') return undefined
  const gap = text.slice(low.end, high.start)
  const bounds = low.comparator === '>=' && (high.comparator === '<' || high.comparator === '<=')
  const between = bounds ? bounded : low.comparator === '=' && high.comparator.startsWith('<') ? TO_BELOW : BETWEEN
  if (!between.test(gap)) return undefined
  return { ...low, max: high.value, comparator: 'range', text: text.slice(low.start, high.end), end: high.end }
}

/** Whether the upper end of a range is left out (不满四十六周岁, 小于36周岁). */
export function leavesOutEnd(words: string): boolean {
  return /(?:[不未没]有?(?:满|到)|不足|未达|(?<!不|不[得能应])(?:小于(?!等于)|低于|少于)|<(?!=))[^满到足于<]{1,12}$/.test(
    words,
  )
}
