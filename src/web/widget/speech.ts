const SENTENCE = /[^。！？!?\n]*?(?:[。！？!?]+[”’」』）)]*|\.(?=\s)|\n)/gu

/** Released text as a screen reader should hear it: no Markdown signs, no citation marks. */
export function spokenWords(text: string): string {
  return text
    .replace(/\[\d+\]/g, '')
    .replace(/^\s*(?:[#>]+|[-*+]|\|)\s*/gm, '')
    .replace(/[*_`|]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * The sentences of `text` that became whole since `from` (an offset), and the offset up to which all is said.
 * With `ended`, what is left counts as a sentence too.
 */
export function nextSentences(
  text: string,
  from: number,
  ended: boolean,
): { sentences: readonly string[]; upTo: number } {
  const fresh = text.slice(from)
  const whole = [...fresh.matchAll(SENTENCE)].map((match) => match[0])
  const said = whole.join('').length
  const all = ended ? [...whole, fresh.slice(said)] : whole
  return {
    sentences: all.map(spokenWords).filter((sentence) => sentence !== ''),
    upTo: ended ? text.length : from + said,
  }
}
