import type { Answer } from './answer.ts'

/** Answers of one message without sections that an earlier one tells; one that has nothing else left is gone. */
export function withoutRepeats(answers: readonly Answer[]): Answer[] {
  const told = new Set<string>()
  return answers.flatMap((answer) => {
    const quotes = answer.quotes.filter(({ passage, leads }) => leads === true || !told.has(passage.token))
    for (const { passage, extent } of answer.quotes) if (extent !== 'line') told.add(passage.token)
    return quotes.length === 0 && answer.own === undefined ? [] : [{ ...answer, quotes }]
  })
}
