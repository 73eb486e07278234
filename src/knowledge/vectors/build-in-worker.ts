import { runWorker } from '../run-worker.ts'
import type { BuildRequest } from './build-request.ts'

/** Builds vectors in a thread of its own. Settles when the folder is in place. @throws the builder's error, or that of `signal`. */
export function buildInWorker(request: BuildRequest, signal: AbortSignal): Promise<void> {
  return runWorker(new URL('./build-worker.ts', import.meta.url), request, signal)
}
