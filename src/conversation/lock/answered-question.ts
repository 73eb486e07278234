/** Words that ask, and the short answers to them, of one matter each. */
const MATTERS: readonly (readonly [asks: RegExp, answers: RegExp])[] = [
  [/能不能|可不可以|可以|能/u, /^(?:不能|能|不可以|可以)(?=[，,。])/u],
  [/要不要|需不需要|用不用|需要|要|用/u, /^(?:不需要|需要|不用|不必|不要|要)(?=[，,。])/u],
]

/** What a short answer says, in the words of the question: 驾照被扣留了能补吗 and 不能，… say 驾照被扣留了不能补. */
export function answeredQuestion(question: string, answer: string): string | undefined {
  for (const [asks, answers] of MATTERS) {
    const said = answers.exec(answer)?.[0]
    if (said !== undefined && asks.test(question)) return question.replace(/[吗么呢]?[？?]?$/u, '').replace(asks, said)
  }
  return undefined
}
