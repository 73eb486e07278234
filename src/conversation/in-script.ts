import type { Locale } from '../content/index.ts'
import { toTraditional } from '../language/index.ts'
import type { TurnPart } from './turn.ts'

/**
 * A part in the script the citizen reads. Guides and forms are written in 简体; for a 繁體 citizen their words are
 * converted on the way out. Values in cards stay as they were given.
 */
export function inScript(part: TurnPart, locale: Locale): TurnPart {
  if (locale !== 'zh-Hant') return part
  switch (part.type) {
    case 'text':
      return { ...part, text: toTraditional(part.text), ...(part.keepAs && { keepAs: toTraditional(part.keepAs) }) }
    case 'source':
      return { ...part, title: toTraditional(part.title) }
    case 'choices':
      return {
        ...part,
        question: toTraditional(part.question),
        choices: part.choices.map((choice) => toTraditional(choice)),
      }
    default:
      return part
  }
}
