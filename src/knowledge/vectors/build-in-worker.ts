import { Worker } from 'node:worker_threads'
import type { BuildRequest } from './build-request.ts'

/**
 * Builds vectors in a thread of its own, so that citizens are answered meanwhile. Settles when the folder is in place.
 * @throws the builder's error, or that of `signal`.
 */
export async function buildInWorker(request: BuildRequest, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const worker = new Worker(new URL('./build-worker.ts', import.meta.url), { workerData: request })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const stop = (): void => reject(signal.reason as Error)
  signal.addEventListener('abort', stop, { once: true })
  worker.once('message', () => resolve())
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`the builder stopped with code ${String(code)} before it was done`)))
  try {
    await promise
  } finally {
    signal.removeEventListener('abort', stop)
    worker.removeAllListeners('exit')
    await worker.terminate()
  }
}
