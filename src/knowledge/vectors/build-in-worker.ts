import type { Worker } from 'node:worker_threads'
import { setImmediate } from 'node:timers/promises'
import { runWorker } from '../run-worker.ts'
import type { BuildMessage, BuildRequest, BuildText } from './build-request.ts'

/** Builds vectors in a thread of its own. Settles when the folder is in place. @throws the builder's error, or that of `signal`. */
export function buildInWorker(request: BuildRequest, texts: readonly BuildText[], signal: AbortSignal): Promise<void> {
  return runWorker(new URL('./build-worker.ts', import.meta.url), {
    workerData: request,
    transferList: request.vectors === undefined ? [] : [request.vectors.values.buffer],
    feed: (worker) => send(worker, texts),
    signal,
  })
}

/** Texts sent at a time: copying all of a large library at once would hold the event loop. */
const PORTION = 500

async function send(worker: Worker, texts: readonly BuildText[]): Promise<void> {
  for (let from = 0; from < texts.length; from += PORTION) {
    post(worker, { texts: texts.slice(from, from + PORTION) })
    await setImmediate()
  }
  post(worker, 'all')
}

function post(worker: Worker, message: BuildMessage): void {
  // oxlint-disable-next-line require-post-message-target-origin -- a thread has no origin
  worker.postMessage(message)
}
