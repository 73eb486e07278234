import { parseUnits, type Unit } from '../../language/index.ts'
import {
  areOfOne,
  compare,
  readConditions,
  type Circumstance,
  type Condition,
  type Standing,
} from '../../language/index.ts'
import type { FoundPassage } from './answer.ts'
import { hear, type SectionSlug } from './hear.ts'
import { plainWords } from './plain-words.ts'
import { readSituations } from './situations.ts'
import type { WeighedLine } from './weigh-lines.ts'

/** A condition of the guide for what she told, how it stands, and what speaks for its line as the one that is asked about. */
export type Weighed = {
  readonly passage: FoundPassage
  readonly unit: Unit
  readonly said: Circumstance
  readonly condition: Condition
  readonly standing: Standing
  readonly odds: number
  readonly shared: number
}

/** The conditions of the guide that measure what she told, on lines that may be about what she asks. */
export function weighConditions(
  said: Circumstance,
  words: string,
  asked: readonly SectionSlug[],
  { passages, lines }: { readonly passages: readonly FoundPassage[]; readonly lines: readonly WeighedLine[] },
): Weighed[] {
  return passages
    .filter(({ section }) => section !== 'basis')
    .flatMap((passage) => {
      const own = lines.filter((one) => one.passage === passage)
      const label = own[0]?.evidence.label ?? 0
      if (!isAskedOf(passage, asked) && !(passage.section === 'faq' && label >= LIKE)) return []
      return parseUnits(passage.text).flatMap((unit) => {
        if (!isAbout(unit.text, words, passage)) return []
        const line = own.find((one) => one.unit.text === unit.text) ?? own[0]
        return readConditions(unit.text)
          .filter((condition) => isOfSame(said, condition))
          .map((condition) => ({
            passage,
            unit,
            said,
            condition,
            standing: compare(said, condition),
            odds: line?.odds ?? -Infinity,
            shared: line?.evidence.shared ?? 0,
          }))
      })
    })
}

/** How like the question an item has to be to tell of it whatever section is asked for. */
const LIKE = 0.4

/** Where something else is asked for by name, only that section tells of it, or an item that asks the same. */
function isAskedOf({ section, heading }: FoundPassage, asked: readonly SectionSlug[]): boolean {
  if (asked.length === 0 || asked.includes('who') || asked.includes(section)) return true
  return section === 'faq' && hear(plainWords(heading)).sections.some((one) => asked.includes(one))
}

const GROWN_UP = 18

function isOfSame(said: Circumstance, { measure, traits }: Condition): boolean {
  if (measure !== said.measure || !areOfOne(said.traits, traits)) return false
  const child = traits['who'] === 'child' && measure === 'age'
  return !child || said.traits['who'] === 'child' || Number(said.quantity.value) < GROWN_UP
}

/** What happens to a paper, or who goes; a line for another happening is for another case. */
const HAPPENINGS = ['lost', 'damaged', 'change', 'agent']

/** A line for another happening, or for another matter of the guide than the one named, is for another case. */
function isAbout(line: string, words: string, { title, heading, section }: FoundPassage): boolean {
  const place = plainWords(section === 'faq' ? `${heading} ${line}` : line)
  const stated = mattersIn(place, title)
  const named = mattersIn(words, title)
  if (named.length > 0 && stated.length > 0 && !stated.some((matter) => named.includes(matter))) return false
  const told = readSituations(place)
  return [...readSituations(words)].every((one) => !HAPPENINGS.includes(one) || told.has(one))
}

/** The matters of a guide's title that a text names: 高龄津贴, 老年人优待. */
export function mattersIn(text: string, title: string): readonly string[] {
  return title.split(/[、与和及（）]/u).filter((matter) => matter.length > 2 && text.includes(matter))
}
