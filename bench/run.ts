/**
 * `npm run bench`: start-up time and memory, latency and throughput of turns on the embedded engine over HTTP, and time
 * of a search. The server is a process of its own; figures are printed as JSON and nothing is asserted.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../src/config.ts'
import { readStaffContent } from '../src/content/index.ts'
import { createLibrary } from '../src/knowledge/index.ts'
import { openCitizen } from '../test/support/citizen.ts'
import { startServer } from '../test/support/server-process.ts'

const TURNS = 600
const CLIENTS = 16
const SEARCHES = 2000

const { root } = readConfig({})
const { content } = readStaffContent(root)
const questions = [...content.guides.values()].flatMap(({ asks }) => asks)
const dataDir = await mkdtemp(join(tmpdir(), 'bianban-bench-'))

/** The p-th percentile, milliseconds with two decimals. */
function percentile(times: readonly number[], p: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  const at = Math.min(sorted.length - 1, Math.floor((p / 100) * sorted.length))
  return Math.round((sorted[at] ?? 0) * 100) / 100
}

const figures = (times: readonly number[]) => ({
  p50Ms: percentile(times, 50),
  p95Ms: percentile(times, 95),
  p99Ms: percentile(times, 99),
  n: times.length,
})

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

async function startUp() {
  const cold = await startServer({ dataDir })
  await cold.stop()
  const warm: number[] = []
  let residentMb = 0
  for (let i = 0; i < 3; i += 1) {
    const server = await startServer({ dataDir })
    warm.push(server.readyMs)
    residentMb = server.residentMb()
    await server.stop()
  }
  return { firstStartMs: Math.round(cold.readyMs), startWithIndexMs: warm.map((ms) => Math.round(ms)), residentMb }
}

async function turns() {
  const server = await startServer({ dataDir })
  try {
    for (const question of questions.slice(0, 50)) await (await openCitizen(server.url)).say(question)
    const alone: number[] = []
    for (let i = 0; i < TURNS; i += 1) {
      const citizen = await openCitizen(server.url)
      alone.push(await timed(() => citizen.say(questions[i % questions.length] ?? '')))
    }
    const together: number[] = []
    const citizens = await Promise.all(Array.from({ length: CLIENTS }, () => openCitizen(server.url)))
    const from = performance.now()
    await Promise.all(
      citizens.map(async (citizen, client) => {
        for (let i = 0; i < TURNS / 4; i += 1) {
          together.push(await timed(() => citizen.say(questions[(i * CLIENTS + client) % questions.length] ?? '')))
        }
      }),
    )
    const seconds = (performance.now() - from) / 1000
    return {
      oneCitizen: figures(alone),
      together: { clients: CLIENTS, turnsPerSecond: Math.round(together.length / seconds), ...figures(together) },
      residentMbUnderLoad: server.residentMb(),
    }
  } finally {
    await server.stop()
  }
}

async function searches() {
  await using library = createLibrary({ content, dataDir, log: () => undefined })
  await library.ready
  const times: number[] = []
  for (let i = 0; i < SEARCHES; i += 1)
    times.push(await timed(() => library.search(questions[i % questions.length] ?? '')))
  return { ...figures(times), state: library.state() }
}

// Searches before turns: they wait until the library has learnt, which would take a core from the server.
const report = { startUp: await startUp(), search: await searches(), turn: await turns() }
await rm(dataDir, { recursive: true, force: true })
process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
