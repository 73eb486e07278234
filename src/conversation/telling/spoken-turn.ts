import { spokenText } from '../../language/index.ts'
import type { Speech } from '../speech.ts'
import type { Turn, TurnPart } from '../turn.ts'

/** What a turn said, as it is to be read aloud: its text, and the answers that a question offers. */
export function spokenOf(parts: readonly TurnPart[], { locale }: Pick<Turn, 'locale'>, say: Speech): string {
  const text = parts.map((part) => (part.type === 'text' ? part.text : '')).join('')
  const choices = parts.flatMap((part) => (part.type === 'choices' ? part.choices : []))
  const offered = choices.length === 0 ? '' : `\n${say('plain-choices', { choices: say.list(choices) })}`
  return spokenText(`${text}${offered}`, locale)
}
