import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startServer, type ServerProcess } from '../support/server-process.ts'
import { newErrand, openAccount, type Account } from './account.ts'
import { countWaiting, readBooks } from './books.ts'
import { waitWhileMoving } from './wait-while-moving.ts'
import { compareBooks } from './compare-books.ts'
import { planKill } from './kill-plan.ts'
import { runErrands, runRound } from './run-round.ts'
import { createSeededRandom, type SeededRandom } from './seeded-random.ts'
import { testComparison } from './self-test.ts'

/**
 * Kills the server again and again while citizens submit, and proves that no acknowledged case is lost and none is filed twice.
 * `npm run faults -- --rounds 200 [--seed N] [--keep] [--self-test]`; exit status 1 when anything is lost, doubled or half done.
 */
const CITIZENS = 4
/** A claimed letter is left to its dead claimer for a minute. */
const OUTBOX_MS = 180_000
const TRIES = 10
const INDEX_MS = 60_000

type Readiness = { readonly index: { readonly vectors: string } }

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    keep: { type: 'boolean', default: false },
    'self-test': { type: 'boolean', default: false },
  },
})
const rounds = Number(options.rounds)
const seed = Number(options.seed)

async function run(dataDir: string, account: Account, random: SeededRandom): Promise<readonly number[]> {
  const readyMs: number[] = []
  let port: number | undefined
  let running: ServerProcess | undefined
  const open = async (): Promise<ServerProcess> => {
    running = await startServer({
      dataDir,
      ...(port === undefined ? {} : { port }),
      env: { NODE_COMPILE_CACHE: join(dataDir, 'compiled') },
    })
    port = Number(new URL(running.url).port)
    readyMs.push(running.readyMs)
    return running
  }

  try {
    await warmUp(await open(), account)
    readyMs.length = 0
    for (let number = 1; number <= rounds; number += 1) {
      welcome(account, () => random.chance(0.25))
      const plan = planKill(random, CITIZENS, account.submissionMs)
      const server = await open()
      const due = account.errands.filter(({ receipt, readBackIn }) => receipt === undefined || readBackIn < 0)
      await runRound(server, plan, due, { number, account })
      if (number % 20 === 0) report(number, account)
    }
    await settle(await open(), dataDir, account)
  } finally {
    await running?.kill()
  }
  return readyMs
}

/** Four new citizens. */
function welcome({ errands }: Account, impatient: () => boolean): void {
  for (let citizen = 0; citizen < CITIZENS; citizen += 1) {
    const next = errands.length + 1
    errands.push(newErrand(next, `faults-${seed}-${next}`, impatient()))
  }
}

/** A first start in peace, until the index is built: otherwise each round would begin to build it again. */
async function warmUp(server: ServerProcess, account: Account): Promise<void> {
  welcome(account, () => false)
  await runErrands(account.errands, { url: server.url, number: 0, account, onPost: () => undefined })
  const deadline = performance.now() + INDEX_MS
  while (performance.now() < deadline) {
    const answer = (await (await fetch(`${server.url}/readyz`)).json()) as Readiness
    if (answer.index.vectors === 'ready') break
    await sleep(100)
  }
  await server.stop()
}

/** Undisturbed: every citizen finishes, every receipt of the whole run is read again, the outbox runs empty, the server stops. */
async function settle(server: ServerProcess, dataDir: string, account: Account): Promise<void> {
  const round = { url: server.url, number: rounds + 1, account, onPost: () => undefined }
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const open = account.errands.filter(({ receipt }) => receipt === undefined)
    if (open.length === 0) break
    await runErrands(open, round)
  }
  for (let from = 0; from < account.errands.length; from += CITIZENS) {
    const few = account.errands.slice(from, from + CITIZENS)
    await runErrands(few, round)
    for (const { number, readBackIn } of few)
      if (readBackIn !== round.number) account.problems.push(`citizen ${number}: the case could not be read at the end`)
  }
  await waitWhileMoving(() => countWaiting(dataDir), OUTBOX_MS)
  await server.stop()
  if (server.process.exitCode !== 0)
    account.problems.push(`the server ended with ${server.process.exitCode} at SIGTERM`)
}

function report(number: number, { counts, errands, problems }: Account): void {
  const acknowledged = errands.filter(({ receipt }) => receipt !== undefined).length
  console.log(
    `round ${number}: ${acknowledged} acknowledged, ${counts.unanswered} unanswered (${counts.filedUnanswered} had been filed), ` +
      `${counts.killsDuringSubmission} kills during a submission, ${problems.length} problems`,
  )
}

const median = (values: readonly number[]): number =>
  Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0)

const dataDir = mkdtempSync(join(tmpdir(), 'bianban-faults-'))
const account = openAccount()
const from = performance.now()
console.log(`seed ${seed}, ${rounds} rounds of ${CITIZENS} citizens`)
try {
  const readyMs = await run(dataDir, account, createSeededRandom(seed))
  const books = readBooks(dataDir)
  account.problems.push(...compareBooks(books, account.errands))
  const missed = options['self-test'] ? testComparison(dataDir, account.errands) : undefined
  const result = {
    seed,
    rounds,
    citizens: account.errands.length,
    acknowledged: account.errands.filter(({ receipt }) => receipt !== undefined).length,
    casesInHouse: books.entries.filter(({ receiptNumber }) => receiptNumber !== null).length,
    filingsInCity: books.filings.length,
    ...account.counts,
    submissionMs: Math.round(account.submissionMs),
    integrity: books.integrity,
    readyMs: { median: median(readyMs), longest: Math.round(Math.max(...readyMs)) },
    seconds: Math.round((performance.now() - from) / 1000),
    problems: account.problems,
    ...(missed === undefined ? {} : { selfTest: missed.length === 0 ? 'every damage was found' : missed }),
  }
  console.log(JSON.stringify(result, null, 2))
  process.exitCode = account.problems.length === 0 && (missed ?? []).length === 0 ? 0 : 1
} finally {
  if (options.keep) console.log(`kept: ${dataDir}`)
  else rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
}
