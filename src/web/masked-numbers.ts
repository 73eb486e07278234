/** Stars behind a digit hide the middle of a number: 138****0001. */
const MASK = /(?<=\d)\*{3,}/g

/** Markdown in which masked numbers stay as they stand, and two of them in a line make nothing between them bold. */
export function keepMaskedNumbers(markdown: string): string {
  return markdown.replace(MASK, (stars) => stars.replaceAll('*', String.raw`\*`))
}
