/** What the breaker decides with; times in milliseconds. */
export type BreakerOptions = {
  /** Failures in a row that open it. */
  readonly failures: number
  /** How long it stays open the first time; doubled after each failed probe, up to `longestMs`. */
  readonly coolDownMs: number
  readonly longestMs: number
  /** Milliseconds, since whenever. */
  readonly clock: () => number
}

type BreakerState = 'closed' | 'open' | 'half-open'

/** A circuit breaker: keeps calls off a provider that is down, and lets one call through now and then to see. */
export type Breaker = {
  /** True when a call may be made. While half-open only the first asker gets true, until its call succeeds or fails. */
  readonly allow: () => boolean
  readonly succeed: () => void
  /** @param retryAfterMs what the provider asked for; opens the breaker at once for so long. */
  readonly fail: (retryAfterMs?: number) => void
  /** The call was given up for a reason that says nothing about the provider: the probe is free again. */
  readonly abandon: () => void
  readonly state: () => BreakerState
}

/** Creates a closed breaker. */
export function createBreaker({ failures, coolDownMs, longestMs, clock }: BreakerOptions): Breaker {
  let failed = 0
  let openUntil: number | undefined
  let coolDown = coolDownMs
  let probing = false

  const state = (): BreakerState => {
    if (openUntil === undefined) return 'closed'
    return clock() < openUntil ? 'open' : 'half-open'
  }
  const open = (forMs: number) => {
    openUntil = clock() + Math.min(forMs, longestMs)
  }

  return {
    state,
    allow: () => {
      const now = state()
      if (now !== 'half-open') return now === 'closed'
      if (probing) return false
      probing = true
      return true
    },
    succeed: () => {
      failed = 0
      openUntil = undefined
      coolDown = coolDownMs
      probing = false
    },
    fail: (retryAfterMs) => {
      failed += 1
      if (retryAfterMs !== undefined) open(retryAfterMs)
      else if (probing) {
        coolDown = Math.min(coolDown * 2, longestMs)
        open(coolDown)
      } else if (failed >= failures) open(coolDown)
      probing = false
    },
    abandon: () => {
      probing = false
    },
  }
}
