/**
 * Measures the library's search on a judged collection, through the same index, vectors and fusion as the product:
 * `npm run bench:retrieval -- --corpus DIR [--mode hybrid|lexical|vector] [--data DIR]`.
 * DIR holds `corpus.jsonl {id,title,text}`, `queries.jsonl {id,text}`, `qrels.tsv` (query, document, grade by tabs).
 * Prints one JSON object. The vectors are built into a temporary folder unless `--data` names one to keep.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readStaffContent } from '../src/content/index.ts'
import { bestOf } from '../src/knowledge/best-of.ts'
import { openPile, type SearchMode } from '../src/knowledge/pile.ts'
import { readLines } from './read-lines.ts'
import { measure, type Judgements } from './retrieval-measures.ts'

const Line = z.object({ id: z.string(), title: z.string().default(''), text: z.string() })

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, mode: { type: 'string', default: 'hybrid' }, data: { type: 'string' } },
})
if (values.corpus === undefined) throw new Error('name the folder of the collection: --corpus DIR')
const mode = z.enum(['hybrid', 'lexical', 'vector']).parse(values.mode) satisfies SearchMode
const documents = readLines(join(values.corpus, 'corpus.jsonl'), Line)
const queries = readLines(join(values.corpus, 'queries.jsonl'), Line)
const judgements = readJudgements(join(values.corpus, 'qrels.tsv'))
const { dials } = readStaffContent(join(import.meta.dirname, '..')).content
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), 'bianban-retrieval-'))

const start = performance.now()
await using pile = await openPile(documents, { dials, dataDir, mode })
const buildSeconds = (performance.now() - start) / 1000

for (const { text } of queries.slice(0, 50)) await pile.search(text, 10)
const latencies: number[] = []
const runs: { readonly query: string; readonly found: readonly string[] }[] = []
for (const { id, text } of queries) {
  if (!judgements.has(id)) continue
  const asked = performance.now()
  const found = await pile.search(text, 10)
  latencies.push(performance.now() - asked)
  runs.push({ query: id, found: found.map(({ slot }) => documents[slot]?.id ?? '') })
}
if (values.data === undefined) rmSync(dataDir, { recursive: true, force: true })

console.log(
  JSON.stringify(
    {
      mode: pile.mode,
      documents: documents.length,
      queries: runs.length,
      ...measure(runs, judgements),
      p50Ms: quantile(latencies, 0.5),
      p99Ms: quantile(latencies, 0.99),
      buildSeconds: Number(buildSeconds.toFixed(2)),
    },
    undefined,
    2,
  ),
)

function readJudgements(path: string): Judgements {
  const judged = new Map<string, Map<string, number>>()
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [query, document, grade] = line.trim().split(/\s+/)
    if (query === undefined || document === undefined || !(Number(grade) > 0)) continue
    const of = judged.get(query) ?? new Map<string, number>()
    judged.set(query, of.set(document, Number(grade)))
  }
  return judged
}

function quantile(sample: readonly number[], share: number): number {
  const slots = sample.map((_, at) => at)
  const rank = Math.max(1, Math.ceil((1 - share) * sample.length))
  return Number((bestOf(slots, (at) => sample[at] ?? 0, rank).at(-1)?.score ?? 0).toFixed(3))
}
