import type { Locale } from '../content/index.ts'
import { foldCharacters, toSimplified, toTraditional, toTraditionalPlace, type ElementId } from '../language/index.ts'
import type { Turn, TurnPart } from './turn.ts'

/** Elements whose value is the citizen's own spelling; what staff wrote (a choice, a yes) is converted with the rest. */
const HER_SPELLING: readonly ElementId[] = ['name', 'text']

/** What is her own within a text, by the characters it is kept in: how it is written to her. */
export type OwnSpelling = ReadonlyMap<string, string>

type Told = Pick<Turn, 'inHand' | 'effects' | 'words'>

/** What stands in her forms and answers as she wrote it: her name, her firm, the road and number of an address, which is kept in 简体. */
export function ownSpelling({ inHand: { active, aside, cases, history }, effects, words }: Told): OwnSpelling {
  const forms = [
    active,
    ...aside,
    effects.shown,
    effects.setAside?.application,
    ...effects.fills.map((fill) => fill.application),
  ]
  const fields = forms.flatMap((form) => (form === undefined ? [] : [...form.fields, ...form.later]))
  const values = fields.flatMap(({ element, shown }) =>
    shown !== null && HER_SPELLING.includes(element) ? [shown] : [],
  )
  const files = cases.flatMap(({ supplement }) => supplement?.items.flatMap(({ files: names }) => names) ?? [])
  const answers = Object.values(effects.supplement?.answers ?? {})
  const before = effects.fills.flatMap(({ accepted }) => accepted.flatMap(({ previous }) => previous ?? []))
  const said = [words, ...history.flatMap(({ role, text }) => (role === 'user' ? [text] : [])).toReversed()]
  const places = fields.flatMap(({ element, value }) => {
    const place = element === 'address' ? value?.split('|').at(-1) : undefined
    return place === undefined ? [] : [[place, placeAsSaid(place, said)] as const]
  })
  const kept = [...values, ...files, ...answers, ...before].map((own) => [own, own] as const)
  return new Map([...kept, ...places].filter(([own]) => own.length > 1))
}

/** A place as she wrote it; where that was too long ago, as names of places are written. */
function placeAsSaid(place: string, said: readonly string[]): string {
  for (const message of said) {
    const at = foldCharacters(message).indexOf(place)
    if (at >= 0) return message.slice(at, at + place.length)
  }
  return toTraditionalPlace(place)
}

/**
 * A part in the script the citizen reads. Guides and forms are written in 简体; for a 繁體 citizen their words are
 * converted on the way out, and what a model writes in 繁體 for everybody else. Values in cards stay as they were given, and
 * so do `own` ones in a text: a name of other characters is another name.
 */
export function inScript(part: TurnPart, locale: Locale, own: () => OwnSpelling): TurnPart {
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
function beside(own: OwnSpelling): (text: string) => string {
  if (own.size === 0) return toTraditional
  const longestFirst = [...own.keys()].toSorted((one, other) => other.length - one.length)
  const hers = new RegExp(`(${longestFirst.map((value) => RegExp.escape(value)).join('|')})`, 'u')
  return (text) =>
    text
      .split(hers)
      .map((piece, at) => (at % 2 === 1 ? (own.get(piece) ?? piece) : toTraditional(piece)))
      .join('')
}
