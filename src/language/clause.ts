/** The words of the clause before a place of folded text. */
export function clauseBefore(folded: string, start: number): string {
  return (
    folded
      .slice(0, start)
      .split(/[，,。；;！!？?\n]/)
      .at(-1) ?? ''
  )
}
