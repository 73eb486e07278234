import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startSandboxCity } from '../../src/city/index.ts'
import { verifyAudit } from '../../src/services/index.ts'
import { openStore } from '../../src/store/index.ts'
import { countWaiting, readBooks, type Books } from './books.ts'
import { waitWhileMoving } from './wait-while-moving.ts'
import { openFaultyWay } from './faulty-city.ts'
import { createSeededRandom } from './seeded-random.ts'

/**
 * A counter that is killed with `kill -9` again and again while every call to the city may be dropped, held back, sent twice,
 * overtaken, refused or answered with garbage: no receipt lost, none doubled, the audit chain whole.
 * `npm run faults:city -- --rounds 1000 [--seed N] [--keep]`; exit status 1 when anything is wrong.
 */
/** At the counter at once; one of them is new in each round. */
const CITIZENS = 4
/** Lives that are being prepared while one is lived. */
const READY = 2
/**
 * Bounds of the longest life, in ms. On a busy machine a life that is too short does nothing and proves nothing: after one in which nobody
 * called the city the next may last longer, after another shorter.
 */
const LIFE_MS = { least: 450, most: 15_000 }
const LONGER = 1.3
const SHORTER = 0.95
const OUTBOX_MS = 120_000
/** The last life is lived an hour later: nobody's lease or pause keeps a letter back any more. */
const AHEAD_MS = 3_600_000
const COUNTER = join(import.meta.dirname, 'counter-life.ts')

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    keep: { type: 'boolean', default: false },
  },
})
const rounds = Number(options.rounds)
const seed = Number(options.seed)
const random = createSeededRandom(seed)
const dataDir = mkdtempSync(join(tmpdir(), 'bianban-city-faults-'))
const problems: string[] = []
/** What each citizen was told; undefined: nothing yet. */
const told = new Map<number, string | undefined>()
let failures = 0

type Line = { open?: true; citizen?: number; receipt?: string; failed?: string }

