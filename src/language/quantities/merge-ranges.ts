import type { Quantity } from '../quantity.ts'

const BETWEEN = /^\s?(?:-|–|—|~|至|到)\s?$/
/** What may stand between 满十八周岁 and 四十六周岁, or 16周岁以上 and 18周岁. */
const BOUNDED =
  /^(?:\(含\)|（含）)?(?:及?以上)?[、,，]?(?:并且|并|且|但|至)?(?:不满|未满|没满|不足|不到|未到|没到|不超过)?$/

/** Joins two neighbours that state the ends of one range (18周岁至45周岁, 满十八周岁不满四十六周岁). */
export function mergeRanges(quantities: readonly Quantity[], text: string): Quantity[] {
  const merged: Quantity[] = []
  for (const quantity of quantities) {
    const previous = merged.at(-1)
    const range = previous === undefined ? undefined : rangeOf(previous, quantity, text)
    if (range === undefined) merged.push(quantity)
    else merged[merged.length - 1] = range
  }
  return merged
}

function rangeOf(low: Quantity, high: Quantity, text: string): Quantity | undefined {
  const ofMonth = low.kind === 'day-of-month' && high.kind === 'duration'
  if ((low.kind !== high.kind && !ofMonth) || low.unit !== high.unit || high.start - low.end > 12) return undefined
  if (typeof low.value !== 'number' || typeof high.value !== 'number' || high.value <= low.value) return undefined
  if (low.comparator === 'range' || high.comparator === 'range') return undefined
  const gap = text.slice(low.end, high.start)
  const bounds = low.comparator === '>=' && (high.comparator === '<' || high.comparator === '<=')
  if (!(bounds ? BOUNDED : BETWEEN).test(gap)) return undefined
  return { ...low, max: high.value, comparator: 'range', text: text.slice(low.start, high.end), end: high.end }
}
