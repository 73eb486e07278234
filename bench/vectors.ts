/**
 * Measures the fact matcher on vectors: `npm run bench:vectors -- --set 'evals/fact-matcher/fresh-b-*.jsonl' [--failures]`.
 * Prints how many stated facts are found, how many unstated ones are taken for stated, and how many contradictions are told
 * from silence, each with its 95 % Wilson interval. `--failures` lists what went wrong: after it was read, the set is no longer unseen.
 */
import { globSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { Fact, matchFact } from '../src/evaluation/index.ts'
import { share } from './share.ts'

const Vector = z.object({
  id: z.string(),
  text: z.string(),
  fact: Fact,
  holds: z.union([z.boolean(), z.literal('contradicts')]),
})

const { values } = parseArgs({ options: { set: { type: 'string' }, failures: { type: 'boolean' } } })
if (values.set === undefined) throw new Error('name the vectors: --set GLOB')
const judged = globSync(values.set)
  .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  .filter((line) => line.trim() !== '')
  .map((line) => Vector.parse(JSON.parse(line)))
  .map((vector) => ({ ...vector, verdict: matchFact(vector.text, vector.fact).verdict }))

const right = judged.filter(({ holds }) => holds === true)
const wrong = judged.filter(({ holds }) => holds !== true)
const denied = judged.filter(({ holds }) => holds === 'contradicts')
console.log(`stated facts found     ${share(right, ({ verdict }) => verdict === 'holds').text}`)
console.log(`unstated ones accepted ${share(wrong, ({ verdict }) => verdict === 'holds').text}`)
console.log(`contradictions told    ${share(denied, ({ verdict }) => verdict === 'contradicts').text}`)

if (values.failures === true) {
  for (const { id, text, holds, verdict } of judged) {
    const wanted = holds === true ? 'holds' : holds === 'contradicts' ? 'contradicts' : 'silent'
    const fits = holds === false ? verdict !== 'holds' : verdict === wanted
    if (!fits) console.log(`${id}\t${text}\t${wanted} ≠ ${verdict}`)
  }
}
