/**
 * Measures where ordinary answers end, by the learnt ear alone: `npm run bench:boundaries -- [--failures]`. Prints how many
 * ordinary questions cross a boundary: those of the guides, a fifth of them left out of learning in turn, and those of
 * `evals/retrieval` and `evals/answers`, which teach nothing. Then how steady it is: how many of all verdicts, refusals and
 * their twins among them, change when 3 % of what is ordinary is left out of learning. Words are read as if they meant a guide.
 */
import { globSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readStaffContent } from '../src/content/index.ts'
import { allAsks } from '../src/content/guide.ts'
import { readSuites } from '../src/evaluation/index.ts'
import { learnBoundaries } from '../src/knowledge/recogniser/learn-boundaries.ts'
import { boundaryReader } from '../src/knowledge/recogniser/read-boundary.ts'
import { seededRandom } from '../src/knowledge/seeded-random.ts'
import { readQuestions } from './guide-questions.ts'
import { ROOT } from './own-library.ts'
import { share } from './share.ts'

const FOLDS = 5
/** How many times lines are left out, and what share of them. */
const TIMES = 3
const LEFT_OUT = 0.03

const { values } = parseArgs({ options: { failures: { type: 'boolean', default: false } } })
const { content } = readStaffContent(ROOT)
const { boundaries, kinds, offTopic } = content
const asked = [...content.guides.values()].flatMap((guide) => allAsks(guide))

const { answers, refusals } = readSuites(ROOT, content)
const sets = {
  'evals/retrieval': globSync('evals/retrieval/*.jsonl', { cwd: ROOT }).flatMap((file) =>
    readQuestions(`${ROOT}/${file}`).flatMap(({ text, guides }) => (guides.length > 0 ? [text] : [])),
  ),
  'evals/answers': answers.flatMap(({ ask, outcome }) =>
    [outcome].flat().some((ending) => /refuse|crisis|handoff/.test(ending)) ? [] : ask,
  ),
}
const pleas = refusals.flatMap(({ ask, twin }) => [...ask, ...(twin?.ask ?? []), ...(twin?.say ?? [])])

type Taught = Parameters<typeof learnBoundaries>
const whole: Taught = [boundaries, kinds, asked, offTopic]
const read = readerOf(whole)
print('guides, left out in turn', asked, askedLeftOut())
for (const [name, texts] of Object.entries(sets)) print(name, texts, texts.map(read))

const all = [...pleas, ...Object.values(sets).flat()]
const verdicts = all.map(read)
for (let seed = 1; seed <= TIMES; seed++) {
  const changed = all.map(readerOf(withoutSome(seed))).filter((verdict, at) => verdict !== verdicts[at])
  console.log(`3 % left out, seed ${seed}: ${changed.length} of ${all.length} verdicts flip`)
}

function readerOf(taught: Taught): (text: string) => string {
  const reader = boundaryReader(learnBoundaries(...taught))
  return (text) => reader?.(text).kind ?? 'ordinary'
}

/** The verdict on every question of the guides by an ear that has not learnt it. */
function askedLeftOut(): readonly string[] {
  const readers = Array.from({ length: FOLDS }, (_, fold) =>
    readerOf([boundaries, kinds, asked.filter((_ask, at) => at % FOLDS !== fold), offTopic]),
  )
  return asked.map((text, at) => readers[at % FOLDS]?.(text) ?? 'ordinary')
}

function withoutSome(seed: number): Taught {
  const random = seededRandom(seed)
  const some = (texts: readonly string[]): string[] => texts.filter(() => random() >= LEFT_OUT)
  const { question, complaint, suggestion } = kinds
  return [
    { ...boundaries, ordinary: some(boundaries.ordinary) },
    { question: some(question), complaint: some(complaint), suggestion: some(suggestion) },
    some(asked),
    some(offTopic),
  ]
}

function print(name: string, texts: readonly string[], read: readonly string[]): void {
  const crossed = read.filter((kind) => kind !== 'ordinary')
  const kindsOf = [...Map.groupBy(crossed, (kind) => kind)].map(([kind, { length }]) => `${kind} ${length}`)
  console.log(`${name.padEnd(26)} cross ${share(read, (kind) => kind !== 'ordinary').text}  ${kindsOf.join(', ')}`)
  if (!values.failures) return
  for (const [at, text] of texts.entries()) if (read[at] !== 'ordinary') console.log(`${read[at]}\t${text}`)
}
