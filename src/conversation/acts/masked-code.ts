import type { Turn } from '../turn.ts'

/** The turn without a code that was said in it: what is kept is shown to a model later. */
export function withCodeMasked(turn: Turn, code: string): Turn {
  const dots = '•'.repeat(code.replaceAll(/[\s-]/g, '').length)
  const masked = (text: string): string => text.replace(code, dots)
  return { ...turn, words: masked(turn.words), asks: masked(turn.asks) }
}
