/**
 * Measures the library's search on a judged collection, through the same index, vectors and fusion as the product:
 * `npm run bench:retrieval -- --corpus DIR [--mode hybrid|lexical|vector] [--data DIR]`.
 * DIR holds `corpus.jsonl {id,title,text}`, `queries.jsonl {id,text}`, `qrels.tsv` (query, document, grade by tabs).
 * Prints one JSON object. The vectors are built into a temporary folder unless `--data` names one to keep.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readStaffContent } from '../src/content/index.ts'
import { openPile, type SearchMode } from '../src/knowledge/ranking/pile.ts'
import { readCollection } from './collection.ts'
import { quantile } from './quantile.ts'
import { measure } from './retrieval-measures.ts'

const { values } = parseArgs({
  options: { corpus: { type: 'string' }, mode: { type: 'string', default: 'hybrid' }, data: { type: 'string' } },
})
if (values.corpus === undefined) throw new Error('name the folder of the collection: --corpus DIR')
const mode = z.enum(['hybrid', 'lexical', 'vector']).parse(values.mode) satisfies SearchMode
const { documents, questions, judgements } = readCollection(values.corpus)
const { dials } = readStaffContent(join(import.meta.dirname, '..')).content
const dataDir = values.data ?? mkdtempSync(join(tmpdir(), 'bianban-retrieval-'))

const start = performance.now()
await using pile = await openPile(documents, { dials, dataDir, mode })
const buildSeconds = (performance.now() - start) / 1000

for (const { text } of questions.slice(0, 50)) await pile.search(text, 10)
const latencies: number[] = []
const runs: { readonly query: string; readonly found: readonly string[] }[] = []
for (const { id, text } of questions) {
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
      p50Ms: Number(quantile(latencies, 0.5).toFixed(3)),
      p99Ms: Number(quantile(latencies, 0.99).toFixed(3)),
      buildSeconds: Number(buildSeconds.toFixed(2)),
    },
    undefined,
    2,
  ),
)
