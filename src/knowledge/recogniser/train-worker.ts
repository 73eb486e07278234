import { randomUUID } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { createEdition } from '../edition.ts'
import { writeSpace } from '../vectors/space-file.ts'
import { spokenTerms } from './recogniser.ts'
import { samplesOf } from './samples.ts'
import type { TrainRequest } from './open-recogniser.ts'
import { trainTermWeights } from './train.ts'

// oxlint-disable-next-line no-unsafe-type-assertion -- the one caller is open-recogniser.ts
const { content, file } = workerData as TrainRequest
const edition = createEdition(content)
const none = edition.guides.length
const examples = samplesOf(edition.guides, content.offTopic).map(({ text, guide, weight }) => ({
  terms: spokenTerms(edition.read(text)),
  label: guide < 0 ? none : guide,
  weight,
}))
const { classes, vocabulary, rows } = trainTermWeights(examples, none + 1)
const draft = `${file}.${randomUUID()}.draft`
await writeSpace(draft, { dimensions: classes, vocabulary, rows })
await rename(draft, file)
// oxlint-disable-next-line require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage('trained')
