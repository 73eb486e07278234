import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerProcess } from '../support/server-process.ts'
import type { Account, Errand } from './account.ts'
import { findCity, killProcess } from './city-process.ts'
import type { KillPlan } from './kill-plan.ts'
import { isInterrupted, runErrand, type Round } from './run-errand.ts'

/** No answer takes this long, whatever is killed. */
const HUNG_MS = 30_000

/** Lets every citizen go on at once until their errands end. An interruption is no problem; anything else is. */
export async function runErrands(errands: readonly Errand[], round: Round): Promise<void> {
  const problem = (text: string): number => round.account.problems.push(`round ${round.number}: ${text}`)
  const work = errands.map(async (errand) => {
    try {
      await runErrand(errand, round)
    } catch (error) {
      if (!isInterrupted(error)) problem(`citizen ${errand.number}: ${String(error)}`)
    }
  })
  const hung = new AbortController()
  const late = sleep(HUNG_MS, 'late' as const, { signal: hung.signal }).catch(() => undefined)
  if ((await Promise.race([Promise.all(work), late])) === 'late') problem('a request got no answer and no end')
  hung.abort()
}

/** One round: the citizens at work, and the kill in the middle of it. */
export async function runRound(
  server: ServerProcess,
  plan: KillPlan,
  errands: readonly Errand[],
  { number, account }: { readonly number: number; readonly account: Account },
): Promise<void> {
  const { counts } = account
  let inFlight = 0
  let sent = 0
  const aimed = Promise.withResolvers<void>()
  const onPost = (change: 1 | -1): void => {
    inFlight += change
    if (change === 1) sent += 1
    if (plan.from !== 'start' && sent >= plan.from.post) aimed.resolve()
  }
  const city = plan.city === undefined ? undefined : await findCity(server.process.pid ?? 0)
  const killCity = (): void => {
    if (city !== undefined && killProcess(city)) counts.cityKills += 1
  }

  const first = typeof plan.city === 'number' ? setTimeout(killCity, plan.city) : undefined
  const work = runErrands(errands, { url: server.url, number, account, onPost })
  if (plan.from !== 'start') await Promise.race([aimed.promise, work])
  await sleep(plan.afterMs)
  clearTimeout(first)
  if (plan.city === 'together') killCity()
  counts.kills += 1
  if (inFlight > 0) counts.killsDuringSubmission += 1
  await server.kill()
  await work
}
