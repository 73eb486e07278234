/**
 * Fits the weights of src/language/elements/learnt-answer.ts to answers of evals/slots, and counts the grams of answer-grams.ts
 * over the words of all forms: `node bench/fit-answers.ts [--grams]`. Prints the weights, and how often the side it is sure of
 * is right when they are fitted on five sixths of the forms and measured on the rest. `--grams` prints the table instead.
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
import { foldCharacters } from '../src/language/index.ts'
import { declaredFields } from '../src/services/forms/declared-fields.ts'
import { dot, fitChoice, type ChoiceSample } from './fit-choice.ts'
import { ROOT } from './own-library.ts'
import { readLines } from './read-lines.ts'
import { SlotSample } from './slot-scene.ts'

/** Sets that were read after the words of the forms were written: of others the words know too much. */
const SETS = ['fresh-e', 'fresh-f']
const HAN = /^\p{Script=Han}+$/u
const COMMON = 250
const SURE = [0.7, 0.8, 0.85, 0.9]

type Answer = ChoiceSample & { readonly service: string }

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
  return readLines(join(ROOT, `evals/slots/${set}.jsonl`), SlotSample).flatMap(({ service, field, answer, store }) => {
    const sides = sidesByField.get(`${service} ${field}`)
    const folded = foldCharacters(answer.normalize('NFKC'))
    if (sides === undefined || !mayBeLearnt(folded)) return []
    const wanted = [store[field] ?? []].flat()
    return [{ service, features: answerFeatures(folded, sides), right: sides.map(({ id }) => wanted.includes(id)) }]
  })
}

function printWeights(answers: readonly Answer[]): void {
  const weights = fitChoice(answers, { none: true })
  for (const [at, name] of ANSWER_FEATURES.entries()) console.log(`${name.padEnd(16)} ${weights[at]?.toFixed(2)}`)
  const names = [...new Set(answers.map(({ service }) => service))]
  const fold = ({ service }: Answer) => names.indexOf(service) % 6
  console.log('forms held out:')
  printHeldOut(
    answers,
    [0, 1, 2, 3, 4, 5].map((part) => (answer: Answer) => fold(answer) === part),
  )
}

function printHeldOut(answers: readonly Answer[], parts: readonly ((answer: Answer) => boolean)[]): void {
  const told = parts.flatMap((isHeldOut) => {
    const weights = fitChoice(
      answers.filter((answer) => !isHeldOut(answer)),
      { none: true },
    )
    return answers.filter(isHeldOut).map(({ features, right }) => {
      const powers = features.map((each) => Math.exp(dot(each, weights)))
      const most = Math.max(...powers)
      return { sure: most / powers.reduce((sum, each) => sum + each, 1), right: right[powers.indexOf(most)] === true }
    })
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
