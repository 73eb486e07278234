import { Worker } from 'node:worker_threads'
import { setImmediate } from 'node:timers/promises'
import type { BuildMessage, BuildRequest, BuildText } from './build-request.ts'

/**
 * Builds vectors in a thread of its own, so that citizens are answered meanwhile. Settles when the folder is in place.
 * @throws the builder's error, or that of `signal`.
 */
export async function buildInWorker(
  request: BuildRequest,
  texts: readonly BuildText[],
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./build-worker.ts', import.meta.url), {
    workerData: request,
    transferList: request.vectors === undefined ? [] : [request.vectors.values.buffer],
  })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const stop = (): void => reject(signal.reason as Error)
  signal.addEventListener('abort', stop, { once: true })
  worker.once('message', () => resolve())
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`the builder stopped with code ${String(code)} before it was done`)))
  try {
    await Promise.race([promise, send(worker, texts)])
    await promise
  } finally {
    signal.removeEventListener('abort', stop)
    worker.removeAllListeners('exit')
    await worker.terminate()
  }
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
