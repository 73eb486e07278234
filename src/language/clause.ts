const BREAK = /[，,。；;！!？?\n]/

/** The words of the clause before a place of folded text. */
export function clauseBefore(folded: string, start: number): string {
  return folded.slice(0, start).split(BREAK).at(-1) ?? ''
}

/** The words of the clause after a place of folded text. */
export function clauseAfter(folded: string, end: number): string {
  return folded.slice(end).split(BREAK)[0] ?? ''
}
