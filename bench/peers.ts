/**
 * Our search beside other JavaScript searches on one corpus, each in a process of its own, one after another:
 * `npm run bench:peers -- [--corpus DIR] [--sizes 2000,20000,100000] [--peers ours,minisearch,…] [--terms words|all] [--seconds 30]`.
 * With a judged collection (`--corpus`, as in bench:retrieval) quality is measured and every question asked; without one
 * a synthetic corpus of each size, which measures speed and recall only. Prints a table, or with `--json` all figures.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readStaffContent } from '../src/content/index.ts'
import { readCollection } from './collection.ts'
import { prepare } from './peers/prepared.ts'
import { measure } from './retrieval-measures.ts'
import { synthesise } from './synthetic-corpus.ts'

const SEED = 20_261_126
const PEERS = 'ours,ours-words,minisearch,orama,orama-hybrid,langchain-bm25,langchain-ensemble,bigrams'

const Result = z.object({
  name: z.string(),
  settings: z.record(z.string(), z.unknown()),
  p50Ms: z.number(),
  p99Ms: z.number(),
  asked: z.number(),
  buildSeconds: z.number(),
  heldMb: z.number(),
  residentMb: z.number(),
  recall: z.number().optional(),
  runs: z.array(z.object({ query: z.string(), found: z.array(z.string()) })),
})

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    sizes: { type: 'string', default: '2000' },
    peers: { type: 'string', default: PEERS },
    terms: { type: 'string', default: 'words' },
    seconds: { type: 'string', default: '30' },
    json: { type: 'boolean' },
  },
})
const terms = z.enum(['words', 'all']).parse(values.terms)
const names = values.peers.split(',')

if (values.corpus === undefined) {
  const { guides } = readStaffContent(join(import.meta.dirname, '..')).content
  for (const size of values.sizes.split(',').map(Number)) {
    const { documents, questions } = synthesise([...guides.values()], size, SEED)
    const asked = questions.map((text, at) => ({ id: `q${String(at)}`, text }))
    compare(`synthetic, seed ${String(SEED)}`, { documents, questions: asked }, values.seconds)
  }
} else {
  const collection = readCollection(values.corpus)
  compare('judged collection', collection, '0', (runs) => measure(runs, collection.judgements))
}

type Corpus = Parameters<typeof prepare>[1]
type Runs = z.infer<typeof Result>['runs']

function compare(
  title: string,
  corpus: Corpus,
  seconds: string,
  quality: (runs: Runs) => Readonly<Record<string, number>> = () => ({}),
): void {
  const folder = mkdtempSync(join(tmpdir(), 'bianban-peers-'))
  try {
    prepare(folder, corpus, terms === 'all')
    console.log(
      `${title}: ${String(corpus.documents.length)} documents, ${String(corpus.questions.length)} questions, ${terms}`,
    )
    for (const name of names) {
      const { runs, settings, ...figures } = runPeer(name, folder, seconds)
      const all = { ...figures, ...quality(runs) }
      if (values.json === true) console.log(JSON.stringify({ ...all, settings }))
      else console.log(`${row(all)}\n${' '.repeat(20)}${JSON.stringify(settings)}`)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function runPeer(name: string, folder: string, seconds: string): z.infer<typeof Result> {
  const file = join(import.meta.dirname, 'peers/run-peer.ts')
  const flags = ['--expose-gc', '--max-old-space-size=12000']
  const output = execFileSync(process.execPath, [...flags, file, name, folder, seconds], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return Result.parse(JSON.parse(output))
}

function row({ name, ...figures }: Readonly<Record<string, string | number | undefined>>): string {
  const shown = Object.entries(figures).flatMap(([key, value]) =>
    typeof value === 'number' ? [`${key} ${String(Number(value.toPrecision(4)))}`] : [],
  )
  return `${String(name).padEnd(20)}${shown.join('  ')}`
}
