import { readQuantities, type QuantityKind, recent, parseUnits, pointName, type Unit } from '../../language/index.ts'
import { predicateOf, type Predicate } from './predicate.ts'
import type { FoundPassage } from './answer.ts'
import { englishOf } from './english-units.ts'
import { englishWords } from './english-words.ts'
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
  /** Its first English sentence says what it is about too; only for a question in English. */
  readonly opening?: Signature
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

/** The lines of a passage, in order; `english` for a question in English, which is compared with what they say in English as well. */
export function linesOf(passage: FoundPassage, english = false): readonly GuideLine[] {
  const { title, heading, section, text, pointsEn = {} } = passage
  const said = english ? JSON.stringify(pointsEn) : ''
  return known(`${title}\n${section}\n${heading}\n${text}\n${said}`, () => {
    const subject = plainWords(title)
    const units = parseUnits(text)
    const lines = section === 'faq' ? units.slice(0, 1) : units
    return lines.map((unit, at): GuideLine => {
      const isItem = section === 'faq'
      const own = isItem ? text : unit.text
      const line: GuideLine = {
        unit,
        marks: marksOf(plainWords(isItem ? `${heading} ${text}` : own)),
        kinds: kindsIn(own),
        label: signatureOf(plainWords(isItem ? heading : unit.label), subject),
        times: timesTold(own),
        asks: isItem ? predicateOf(plainWords(heading)) : NOTHING_ASKED,
        refers: REFERS.test(own),
        first: !isItem && at === 0,
        point: pointName(section, isItem ? heading : unit.point),
      }
      const told = english ? englishOf(passage, unit) : undefined
      return told === undefined ? line : withEnglish(line, plainWords(told))
    })
  })
}

const SENTENCE_END = /(?<=[.!?])\s/u

/** No English line has a label. */
function withEnglish(line: GuideLine, told: string): GuideLine {
  const [opening = ''] = told.split(SENTENCE_END)
  return { ...line, marks: line.marks.union(marksOf(told)), opening: signatureOf(opening) }
}

/** Single characters and pairs of them, stems of English words, quantities, and situations. */
export function marksOf(plain: string): ReadonlySet<string> {
  const marks = new Set<string>()
  for (const run of plain.match(/\p{Script=Han}+/gu) ?? []) {
    for (let at = 0; at < run.length; at += 1) {
      marks.add(run.charAt(at))
      if (at + 1 < run.length) marks.add(run.slice(at, at + 2))
    }
  }
  for (const word of englishWords(plain)) marks.add(word)
  for (const { value, unit } of readQuantities(plain)) marks.add(`#${value}${unit ?? ''}`)
  for (const situation of readSituations(plain)) marks.add(`~${situation}`)
  return marks
}

function kindsIn(text: string): ReadonlySet<QuantityKind> {
  return new Set(readQuantities(text).map(({ kind }) => kind))
}
