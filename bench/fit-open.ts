/**
 * Fits the weights of src/language/elements/open-grams.ts to the answers of evals/slots, of which one in six may store nothing:
 * `node bench/fit-open.ts [--without SET]`. Prints the table, and for each set how many answers weights fitted on the others call
 * open, and how many of those hold a value.
 */
import { parseArgs } from 'node:util'
import { fitOpen, oddsOf, openSamples, SETS, type OpenWeights } from './open-weights.ts'

const LINE = 110

const { values } = parseArgs({ options: { without: { type: 'string' } } })
printTable(fitOpen(SETS.filter((set) => set !== values.without).flatMap(openSamples)))
for (const set of SETS) printHeldOut(set)

/** The grams by their weight in tenths, as the table holds them. */
function printTable({ even, byGram }: OpenWeights): void {
  console.log(`EVEN = ${even.toFixed(1)}`)
  const byTenth = Map.groupBy(byGram.keys(), (gram) => Math.round((byGram.get(gram) ?? 0) * 10))
  for (const [tenth, grams] of [...byTenth].toSorted(([one], [other]) => one - other)) {
    const lines: string[] = []
    for (const gram of grams.toSorted()) {
      const line = lines.at(-1)
      if (line === undefined || line.length + gram.length >= LINE) lines.push(gram)
      else lines[lines.length - 1] = `${line} ${gram}`
    }
    if (tenth !== 0) console.log(`  [${tenth}, ${lines.map((line) => JSON.stringify(`${line} `)).join(' + ')}],`)
  }
}

function printHeldOut(set: string): void {
  const weights = fitOpen(SETS.filter((other) => other !== set).flatMap(openSamples))
  const samples = openSamples(set)
  const called = samples.filter(({ grams }) => oddsOf(grams, weights) > 0)
  const wrong = called.filter(({ open }) => !open).length
  const all = samples.filter(({ open }) => open).length
  console.log(`${set}, fitted on the others: ${called.length - wrong} of ${all} open answers, ${wrong} with a value`)
}
