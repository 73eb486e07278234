const FIRST_MS = 1_000
/** No letter waits longer for its next try. */
export const LONGEST_MS = 300_000

/**
 * Pause before the next try after `attempts` failed ones: 1 s, doubled each time up to 5 minutes, of which a random half is
 * taken off so that many rows do not come back at once. `share` is random, 0..1.
 */
export function backoffMs(attempts: number, share: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 30))
  return Math.round(full * (1 - share / 2))
}