/** A counter at work; `opened` settles when it takes citizens. */
function live(cityUrl: string, aheadMs = 0): { readonly child: ChildProcess; readonly opened: Promise<unknown> } {
  const child = spawn(process.execPath, [COUNTER, dataDir, cityUrl, String(aheadMs)], {
    env: { ...process.env, NODE_COMPILE_CACHE: join(dataDir, 'compiled') },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  // Who is killed reads no more.
  child.stdin?.on('error', () => undefined)
  const opened = Promise.withResolvers<void>()
  if (child.stdout !== null)
    createInterface({ input: child.stdout }).on('line', (text) => {
      const line = readLine(text)
      if (line?.open === true) opened.resolve()
      else if (line?.citizen !== undefined) note(line.citizen, line)
    })
  return { child, opened: Promise.race([opened.promise, once(child, 'exit')]) }
}

/** A line cut off by the kill was told to nobody. */
function readLine(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line
  } catch {
    return undefined
  }
}

function callsSoFar(): number {
  return Object.values(way.counts).reduce((sum, count) => sum + count, 0)
}

function note(citizen: number, { receipt, failed }: Line): void {
  const before = told.get(citizen)
  if (failed !== undefined) failures += 1
  if (receipt === undefined) return
  if (before !== undefined && before !== receipt) problems.push(`citizen ${citizen} was told ${before} and ${receipt}`)
  told.set(citizen, receipt)
}

function compare({ entries, filings, integrity, receipts }: Books): void {
  if (integrity.house !== 'ok' || integrity.city !== 'ok') problems.push(`damaged: ${JSON.stringify(integrity)}`)
  const filed = Map.groupBy(filings, ({ receiptNumber }) => receiptNumber)
  const cases = Map.groupBy(
    entries.filter(({ receiptNumber }) => receiptNumber !== null),
    ({ conversationId }) => conversationId,
  )
  for (const [citizen, receipt] of told) {
    const mine = cases.get(`c${citizen}`) ?? []
    const mobile = filed.get(receipt ?? '')?.[0]?.body.values.find(({ id }) => id === 'mobile')?.value
    if (receipt === undefined) problems.push(`citizen ${citizen} never got a receipt`)
    if (mine.length !== 1 || mine[0]?.receiptNumber !== receipt)
      problems.push(`citizen ${citizen}: ${mine.length} cases`)
    if (filed.get(receipt ?? '')?.length !== 1) problems.push(`citizen ${citizen}: not once in the city`)
    if (mobile !== `138${String(citizen).padStart(8, '0')}`) problems.push(`citizen ${citizen}: somebody else's values`)
  }
  if (filings.length !== told.size) problems.push(`${filings.length} filings in the city for ${told.size} citizens`)
  if (receipts.length !== told.size) problems.push(`${receipts.length} receipts in the book for ${told.size} citizens`)
}

const prepared: ReturnType<typeof live>[] = []
const from = performance.now()
const city = await startSandboxCity({
  dataDir: join(dataDir, 'sandbox-city'),
  log: { info: () => undefined, warn: () => undefined },
})
const way = await openFaultyWay(city.baseUrl, random)
let lifeMs = LIFE_MS.least
let idle = 0
console.log(`seed ${seed}, ${rounds} rounds`)
try {
  for (let round = 1; round <= rounds; round += 1) {
    told.set(told.size + 1, undefined)
    while (prepared.length < READY) prepared.push(live(way.url))
    const { child, opened } = prepared.shift() ?? live(way.url)
    child.stdin?.write('open\n')
    await opened
    const due = [...told].filter(([, receipt]) => receipt === undefined).map(([citizen]) => citizen)
    child.stdin?.write(
      due
        .slice(0, CITIZENS)
        .map((citizen) => `${citizen}\n`)
        .join(''),
    )
    const before = callsSoFar()
    await sleep(random.between(0, lifeMs))
    child.kill('SIGKILL')
    if (callsSoFar() === before) idle += 1
    lifeMs = callsSoFar() > before ? Math.max(LIFE_MS.least, lifeMs * SHORTER) : Math.min(LIFE_MS.most, lifeMs * LONGER)
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    if (round % 50 === 0)
      console.log(
        `round ${round}: ${[...told.values()].filter(Boolean).length}/${told.size} told, ${problems.length} problems`,
      )
  }
  way.calmDown()
  const { child, opened } = live(way.url, AHEAD_MS)
  child.stdin?.write('open\n')
  await opened
  child.stdin?.write(
    [...told]
      .filter(([, receipt]) => receipt === undefined)
      .map(([citizen]) => `${citizen}\n`)
      .join(''),
  )
  const untold = () => [...told.values()].filter((receipt) => receipt === undefined).length
  await waitWhileMoving(() => untold() + countWaiting(dataDir), OUTBOX_MS)
  child.stdin?.end()
  if (child.exitCode === null) await once(child, 'exit')
  if (countWaiting(dataDir) > 0) problems.push(`${countWaiting(dataDir)} letters never left`)
  compare(readBooks(dataDir))
  await using store = await openStore({ dataDir })
  const audit = await verifyAudit(store)
  if (audit.broken !== null || audit.cut || audit.missing > 0) problems.push(`audit: ${JSON.stringify(audit)}`)
  const seconds = Math.round((performance.now() - from) / 1000)
  const result = {
    seed,
    rounds,
    lifeMs: Math.round(lifeMs),
    citizens: told.size,
    calls: way.counts,
    failures,
    audit,
    seconds,
    problems,
  }
  console.log(JSON.stringify(result, null, 2))
  process.exitCode = problems.length === 0 ? 0 : 1
} finally {
  for (const { child } of prepared) child.kill('SIGKILL')
  way.close()
  await city[Symbol.asyncDispose]()
  if (options.keep) console.log(`kept: ${dataDir}`)
  else rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
}
