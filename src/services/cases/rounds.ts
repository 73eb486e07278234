import type { Counter } from '../counter.ts'
import type { CounterTools } from '../counter-tools.ts'
import type { Delivery } from '../filing/delivery.ts'
import type { ProgressReading } from './follow-progress.ts'

const DAY_MS = 86_400_000

/** What a round consists of, and how often one is made. */
export type RoundsPlan = {
  readonly delivery: Delivery
  readonly progress: ProgressReading
  /** What is kept too long goes. */
  readonly tidyUp: () => Promise<void>
  /** Pause between two rounds; absent: rounds are made only when asked for. */
  readonly everyMs: number | undefined
}

/** Rounds: send letters, read progress, once a day erase what is kept too long. One at a time in this process. */
export function createRounds(
  { clock, log }: Pick<CounterTools, 'clock' | 'log'>,
  { delivery, progress, tidyUp, everyMs }: RoundsPlan,
): { readonly deliver: Counter['deliver']; readonly stop: () => Promise<void> } {
  let stopped = false
  let tidiedAt = -Infinity
  let timer: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  const isStopped = (): boolean => stopped

  const round = async (paced: boolean): Promise<{ delivered: number; waiting: number }> => {
    const delivered = await delivery.send(isStopped)
    if (!isStopped()) await progress.read(isStopped, paced)
    if (!isStopped() && clock() - tidiedAt >= DAY_MS) {
      tidiedAt = clock()
      await tidyUp()
    }
    return { delivered, waiting: await delivery.waiting() }
  }

  /** After the round in progress, whatever came of it. */
  const inTurn = (paced: boolean): Promise<{ delivered: number; waiting: number }> => {
    const next = last.then(
      () => round(paced),
      () => round(paced),
    )
    last = next
    return next
  }

  const schedule = (): void => {
    if (everyMs === undefined || stopped) return
    timer = setTimeout(() => {
      inTurn(true)
        .catch((error: unknown) => log.error({ error }, 'a delivery round failed'))
        .finally(schedule)
    }, everyMs)
    timer.unref()
  }
  schedule()

  return {
    deliver: () => inTurn(false),
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await last.catch(() => undefined)
    },
  }
}
