/** One peer in a process of its own: reads `FOLDER`, builds, warms up, asks; prints one JSON line. Started by ../peers.ts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readStaffContent } from '../../src/content/index.ts'
import { quantile } from '../quantile.ts'
import { openBigrams } from './bigrams.ts'
import { openLangChain } from './langchain.ts'
import { openMiniSearch } from './minisearch.ts'
import { openOrama } from './orama.ts'
import { graphRecall, openOurs } from './ours.ts'
import type { OpenPeer } from './peer.ts'
import { readPrepared } from './prepared.ts'

const [name = '', folder = '', secondsAtMost = '0'] = process.argv.slice(2)
const { titleWeight, textWeight } = readStaffContent(join(import.meta.dirname, '../..')).content.dials
const boost = titleWeight / textWeight
const openers: Readonly<Record<string, OpenPeer>> = {
  ours: openOurs('hybrid'),
  'ours-words': openOurs('lexical'),
  minisearch: openMiniSearch(boost),
  orama: openOrama('fulltext', boost),
  'orama-hybrid': openOrama('hybrid', boost),
  'langchain-bm25': openLangChain('bm25'),
  'langchain-ensemble': openLangChain('ensemble'),
  bigrams: openBigrams,
}
const open = openers[name]
if (open === undefined) throw new Error(`no such peer: ${name}; there are ${Object.keys(openers).join(', ')}`)

const WARM_UP = 50
/** Memory held after a collection: JavaScript's own and its buffers; resident memory also holds that of native libraries. */
const megabytes = () => {
  globalThis.gc?.()
  const { heapUsed, external, rss } = process.memoryUsage()
  return { held: (heapUsed + external) / 2 ** 20, resident: rss / 2 ** 20 }
}

const { documents, questions } = readPrepared(folder)
const own = mkdtempSync(join(tmpdir(), 'bianban-peer-'))
const before = megabytes()
const start = performance.now()
const peer = await open(documents, own)
const buildSeconds = (performance.now() - start) / 1000
const after = megabytes()

/** Without a limit (0) every question is asked, as quality needs; with one, as many as there is time for. */
const limitMs = Number(secondsAtMost) > 0 ? Number(secondsAtMost) * 1000 : Infinity
const begun = performance.now()
for (const question of questions.slice(0, WARM_UP)) {
  if (performance.now() - begun > limitMs / 4) break
  await peer.search(question)
}
const asked = performance.now()
const times: number[] = []
const runs: { query: string; found: readonly string[] }[] = []
for (const question of questions) {
  if (performance.now() - asked > limitMs) break
  const from = performance.now()
  const found = await peer.search(question)
  times.push(performance.now() - from)
  runs.push({ query: question.id, found })
}
const recall = name === 'ours' ? await graphRecall(documents, questions, own) : undefined
rmSync(own, { recursive: true, force: true })
const { settings } = peer
const figures = {
  p50Ms: quantile(times, 0.5),
  p99Ms: quantile(times, 0.99),
  asked: times.length,
  buildSeconds,
  heldMb: after.held - before.held,
  residentMb: after.resident,
}
process.stdout.write(`${JSON.stringify({ name, settings, ...figures, recall, runs })}\n`)
process.exit(0)
