/**
 * Fits the weights of src/language/elements/learnt-name.ts to the answers of evals/slots to questions for a name: `node bench/fit-names.ts`.
 * Prints the weights, and for each set what weights fitted on all the others make of it.
 */
import { join } from 'node:path'
import { readStaffContent } from '../src/content/index.ts'
import { bareText } from '../src/language/elements/bare-text.ts'
import { agreedName, tellsNoName } from '../src/language/elements/learnt-name.ts'
import { NAME_FEATURES, nameSpans } from '../src/language/elements/name-spans.ts'
import { asksForName, wantedBy } from '../src/language/elements/named-thing.ts'
import { foldCharacters, normalise } from '../src/language/index.ts'
import { declaredFields } from '../src/services/forms/declared-fields.ts'
import { fitChoice, type ChoiceSample } from './fit-choice.ts'
import { ROOT } from './own-library.ts'
import { readLines } from './read-lines.ts'
import { SlotSample } from './slot-scene.ts'

const SETS = ['answers', 'fresh-b', 'fresh-c', 'fresh-d', 'fresh-e', 'fresh-f']

const { services } = readStaffContent(ROOT).content
const contexts = new Map(
  [...services.values()].flatMap((service) =>
    declaredFields(service)
      .filter(({ element }) => element === 'text')
      .map(({ id, label, labels, ask }) => [
        `${service.id} ${id}`,
        { today: '', asked: true, labels: [label, ...labels], ask: ask ?? '' },
      ]),
  ),
)
type Answer = ChoiceSample & { readonly set: string; readonly sample: SlotSample; readonly wanted: readonly string[] }

const answers = SETS.flatMap(answersOf)
const told = answers.filter(({ sample }) => !tellsNoName(foldCharacters(sample.answer)))
const weights = fitChoice(told, { none: true })
for (const [at, name] of NAME_FEATURES.entries()) console.log(`${name.padEnd(16)} ${weights[at]?.toFixed(2)}`)
console.log(`[${weights.map((weight) => weight.toFixed(2)).join(', ')}]`)
for (const set of SETS) printHeldOut(set)

function answersOf(set: string): Answer[] {
  return readLines(join(ROOT, `evals/slots/${set}.jsonl`), SlotSample).flatMap((sample) => {
    const context = contextOf(sample)
    if (context === undefined || !asksForName(context)) return []
    const whole = normalise(sample.answer)
    const wanted = [sample.store[sample.field] ?? []].flat().map(plain)
    const spans = nameSpans(foldCharacters(whole), wantedBy(context))
    const right = spans.map(({ start, end }) => wanted.includes(plain(whole.slice(start, end))))
    return [{ set, sample, wanted, features: spans.map(({ features }) => features), right }]
  })
}

function contextOf({ service, field }: SlotSample) {
  return contexts.get(`${service} ${field}`)
}

function plain(text: string): string {
  return normalise(text).replaceAll(/\s|[。.，,]+$/gu, '')
}

function printHeldOut(set: string): void {
  const fitted = fitChoice(
    told.filter((answer) => answer.set !== set),
    { none: true },
  )
  const count = { right: 0, wrong: 0, missing: 0 }
  for (const { sample, wanted } of answers.filter((answer) => answer.set === set)) {
    const context = contextOf(sample)
    if (context === undefined) continue
    const whole = normalise(sample.answer)
    const value = tellsNoName(foldCharacters(whole))
      ? undefined
      : agreedName(whole, bareText(whole, context.labels), context, fitted)
    if (value !== undefined && wanted.includes(plain(value))) count.right += 1
    else {
      if (value !== undefined) count.wrong += 1
      if (wanted.length > 0) count.missing += 1
    }
  }
  console.log(`${set}, fitted on the others: ${count.right} right, ${count.wrong} wrong, ${count.missing} missing`)
}
