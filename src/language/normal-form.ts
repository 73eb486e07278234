/**
 * Characters nobody sees: zero-width and soft hyphens, bidirectional controls, variation selectors, tag characters,
 * invisible operators, and controls other than tab and line ends. Text smuggled in them must not reach a reader.
 */
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex -- control characters are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu

/** The text without characters that cannot be seen. */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, '')
}

/**
 * The form in which texts are compared and searched: NFKC (full-width → half-width, ㎡ → m2), nothing invisible, runs of
 * spaces folded to one, no spaces at the ends, line ends kept as `\n`. Characters stay in their script.
 */
export function normalise(text: string): string {
  return stripInvisible(stripInvisible(text).normalize('NFKC'))
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}
