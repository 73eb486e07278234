import { readQuantities, type QuantityKind } from '../../language/index.ts'
import type { FoundPassage } from './answer.ts'
import { limitIn } from './limits.ts'
import { signatureOf, type Signature } from './likeness.ts'
import { plainWords } from './plain-words.ts'
import { parseUnits, type Unit } from './quote.ts'
import { recent } from './recent.ts'
import { readSituations } from './situations.ts'

/** A line of a guide as it is weighed against a question. An item of 常见问题 is one line: cut, it would tell another case than hers. */
export type GuideLine = {
  readonly unit: Unit
  readonly marks: ReadonlySet<string>
  readonly kinds: ReadonlySet<QuantityKind>
  /** Its label, or the question of an item of 常见问题. */
  readonly label: Signature
  readonly decides: boolean
  /** As `limitIn` reads it. */
  readonly limit: number
  /** It says how often: 每年, 两年一次. */
  readonly recurs: boolean
  readonly first: boolean
}

const DECIDES = /^(?:\*\*.{1,40}\*\*[：:])?(?:能|可以|不|要|用|会|是|有|没|需|应|得|无)/

const RECURS =
  /每(?:[一两二三四五六七八九十半]|\d+)?(?:个)?(?:年|月|季度|周|日|天|次)|(?:年|月|周|天)[一1](?:次|审|检|换)/

const known = recent<readonly GuideLine[]>(2048)

/** The lines of a passage, in order. */
export function linesOf({ title, heading, section, text }: FoundPassage): readonly GuideLine[] {
  return known(`${title}\n${heading}\n${text}`, () => {
    const subject = plainWords(title)
    const units = parseUnits(text)
    if (section !== 'faq') {
      return units.map((unit, at) => ({
        unit,
        marks: marksOf(plainWords(unit.text)),
        kinds: kindsIn(unit.text),
        label: signatureOf(plainWords(unit.label), subject),
        decides: DECIDES.test(unit.text),
        limit: limitIn(unit.text),
        recurs: RECURS.test(unit.text),
        first: at === 0,
      }))
    }
    return units.slice(0, 1).map((unit) => ({
      unit,
      marks: marksOf(plainWords(`${heading} ${text}`)),
      kinds: kindsIn(text),
      label: signatureOf(plainWords(heading), subject),
      decides: DECIDES.test(unit.text),
      limit: limitIn(text),
      recurs: RECURS.test(text),
      first: false,
    }))
  })
}

/** Single characters and pairs of them, Latin words, and situations. */
export function marksOf(plain: string): ReadonlySet<string> {
  const marks = new Set<string>()
  for (const run of plain.match(/\p{Script=Han}+/gu) ?? []) {
    for (let at = 0; at < run.length; at += 1) {
      marks.add(run.charAt(at))
      if (at + 1 < run.length) marks.add(run.slice(at, at + 2))
    }
  }
  for (const word of plain.match(/[a-z]{3,}/g) ?? []) marks.add(word)
  for (const situation of readSituations(plain)) marks.add(`~${situation}`)
  return marks
}

function kindsIn(text: string): ReadonlySet<QuantityKind> {
  return new Set(readQuantities(text).map(({ kind }) => kind))
}
