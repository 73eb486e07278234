import { randomUUID } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { allAsks, SectionSlug } from '../../content/guide.ts'
import { BOUNDARIES, MESSAGE_KINDS } from '../../content/message-kind.ts'
import { createEdition } from '../edition.ts'
import { writeSpace } from '../vectors/space-file.ts'
import type { TrainRequest } from './open-recogniser.ts'
import { kindTerms } from './kind-terms.ts'
import { boundarySamples } from './read-boundary.ts'
import { samplesOf, sectionSamplesOf } from './samples.ts'
import { sectionTerms } from './section-terms.ts'
import { spokenTerms } from './term-scores.ts'
import { trainTermWeights, type TermWeights } from './train.ts'

// oxlint-disable-next-line no-unsafe-type-assertion -- the one caller is open-recogniser.ts
const { content, files } = workerData as TrainRequest
const edition = createEdition(content)
const none = edition.guides.length

const guides = samplesOf(edition.guides, content.offTopic).map(({ text, guide, weight }) => ({
  terms: spokenTerms(edition.read(text)),
  label: guide < 0 ? none : guide,
  weight,
}))
const sections = sectionSamplesOf(edition.guides).map(({ text, section }) => ({
  terms: sectionTerms(text, edition),
  label: SectionSlug.options.indexOf(section),
  weight: 1,
}))
const kinds = MESSAGE_KINDS.flatMap((kind, label) =>
  content.kinds[kind].map((message) => ({ terms: kindTerms(message), label, weight: 1 })),
)
const asked = edition.guides.flatMap((guide) => allAsks(guide))
const boundaries = boundarySamples(content.boundaries, content.kinds, asked, content.offTopic)
await write(files.guides, trainTermWeights(guides, none + 1))
await write(files.sections, trainTermWeights(sections, SectionSlug.options.length))
await write(files.kinds, trainTermWeights(kinds, MESSAGE_KINDS.length))
await write(files.boundaries, trainTermWeights(boundaries, BOUNDARIES.length))
// oxlint-disable-next-line require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage('trained')

async function write(file: string, { classes, vocabulary, rows }: TermWeights): Promise<void> {
  const draft = `${file}.${randomUUID()}.draft`
  await writeSpace(draft, { dimensions: classes, vocabulary, rows })
  await rename(draft, file)
}
