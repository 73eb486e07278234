import { parseUnits, type Unit } from '../../language/index.ts'
import { sharedWeight, signatureOf, type Signature } from './likeness.ts'
import { plainWords } from './plain-words.ts'
import { KINDS, readSituations } from './situations.ts'

/** How much of a section is wanted: all that applies, its conclusion only, or its conclusion with the lines that touch the question. */
export type Extent = 'full' | 'lead' | 'touching'

/** What the citizen asked, as far as it decides which lines apply. */
export type Asked = {
  readonly words: string
  readonly situations: ReadonlySet<string>
  readonly signature: Signature
  /** The guides' own words for what she said otherwise. */
  readonly meant: readonly string[]
}

type Passage = { readonly text: string; readonly section: string }

/** Units of one section at most; a longer answer would not be read. */
const MOST_UNITS = 14
const MOST_TOUCHING = 3
/** What a line is about stands in its label, so a mark there counts again. */
const LABEL_SHARE = 2
/** A section this short is quoted whole whenever part of it is. */
const SHORT = 4

/**
 * The sentences and list items of a section that answer the citizen, in the guide's order. For `full`, a line is left out
 * only when it is for a situation she did not name while another line is for the one she named: a list is never cut.
 */
export function selectUnits({ text, section }: Passage, asked: Asked, extent: Extent): Unit[] {
  const units = parseUnits(text)
  const fitting = fittingUnits(units, asked, !LISTS.has(section))
  const applying = fitting.length > 0 ? units.filter((unit) => unit.label === '' || fitting.includes(unit)) : units
  if (extent === 'lead') return leadOf(applying, fitting).slice(0, MOST_UNITS)
  if (extent === 'full' && section === 'how') return stepsOf(applying, fitting, asked.signature)
  if (extent === 'full' || units.length <= SHORT) return applying.slice(0, MOST_UNITS)
  return touching(applying, fitting, asked.signature)
}

/** The conclusion and all steps, and of the lines for single cases hers and the few that share most with the question. */
function stepsOf(units: readonly Unit[], fitting: readonly Unit[], signature: Signature): Unit[] {
  const cases = units.filter(({ label }) => label !== '')
  const shown = new Set([...fitting, ...cases.toSorted(byShared(signature)).slice(0, MOST_TOUCHING)])
  return units.filter((unit) => unit.label === '' || shown.has(unit)).slice(0, MOST_UNITS)
}

function byShared(signature: Signature): (one: Unit, other: Unit) => number {
  const shared = ({ label, text }: Unit): number =>
    LABEL_SHARE * sharedWeight(signature, signatureOf(plainWords(label))) +
    sharedWeight(signature, signatureOf(plainWords(text)))
  return (one, other) => shared(other) - shared(one)
}

/** The conclusion, and the few lines that share most with the question. */
function touching(units: readonly Unit[], fitting: readonly Unit[], signature: Signature): Unit[] {
  const lead = leadOf(units, [])
  const scored = units
    .filter((unit) => !lead.includes(unit))
    .map((unit) => ({
      unit,
      shared:
        sharedWeight(signature, signatureOf(plainWords(unit.text))) +
        LABEL_SHARE * sharedWeight(signature, signatureOf(plainWords(unit.label))) +
        (fitting.includes(unit) ? 2 : 0),
    }))
    .filter(({ shared }) => shared >= 1)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_TOUCHING)
  const best = new Set(scored.map(({ unit }) => unit))
  return [...lead, ...units.filter((unit) => best.has(unit))].slice(0, MOST_UNITS)
}

/** Sections whose lines belong together: naming one paper does not make the others dispensable. */
const LISTS = new Set(['materials', 'how'])
/** A label short enough to be a name; that of the city is in every other sentence. */
const NAMED_LABEL = /^(?!.{0,2}厦门).{2,8}$/

/**
 * Lines for the citizen's situation, or, where lines are alternatives, for the very thing she named. Of lines for kinds
 * of the act the nearest count: 丢了要补办 is for 丢失补领, not for 损坏补领.
 */
function fittingUnits(units: readonly Unit[], { situations, words, meant }: Asked, alternatives: boolean): Unit[] {
  const telling = meant.filter((word) => units.filter(({ label }) => label.includes(word)).length === 1)
  const matches = units.map((unit) => {
    const label = plainWords(unit.label)
    const shared = [...readSituations(label)].filter((situation) => situations.has(situation))
    const kinds = shared.filter((situation) => KINDS.has(situation)).length
    const named =
      alternatives &&
      NAMED_LABEL.test(label) &&
      (words.includes(label) || telling.some((word) => unit.label.includes(word)))
    return { unit, kinds, other: named || shared.length > kinds }
  })
  const nearest = Math.max(1, ...matches.map(({ kinds }) => kinds))
  return matches.filter(({ kinds, other }) => other || kinds === nearest).map(({ unit }) => unit)
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
