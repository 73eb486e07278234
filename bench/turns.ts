/**
 * Measures what a turn costs: `npm run bench:turns -- [--set PREFIX] [--turns N] [--beside DIR]`. Asks the questions of the
 * answers suite (`PREFIX` of their ids, fresh-j) of the whole house in this process, each in a conversation of its own.
 * Prints processor milliseconds a turn, those of the threads and of garbage among them, and milliseconds by step. The house
 * of another checkout may be asked in turn, so that a shared machine slows both alike: then its figures and the ratio follow.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import { readStaffContent } from '../src/content/index.ts'
import { readSuites } from '../src/evaluation/index.ts'
import { ROOT } from './own-library.ts'
import { quantile } from './quantile.ts'

const { values } = parseArgs({
  options: {
    set: { type: 'string', default: 'fresh-j' },
    turns: { type: 'string', default: '500' },
    beside: { type: 'string' },
  },
})
/** Turns before it counts: code is compiled while it runs. */
const WARMING = 250

const questions = readSuites(ROOT, readStaffContent(ROOT).content)
  .answers.filter(({ id }) => id.startsWith(values.set))
  .flatMap(({ ask }) => ask.slice(0, 1))

/** The house of a checkout, learnt anew in a folder of its own. */
async function openHouse(tree: string) {
  const { createApp } = (await import(join(tree, 'src/app.ts'))) as typeof import('../src/app.ts')
  const { readConfig } = (await import(join(tree, 'src/config.ts'))) as typeof import('../src/config.ts')
  const dataDir = mkdtempSync(join(tmpdir(), 'bianban-bench-'))
  const app = await createApp({ ...readConfig({ LOG_LEVEL: 'silent' }), root: tree, dataDir })
  await app.library.ready
  const spent: number[] = []
  const ask = async (message: string, counts: boolean): Promise<void> => {
    const { id } = await app.conversation.open()
    const before = process.cpuUsage()
    await app.conversation.answer({
      conversationId: id,
      message,
      channel: 'web',
      signal: new AbortController().signal,
      write: () => undefined,
    })
    const { user, system } = process.cpuUsage(before)
    if (counts) spent.push((user + system) / 1000)
  }
  const close = async (): Promise<void> => {
    await app[Symbol.asyncDispose]()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { tree, spent, ask, steps: () => stepsIn(join(dataDir, 'bianban.db')), close }
}

/** Mean milliseconds by step, as the turns kept say. */
function stepsIn(file: string): Record<string, number> {
  const database = new DatabaseSync(file, { readOnly: true })
  const traces = database.prepare('select trace from turns order by rowid desc limit ?').all(Number(values.turns))
  database.close()
  const all = traces.flatMap(
    ({ trace }) => (JSON.parse(String(trace)) as { steps: { name: string; ms: number }[] }).steps,
  )
  const byStep = Map.groupBy(all, ({ name }) => name)
  return Object.fromEntries(
    [...byStep].map(([name, steps]) => [name, rounded(steps.reduce((sum, { ms }) => sum + ms, 0) / traces.length)]),
  )
}

const rounded = (value: number): number => Math.round(value * 100) / 100
const mean = (sample: readonly number[]): number => sample.reduce((sum, value) => sum + value, 0) / sample.length

const houses = [await openHouse(ROOT)]
if (values.beside !== undefined) houses.push(await openHouse(resolve(values.beside)))
for (let at = -WARMING; at < Number(values.turns); at++) {
  const message = questions[(at + WARMING) % questions.length] ?? ''
  for (const house of at % 2 === 0 ? houses : houses.toReversed()) await house.ask(message, at >= 0)
}
for (const { tree, spent, steps } of houses) {
  const figures = { mean: mean(spent), p50: quantile(spent, 0.5), p99: quantile(spent, 0.99) }
  const cpuMs = Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value)]))
  console.log(JSON.stringify({ tree, questions: questions.length, turns: spent.length, cpuMs, stepMs: steps() }))
}
const [own, other] = houses.map(({ spent }) => mean(spent))
if (own !== undefined && other !== undefined) console.log(`ratio ${(own / other).toFixed(3)}`)
for (const house of houses) await house.close()
