/** How many trials are played at once. */
export type Pace = {
  /** Settles when there is a place. */
  readonly enter: () => Promise<void>
  /** Gives the place back. */
  readonly leave: () => void
  /** The provider has too much to do: half as many from here on, after a rest. */
  readonly slowDown: (retryAfterMs?: number) => void
  /** How many complaints there were. */
  readonly complaints: () => number
  /** Trials that may be played at once at this moment; at least 1. */
  readonly width: () => number
}

/** First rest in milliseconds; each that follows without a success between is twice as long, up to the longest. */
const REST_MS = 1000
const LONGEST_REST_MS = 60_000

/**
 * Additive increase, multiplicative decrease: every round of trials without a complaint makes room for one more, up to
 * `most`; a complaint halves the room and lets the provider rest as long as it asks for. Complaints that come during the
 * rest are about calls from before it, and halve nothing more.
 */
export function createPace(most: number, { restMs = REST_MS }: { readonly restMs?: number } = {}): Pace {
  let [width, active, complaints, inRow, restUntil] = [most, 0, 0, 0, 0]
  let timer: NodeJS.Timeout | undefined
  const waiting: (() => void)[] = []
  const admit = (): void => {
    while (waiting.length > 0 && active < Math.floor(width)) {
      const rest = restUntil - performance.now()
      if (rest > 0) {
        timer ??= setTimeout(() => {
          timer = undefined
          admit()
        }, Math.ceil(rest))
        return
      }
      active += 1
      waiting.shift()?.()
    }
  }
  return {
    enter: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        admit()
      }),
    leave: () => {
      active -= 1
      if (performance.now() >= restUntil) {
        inRow = 0
        width = Math.min(most, width + 1 / width)
      }
      admit()
    },
    slowDown: (retryAfterMs) => {
      complaints += 1
      const time = performance.now()
      if (time < restUntil) return
      width = Math.max(1, Math.floor(width) / 2)
      restUntil = time + Math.min(LONGEST_REST_MS, retryAfterMs ?? restMs * 2 ** inRow)
      inRow += 1
    },
    complaints: () => complaints,
    width: () => Math.floor(width),
  }
}
