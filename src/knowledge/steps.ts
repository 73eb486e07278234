import { setImmediate } from 'node:timers/promises'

/** Work that can be laid aside at every `yield`, so that citizens are answered meanwhile. */
export type Steps<T> = Generator<void, T>

/** How long the event loop is held at a time. */
const SLICE_MS = 5

/** Does the work in one go. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/** Does the work in slices of a few milliseconds. @throws the reason of `signal` once it is aborted. */
export async function inSlices<T>(steps: Steps<T>, signal: AbortSignal): Promise<T> {
  for (;;) {
    signal.throwIfAborted()
    for (const end = performance.now() + SLICE_MS; performance.now() < end;) {
      const step = steps.next()
      if (step.done === true) return step.value
    }
    await setImmediate()
  }
}
