import { parentPort, workerData } from 'node:worker_threads'
import type { BuildRequest } from './build-request.ts'
import { buildVectors } from './build-vectors.ts'

// oxlint-disable-next-line no-unsafe-type-assertion -- the one caller is build-in-worker.ts
await buildVectors(workerData as BuildRequest)
// oxlint-disable-next-line require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage('built')
