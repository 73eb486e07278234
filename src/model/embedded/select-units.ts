import { parseUnits, type Unit } from './quote.ts'
import { readSituations } from './situations.ts'
import { plainWords } from './plain-words.ts'

/** How much of a section is wanted: all that applies, or its conclusion only. */
export type Extent = 'full' | 'lead'

/** Units of one answer's section at most; a longer list would not be read. */
const MOST_UNITS = 14

/**
 * The sentences and list items of a section that answer the citizen, in the guide's order. A line is left out only when
 * it is for a situation she did not name while another line is for the one she named: a list of papers is never cut.
 */
export function selectUnits(text: string, situations: ReadonlySet<string>, extent: Extent): Unit[] {
  const units = parseUnits(text)
  const fitting = units.filter((unit) => fits(unit, situations))
  const applying = fitting.length > 0 ? units.filter((unit) => unit.label === '' || fitting.includes(unit)) : units
  return (extent === 'full' ? applying : leadOf(applying, fitting)).slice(0, MOST_UNITS)
}

function fits(unit: Unit, situations: ReadonlySet<string>): boolean {
  if (unit.label === '') return false
  for (const situation of readSituations(plainWords(unit.label))) if (situations.has(situation)) return true
  return false
}

/** The conclusion: the first sentence with the line for her situation, or the whole first list when the section opens with one. */
function leadOf(units: readonly Unit[], fitting: readonly Unit[]): Unit[] {
  const [first] = units
  if (!first) return []
  const sentencesEnd = units.findIndex(({ kind }) => kind === 'item')
  if (first.kind === 'item' || /[：:]$/.test(first.text)) {
    const from = first.kind === 'item' ? 0 : Math.max(1, sentencesEnd)
    const listEnd = units.findIndex((unit, index) => index >= from && unit.kind === 'sentence')
    const list = units.slice(from, listEnd < 0 ? undefined : listEnd)
    return first.kind === 'item' ? list : [first, ...list]
  }
  return [first, ...fitting.filter((unit) => unit !== first)]
}
