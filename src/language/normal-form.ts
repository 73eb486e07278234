/**
 * Characters nobody sees: zero-width and soft hyphens, bidirectional controls, variation selectors, tag characters,
 * invisible operators, and controls other than tab and line ends. Text smuggled in them must not reach a reader.
 */
const INVISIBLE = /[\p{Cc}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu

/** The text without characters that cannot be seen. */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, (character) => (/[\t\n\r]/.test(character) ? character : ''))
}

/** Han characters typed apart, each followed by one space: 居 住 证. */
const TYPED_APART = /(?<![\p{Script=Han}])\p{Script=Han}(?: \p{Script=Han}){2,}(?![\p{Script=Han}])/gu

/** The text with Han characters that were typed apart joined again; words with spaces between them stay. */
export function joinTypedApart(text: string): string {
  return text.replaceAll(TYPED_APART, (row) => row.replaceAll(' ', ''))
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
