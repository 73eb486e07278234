/** What the city says of a supplement that nothing can be given to any more, by what is told of it. */
const OVER = { 'supplement-late': 'late', 'supplement-given': 'given', 'supplement-not-asked': 'notAsked' } as const

export type SupplementOver = (typeof OVER)[keyof typeof OVER]

/** Why nothing can be given any more, out of the city's code; without one it waits for nothing. Undefined where it may be given anew. */
export function supplementOver(code: string | undefined): SupplementOver | undefined {
  if (code === undefined) return 'notAsked'
  return Object.entries(OVER).find(([known]) => known === code)?.[1]
}
