import { parseUnits, pointName, type Unit } from '../../language/index.ts'
import type { FoundPassage } from './answer.ts'

/** What stands for lines of a section in English. `own`: each of them has its English, so that the section's need not stand in. */
export type EnglishUnits = { readonly units: readonly Unit[]; readonly own: boolean }

const STEP = /^第.{1,2}步/u

/** What a line of a section says in English, if staff wrote it. */
export function englishOf({ section, heading, pointsEn }: FoundPassage, { point }: Unit): string | undefined {
  return pointsEn?.[pointName(section, section === 'faq' ? heading : point)]
}

/**
 * Lines of a section in English: each point's own, and for those without any the section's sentences, each once. Steps are
 * numbered, since no English step says which it is. Empty where there is no English.
 */
export function englishUnits(passage: FoundPassage, lines: readonly Unit[]): EnglishUnits {
  const told = new Set<string>()
  // What stands for the whole of 常见问题 answers none of its items.
  const whole = passage.section === 'faq' ? undefined : passage.textEn
  const steps = new Set(lines.flatMap(({ point }) => (STEP.test(point) ? [point] : [])))
  const order = [...steps]
  const units = lines.flatMap((line): readonly Unit[] => {
    const text = englishOf(passage, line) ?? whole
    if (text === undefined || told.has(text)) return []
    told.add(text)
    if (line.kind === 'sentence' || text === whole) return parseUnits(text)
    const number = order.length > 1 ? order.indexOf(line.point) + 1 : 0
    return [{ ...line, text, label: '', marker: number > 0 ? `${number}. ` : line.marker }]
  })
  return { units, own: lines.every((line) => englishOf(passage, line) !== undefined) }
}
