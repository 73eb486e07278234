const MAX_ROWS = 5
/** About how many Chinese characters fit a line of the composer. */
const CHARACTERS_A_ROW = 30

/** Rows of the composer for a text: it grows with what is written, up to a point. */
export function composerRows(text: string): number {
  const rows = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS_A_ROW)), 0)
  return Math.min(MAX_ROWS, rows)
}

/** True for the Enter that sends. While an input method composes, Enter picks a candidate; some browsers tell only by key code 229. */
export function isSendKey(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'isComposing' | 'keyCode'>): boolean {
  return event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.keyCode !== 229
}
