import { setTimeout as sleep } from 'node:timers/promises'

/** Waits until nothing is open, or until nothing has moved for `stillMs`: a busy machine is slow, what is lost stands still. */
export async function waitWhileMoving(open: () => number, stillMs: number): Promise<void> {
  let left = open()
  let deadline = performance.now() + stillMs
  while (left > 0 && performance.now() < deadline) {
    await sleep(250)
    const now = open()
    if (now !== left) deadline = performance.now() + stillMs
    left = now
  }
}
