const SOONEST_MS = 2_000
const LATEST_MS = 600_000
const MAX_HELD = 50_000

/** How often to ask about each case: 2 s after something happened, then half as often each time, at least every 10 minutes. */
export type Pace = {
  readonly isDue: (id: string) => boolean
  /** Records that a case was asked about, and whether there was news. */
  readonly note: (id: string, news: boolean) => void
}

/** A pace kept in memory: after a restart every case is asked about once. `clock` gives epoch milliseconds. */
export function createPace(clock: () => number): Pace {
  const held = new Map<string, { readonly pauseMs: number; readonly nextAt: number }>()
  return {
    isDue: (id) => {
      const nextAt = held.get(id)?.nextAt ?? 0
      // Due later than any pause is due now: the clock was set back.
      return nextAt <= clock() || nextAt > clock() + LATEST_MS
    },
    note: (id, news) => {
      const earlier = held.get(id)
      const pauseMs = news || earlier === undefined ? SOONEST_MS : Math.min(LATEST_MS, earlier.pauseMs * 2)
      held.delete(id)
      held.set(id, { pauseMs, nextAt: clock() + pauseMs })
      const [oldest] = held.keys()
      if (held.size > MAX_HELD && oldest !== undefined) held.delete(oldest)
    },
  }
}
