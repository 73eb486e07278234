/**
 * Fits the curve of src/knowledge/confidence.ts to questions whose failures were read before:
 * `node bench/fit-confidence.ts FILE…` (question sets as for bench:guides). Prints the weights fitted on all questions,
 * and how often the right guide comes first when they are fitted on one half and measured on the other.
 */
import { inHalves, printFit, type ChoiceSample } from './fit-choice.ts'
import { readQuestions } from './guide-questions.ts'
import { openOwnLibrary } from './own-library.ts'

const PARTS = ['name', 'text', 'ask', 'passage', 'learnt'] as const
await using own = await openOwnLibrary()
const { library } = own
const samples: ChoiceSample[] = []
for (const question of process.argv.slice(2).flatMap(readQuestions)) {
  const { guides } = await library.search(question.text)
  const own = guides.map(({ evidence }) => PARTS.map((part) => evidence[part] ?? 0))
  const most = PARTS.map((_, at) => Math.max(-1, ...own.map((values) => values[at] ?? 0)))
  samples.push({
    features: own.map((values) => [1, ...values, ...values.map((value, at) => value - (most[at] ?? 0))]),
    right: guides.map(({ id }) => question.guides.includes(id)),
  })
}

const names = ['bias', ...PARTS.map((part) => `own.${part}`), ...PARTS.map((part) => `behind.${part}`)]
printFit(names, inHalves(samples), { none: true })
