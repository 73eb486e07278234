import type { SeededRandom } from './seeded-random.ts'

/** When the server is killed, and whether its city dies as well. Times are milliseconds. */
export type KillPlan = {
  /** Counted from the first request of the round, or from the moment the `post`-th submission of the round was sent. */
  readonly from: 'start' | { readonly post: number }
  readonly afterMs: number
  /** `undefined`: only the server. `together`: right before it. A number: so long after the round began, so that the server sees it die. */
  readonly city: undefined | 'together' | number
}

/**
 * Where the blow falls: about half of the kills soon after a submission was sent (several wait for one another), some at
 * any time, and some late enough to meet the delivery of the outbox, which is made every half second. `submissionMs`: how
 * long a submission usually takes here.
 */
export function planKill(random: SeededRandom, citizens: number, submissionMs: number): KillPlan {
  const city = random.chance(0.3) ? (random.chance(0.4) ? 'together' : random.between(0, 150)) : undefined
  const place = random.between(0, 1)
  if (place < 0.5) {
    const post = 1 + Math.floor(random.between(0, citizens))
    return { from: { post }, afterMs: random.between(0, 3 * submissionMs), city }
  }
  return { from: 'start', afterMs: place < 0.8 ? random.between(0, 400) : random.between(400, 1_100), city }
}
