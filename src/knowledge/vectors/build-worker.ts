import { parentPort, workerData } from 'node:worker_threads'
import type { BuildMessage, BuildRequest, BuildText } from './build-request.ts'
import { buildVectors } from './build-vectors.ts'

const texts: BuildText[] = []
const { promise: all, resolve } = Promise.withResolvers<void>()
parentPort?.on('message', (message: BuildMessage) => {
  if (message === 'all') resolve()
  else texts.push(...message.texts)
})
await all
// oxlint-disable-next-line no-unsafe-type-assertion -- the one caller is build-in-worker.ts
await buildVectors(workerData as BuildRequest, texts)
// oxlint-disable-next-line require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage('built')
