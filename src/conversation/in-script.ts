import type { Locale } from '../content/index.ts'
import { toSimplified, toTraditional, type ElementId } from '../language/index.ts'
import type { Turn, TurnPart } from './turn.ts'

/** Elements whose value is the citizen's own spelling; what staff wrote (a choice, a yes) is converted with the rest. */
const HER_SPELLING: readonly ElementId[] = ['name', 'text']

/** What stands in her forms and answers as she wrote it: her name, her firm. Longest first. An address is kept in 简体. */
export function ownSpelling({ inHand: { active, aside, cases }, effects }: Pick<Turn, 'inHand' | 'effects'>): string[] {
  const forms = [
    active,
    ...aside,
    effects.shown,
    effects.setAside?.application,
    ...effects.fills.map((fill) => fill.application),
  ]
  const values = forms.flatMap((form) =>
    (form === undefined ? [] : [...form.fields, ...form.later]).flatMap(({ element, shown }) =>
      shown !== null && HER_SPELLING.includes(element) ? [shown] : [],
    ),
  )
  const files = cases.flatMap(({ supplement }) => supplement?.items.flatMap(({ files: names }) => names) ?? [])
  const answers = Object.values(effects.supplement?.answers ?? {})
  const before = effects.fills.flatMap(({ accepted }) => accepted.flatMap(({ previous }) => previous ?? []))
  return [...new Set([...values, ...files, ...answers, ...before])]
    .filter((own) => own.length > 1)
    .toSorted((one, other) => other.length - one.length)
}

/**
 * A part in the script the citizen reads. Guides and forms are written in 简体; for a 繁體 citizen their words are
 * converted on the way out, and what a model writes in 繁體 for everybody else. Values in cards stay as they were given, and
 * so do `own` ones in a text: a name of other characters is another name.
 */
export function inScript(part: TurnPart, locale: Locale, own: () => readonly string[]): TurnPart {
  if (locale !== 'zh-Hant')
    return part.type === 'text' && part.by === 'model' ? { ...part, text: toSimplified(part.text) } : part
  if (part.type === 'text') {
    const convert = beside(own())
    return { ...part, text: convert(part.text), ...(part.keepAs && { keepAs: convert(part.keepAs) }) }
  }
  if (part.type === 'source') return { ...part, title: toTraditional(part.title) }
  if (part.type === 'guide') {
    const { title, lines, ...guide } = part.guide
    const written = lines.map(({ section, heading, text }) => ({
      section,
      heading: toTraditional(heading),
      text: toTraditional(text),
    }))
    return { ...part, guide: { ...guide, title: toTraditional(title), lines: written } }
  }
  if (part.type === 'choices') {
    const { question, choices } = part
    return { ...part, question: toTraditional(question), choices: choices.map((choice) => toTraditional(choice)) }
  }
  return part
}

/** Converts what stands between her own values. */
function beside(own: readonly string[]): (text: string) => string {
  if (own.length === 0) return toTraditional
  const hers = new RegExp(`(${own.map((value) => RegExp.escape(value)).join('|')})`, 'u')
  return (text) =>
    text
      .split(hers)
      .map((piece, at) => (at % 2 === 1 ? piece : toTraditional(piece)))
      .join('')
}
