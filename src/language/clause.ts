const BREAK = /[，,。；;！!？?\n]/

/** The words of the clause before a place of folded text. */
export function clauseBefore(folded: string, start: number): string {
  return folded.slice(0, start).split(BREAK).at(-1) ?? ''
}

/** The words of the clause after a place of folded text. */
export function clauseAfter(folded: string, end: number): string {
  return folded.slice(end).split(BREAK)[0] ?? ''
}

/** Every clause of a text, without the marks between; the comma of 2,600,000 is none. */
export function clausesOf(text: string): { readonly start: number; readonly end: number }[] {
  return Array.from(text.matchAll(/(?:[^，,。；;！!？?\n]|(?<=\d),(?=\d{3}))+/g), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}
