import type { Locale } from '../content/index.ts'
import { toSimplified, toTraditional } from '../language/index.ts'
import type { TurnPart } from './turn.ts'

/**
 * A part in the script the citizen reads. Guides and forms are written in 简体; for a 繁體 citizen their words are
 * converted on the way out, and what a model writes in 繁體 for everybody else. Values in cards stay as they were given.
 */
export function inScript(part: TurnPart, locale: Locale): TurnPart {
  if (locale !== 'zh-Hant')
    return part.type === 'text' && part.by === 'model' ? { ...part, text: toSimplified(part.text) } : part
  if (part.type === 'text') {
    return { ...part, text: toTraditional(part.text), ...(part.keepAs && { keepAs: toTraditional(part.keepAs) }) }
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
