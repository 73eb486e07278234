/**
 * Fits the weights of src/language/elements/learnt-answer.ts to answers of evals/slots, and counts the grams of answer-grams.ts
 * over the words of all forms: `node bench/fit-answers.ts [--grams]`. Prints the weights, and for each set how often the side is
 * right that weights fitted on the others are sure of. The forms hold what the sets answer, so every answer is compared with
 * forms that never heard its own set. `--grams` prints the table instead.
 */
import { parseArgs } from 'node:util'
import { join } from 'node:path'
import { readStaffContent } from '../src/content/index.ts'
import {
  ANSWER_FEATURES,
  answerFeatures,
  gramsOf,
  mayBeLearnt,
  sidesOfChoice,
  sidesOfYesNo,
  type Side,
} from '../src/language/elements/learnt-answer.ts'
import { openGrams } from '../src/language/elements/open-answer.ts'
import { foldCharacters } from '../src/language/index.ts'
import { declaredFields } from '../src/services/forms/declared-fields.ts'
import { dot, fitChoice, type ChoiceSample } from './fit-choice.ts'
import { fitOpen, oddsOf, openSamples, SETS } from './open-weights.ts'
import { ROOT } from './own-library.ts'
import { readLines } from './read-lines.ts'
import { SlotSample } from './slot-scene.ts'

const HAN = /^\p{Script=Han}+$/u
const COMMON = 250
const SURE = [0.5, 0.6, 0.7, 0.8, 0.9]

type Answer = ChoiceSample & { readonly set: string }

const { values } = parseArgs({ options: { grams: { type: 'boolean', default: false } } })
const { services } = readStaffContent(ROOT).content
const sidesByField = new Map<string, readonly Side[]>()
for (const service of services.values())
  for (const field of declaredFields(service)) {
    const { yes = [], no = [], answers = {}, options = [] } = field
    const context = { today: '', yes, no, answers }
    const sides =
      field.element === 'yes-no'
        ? sidesOfYesNo(context)
        : field.element === 'choice'
          ? sidesOfChoice(options, context)
          : []
    if (sides.length > 1) sidesByField.set(`${service.id} ${field.id}`, sides)
  }

if (values.grams) printGrams()
else printWeights(SETS.flatMap(answersOf))

function answersOf(set: string): Answer[] {
  const samples = readLines(join(ROOT, `evals/slots/${set}.jsonl`), SlotSample)
  const heard = new Set(samples.map(({ answer }) => plain(answer)))
  const weights = fitOpen(SETS.filter((other) => other !== set).flatMap(openSamples))
  return samples.flatMap(({ service, field, answer, store }) => {
    const sides = sidesByField.get(`${service} ${field}`)?.map((side) => unheard(side, heard))
    const folded = foldCharacters(answer.normalize('NFKC'))
    if (sides === undefined || !mayBeLearnt(folded)) return []
    const wanted = [store[field] ?? []].flat()
    return [
      {
        set,
        features: answerFeatures(folded, sides, { open: oddsOf(openGrams(folded), weights) }),
        right: sides.map(({ id }) => wanted.includes(id)),
      },
    ]
  })
}

function unheard({ id, words }: Side, heard: ReadonlySet<string>): Side {
  return { id, words: words.filter((phrase) => !heard.has(plain(phrase))) }
}

function plain(answer: string): string {
  return answer.replace(/[。.!！\s]+$/u, '')
}

function printWeights(answers: readonly Answer[]): void {
  const weights = fitChoice(answers, { none: true })
  for (const [at, name] of ANSWER_FEATURES.entries()) console.log(`${name.padEnd(16)} ${weights[at]?.toFixed(2)}`)
  for (const set of SETS) {
    console.log(`${set}, fitted on the others:`)
    const others = answers.filter((answer) => answer.set !== set)
    printHeldOut(
      fitChoice(others, { none: true }),
      answers.filter((answer) => answer.set === set),
    )
  }
}

function printHeldOut(weights: readonly number[], answers: readonly Answer[]): void {
  const told = answers.map(({ features, right }) => {
    const powers = features.map((each) => Math.exp(dot(each, weights)))
    const most = Math.max(...powers)
    return { sure: most / powers.reduce((sum, each) => sum + each, 1), right: right[powers.indexOf(most)] === true }
  })
  for (const least of SURE) {
    const taken = told.filter(({ sure }) => sure >= least)
    const right = taken.filter((each) => each.right).length
    console.log(`  from ${least}: ${taken.length} of ${told.length} taken, ${taken.length - right} wrong`)
  }
}

function printGrams(): void {
  const all = [...new Map([...sidesByField.values()].flat().map((side) => [side.words.join(), side])).values()]
  const seen = countIn(all)
  console.log(`options: ${all.length}`)
  const common = [...seen].toSorted((one, other) => other[1] - one[1]).slice(0, COMMON)
  console.log(`common: ${common.map(([gram, count]) => `${gram}${count}`).join(' ')}`)
}

/** In how many sides each gram stands. */
function countIn(sides: readonly Side[]): Map<string, number> {
  return count(
    sides.flatMap(({ words }) =>
      [...new Set(words.flatMap((phrase) => gramsOf(fold(phrase))))].filter((gram) => HAN.test(gram)),
    ),
  )
}

function fold(phrase: string): string {
  return foldCharacters(phrase).toLowerCase()
}

function count(grams: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  return counts
}
