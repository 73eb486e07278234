/**
 * Measures how free-text answers are read into forms, through the conversation: `npm run bench:slots -- [--set FILE]
 * [--failures]`. Prints precision, recall and F1 of the values and the share of answers that left a wrong value, by
 * field type and in all. `--failures` lists what went wrong: after it was read, the set is no longer unseen.
 * Secret values are compared as the counter masks them.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readStaffContent } from '../src/content/index.ts'
import { readSuites } from '../src/evaluation/index.ts'
import { openOwnHouse } from './own-house.ts'
import { ROOT } from './own-library.ts'
import { readLines } from './read-lines.ts'
import { share } from './share.ts'
import { playSlot, SlotSample, type SlotResult } from './slot-scene.ts'

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: join(ROOT, 'evals/slots/answers.jsonl') },
    failures: { type: 'boolean', default: false },
  },
})
const samples = readLines(values.set, SlotSample)
const citizens = readSuites(ROOT, readStaffContent(ROOT).content).services

await using house = await openOwnHouse()
const results: SlotResult[] = []
const unplayed: string[] = []
for (const sample of samples) {
  const ofService = citizens.filter(({ service }) => service === sample.service)
  const knowing = ofService.filter(({ citizen }) => sample.field in citizen.knows)
  try {
    results.push(await playFirst(sample, [...knowing, ...ofService]))
  } catch (error) {
    unplayed.push(error instanceof Error ? error.message : String(error))
  }
}

/** Plays the sample with the first citizen whose form asks for the field. @throws Error when nobody's does. */
async function playFirst(sample: SlotSample, candidates: typeof citizens): Promise<SlotResult> {
  let reason: unknown = new Error(`${sample.id}: no citizen fills ${sample.service}`)
  for (const { citizen } of candidates) {
    try {
      return await playSlot(house.app, sample, citizen.knows)
    } catch (error) {
      reason = error
    }
  }
  throw reason
}

/** Values stored that are right, stored that are wrong, and missing. */
function count({ stored, expected }: SlotResult) {
  const right = [...stored].filter(([field, value]) => expected.get(field)?.some((each) => same(each, value)) === true)
  return { right: right.length, wrong: stored.size - right.length, missing: expected.size - right.length }
}

function same(one: string, other: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s|[。.，,]+$/gu, '')
  return plain(one) === plain(other)
}

function line(name: string, some: readonly SlotResult[]): string {
  const sum = { right: 0, wrong: 0, missing: 0 }
  for (const result of some) {
    const { right, wrong, missing } = count(result)
    sum.right += right
    sum.wrong += wrong
    sum.missing += missing
  }
  const { right, wrong, missing } = sum
  const show = (hits: number, all: number) => (all === 0 ? 'n/a' : (hits / all).toFixed(3).replace(/^0/, ''))
  const figures = [
    show(right, right + wrong),
    show(right, right + missing),
    show(2 * right, 2 * right + wrong + missing),
  ]
  const spoilt = share(some, (result) => count(result).wrong > 0)
  return [
    name.padEnd(22),
    String(some.length).padStart(4),
    ...figures.map((f) => f.padStart(6)),
    `  ${spoilt.text}`,
  ].join(' ')
}

console.log(`${'type'.padEnd(22)}    n   prec.   rec.     F1   wrong value stored`)
for (const [element, some] of Map.groupBy(results, ({ element }) => element)) console.log(line(element, some))
console.log(line('all', results))
if (unplayed.length > 0) console.log(`not played: ${unplayed.length}\n${unplayed.join('\n')}`)

if (values.failures) {
  for (const result of results) {
    const { wrong, missing } = count(result)
    if (wrong + missing === 0) continue
    const { id, field, answer } = result.sample
    const want = JSON.stringify(Object.fromEntries(result.expected))
    console.log(`${id}\t${field}\t${answer}\t${want} ≠ ${JSON.stringify(Object.fromEntries(result.stored))}`)
  }
}
