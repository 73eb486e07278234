/**
 * Fits the curve of src/knowledge/ranking/confidence.ts to questions whose failures were read before:
 * `node bench/fit-confidence.ts FILE…` (question sets as for bench:guides). Prints the weights fitted on all questions,
 * and, fitted on one half and measured on the other, how often the right guide comes first, and how many questions that
 * no guide answers are recognised for so many answerable ones declined. The oddly worded ones (`-near-`) are fitted to,
 * and left out of that last figure.
 */
import { lengthOf } from '../src/knowledge/ranking/confidence.ts'
import { fitChoice, inHalves, mostOdds, printFit, type ChoiceSample } from './fit-choice.ts'
import { readQuestions } from './guide-questions.ts'
import { openOwnLibrary } from './own-library.ts'

const PARTS = ['name', 'text', 'ask', 'alike', 'passage', 'learnt'] as const
const LEARNT = PARTS.indexOf('learnt')
await using own = await openOwnLibrary()
const { library } = own
const samples: ChoiceSample[] = []
const isOdd = new Map<ChoiceSample, boolean>()
for (const question of process.argv.slice(2).flatMap(readQuestions)) {
  const { guides } = await library.search(question.text)
  const own = guides.map(({ evidence }) => PARTS.map((part) => evidence[part] ?? 0))
  const length = lengthOf(question.text)
  const most = PARTS.map((_, at) => Math.max(-1, ...own.map((values) => values[at] ?? 0)))
  const sample: ChoiceSample = {
    features: own.map((values) => [
      1,
      ...values,
      ...values.map((value, at) => value - (most[at] ?? 0)),
      length,
      length * (values[LEARNT] ?? 0),
    ]),
    right: guides.map(({ id }) => question.guides.includes(id)),
  }
  samples.push(sample)
  isOdd.set(sample, question.id.includes('-near-'))
}

const names = [
  'bias',
  ...PARTS.map((part) => `own.${part}`),
  ...PARTS.map((part) => `behind.${part}`),
  'longer',
  'longer.learnt',
]
const [one, other] = inHalves(samples)
printFit(names, [one, other], { none: true })

const held = [
  [one, other],
  [other, one],
].flatMap(([from = [], on = []]) => {
  const odds = mostOdds(fitChoice(from, { none: true }), on)
  return on.map((sample, at) => ({ sample, odds: odds[at] ?? 0 })).filter((each) => isOdd.get(each.sample) !== true)
})
const inside = held.filter(({ sample }) => sample.right.includes(true)).map(({ odds }) => odds)
const outside = held.filter(({ sample }) => !sample.right.includes(true)).map(({ odds }) => odds)
inside.sort((a, b) => a - b)
for (const declined of [0.005, 0.01, 0.015, 0.02, 0.03]) {
  const least = inside[Math.floor(declined * inside.length)] ?? 0
  const recognised = outside.filter((odds) => odds < least).length / outside.length
  console.log(`declined ${declined}: outside ${recognised.toFixed(3)}, from log-odds ${least.toFixed(2)}`)
}
