import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker, type Transferable } from 'node:worker_threads'

type Task = {
  readonly workerData: unknown
  /** Memory the thread takes over with its data. */
  readonly transferList?: Transferable[]
  /** What the thread is sent once it runs. */
  readonly feed?: (worker: Worker) => Promise<void>
  readonly signal: AbortSignal
}

/**
 * Runs a file in a thread of its own, so that citizens are answered meanwhile. Settles at its first message.
 * @throws the thread's error, or that of `signal`.
 */
export async function runWorker(file: URL, { workerData, transferList = [], feed, signal }: Task): Promise<void> {
  signal.throwIfAborted()
  const worker = new Worker(file, { workerData, transferList, env: withCompileCache() })
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const stop = (): void => reject(signal.reason as Error)
  signal.addEventListener('abort', stop, { once: true })
  worker.once('message', () => resolve())
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`a worker stopped with code ${String(code)} before it was done`)))
  try {
    await Promise.race([promise, feed?.(worker)])
    await promise
  } finally {
    signal.removeEventListener('abort', stop)
    worker.removeAllListeners('exit')
    await worker.terminate()
  }
}

/**
 * A thread does not share its maker's compiled modules by itself, and would compile all that it imports. It gets nothing
 * else of our environment: our keys are none of its business.
 */
function withCompileCache(): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) }
}
