import type { Speech } from '../speech.ts'
import type { Turn } from '../turn.ts'

/** Asks whether she wants to hear what was held back of the answer, with a button that says so. False where nothing was. */
export function offerMore({ rest, write }: Pick<Turn, 'rest' | 'write'>, say: Speech): boolean {
  if (rest.length === 0) return false
  write({ type: 'text', text: `\n${say('plain-more')}` })
  write({ type: 'suggestions', suggestions: [say('plain-go-on')] })
  return true
}
