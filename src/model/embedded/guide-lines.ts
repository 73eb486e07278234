import { readQuantities, type QuantityKind, recent, parseUnits, pointName, type Unit } from '../../language/index.ts'
import { predicateOf, type Predicate } from './predicate.ts'
import type { FoundPassage } from './answer.ts'
import { signatureOf, type Signature } from './likeness.ts'
import { plainWords } from './plain-words.ts'
import { readSituations } from './situations.ts'
import { timesTold, type TimeKind } from './time-kinds.ts'

/** A line of a guide as it is weighed against a question. An item of 常见问题 is one line: cut, it would tell another case than hers. */
export type GuideLine = {
  readonly unit: Unit
  readonly marks: ReadonlySet<string>
  readonly kinds: ReadonlySet<QuantityKind>
  /** Its label, or the question of an item of 常见问题. */
  readonly label: Signature
  readonly times: ReadonlySet<TimeKind>
  /** What the question of an item of 常见问题 asks; empty for a line of a section. */
  readonly asks: ReadonlySet<Predicate>
  /** It only says who knows, or that nothing was found. */
  readonly refers: boolean
  readonly first: boolean
  /** The name of its point: `who#代办`. */
  readonly point: string
}

const REFERS =
  /没有(?:查到|核实|写)|以[^，。；]{1,14}为准|请[^，。；]{0,24}(?:核实|确认|查询|咨询|问清)|(?:拨打|打|问)[^，。；]{0,16}(?:核实|确认|查询|咨询)/

const NOTHING_ASKED: ReadonlySet<Predicate> = new Set()

const known = recent<readonly GuideLine[]>(2048)

/** The lines of a passage, in order. */
export function linesOf({ title, heading, section, text }: FoundPassage): readonly GuideLine[] {
  return known(`${title}\n${section}\n${heading}\n${text}`, () => {
    const subject = plainWords(title)
    const units = parseUnits(text)
    if (section !== 'faq') {
      return units.map((unit, at) => ({
        unit,
        marks: marksOf(plainWords(unit.text)),
        kinds: kindsIn(unit.text),
        label: signatureOf(plainWords(unit.label), subject),
        times: timesTold(unit.text),
        asks: NOTHING_ASKED,
        refers: REFERS.test(unit.text),
        first: at === 0,
        point: pointName(section, unit.point),
      }))
    }
    return units.slice(0, 1).map((unit) => ({
      unit,
      marks: marksOf(plainWords(`${heading} ${text}`)),
      kinds: kindsIn(text),
      label: signatureOf(plainWords(heading), subject),
      times: timesTold(text),
      asks: predicateOf(plainWords(heading)),
      refers: REFERS.test(unit.text),
      first: false,
      point: pointName(section, heading),
    }))
  })
}

/** Single characters and pairs of them, Latin words, quantities, and situations. */
export function marksOf(plain: string): ReadonlySet<string> {
  const marks = new Set<string>()
  for (const run of plain.match(/\p{Script=Han}+/gu) ?? []) {
    for (let at = 0; at < run.length; at += 1) {
      marks.add(run.charAt(at))
      if (at + 1 < run.length) marks.add(run.slice(at, at + 2))
    }
  }
  for (const word of plain.match(/[a-z]{3,}/g) ?? []) marks.add(word)
  for (const { value, unit } of readQuantities(plain)) marks.add(`#${value}${unit ?? ''}`)
  for (const situation of readSituations(plain)) marks.add(`~${situation}`)
  return marks
}

function kindsIn(text: string): ReadonlySet<QuantityKind> {
  return new Set(readQuantities(text).map(({ kind }) => kind))
}
