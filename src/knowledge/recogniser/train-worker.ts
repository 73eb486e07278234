import { randomUUID } from 'node:crypto'
import { rename } from 'node:fs/promises'
import { platform, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { allAsks, SectionSlug } from '../../content/guide.ts'
import { MESSAGE_KINDS, REMARKS } from '../../content/message-kind.ts'
import { createContentEar, createEdition } from '../edition.ts'
import { createTermReader } from '../words/terms.ts'
import type { TrainRequest } from './open-recogniser.ts'
import { PARTS, type Learnt } from './recogniser.ts'
import { kindTerms } from './kind-terms.ts'
import { learnBoundaries } from './learn-boundaries.ts'
import { pointExamples } from './read-points.ts'
import { remarkSamples } from './read-remark.ts'
import { samplesOf, sectionSamplesOf } from './samples.ts'
import { sectionTerms } from './section-terms.ts'
import { spokenTerms } from './term-scores.ts'
import type { TermWeights } from './term-weights.ts'
import { trainTermWeights } from './train.ts'
import { writeWeights } from './weights-file.ts'

// oxlint-disable-next-line no-unsafe-type-assertion -- the one caller is open-recogniser.ts
const { content, terms, files, points, awaited } = workerData as TrainRequest
const guides = [...content.guides.values()]

/** On Linux each thread has a priority of its own. */
const UNHURRIED = 15
if (!awaited && platform() === 'linux') setPriority(UNHURRIED)

/** Where there are tens of thousands of texts, a term that stands in one alone says nothing of another. */
const MANY = { leastTexts: 2 }

const edition = lazily(() => createEdition(content, terms))

const learn: Readonly<Record<keyof Learnt, () => TermWeights>> = {
  guides() {
    const { read } = edition()
    const examples = samplesOf(guides, content.offTopic).map(({ text, guide, weight }) => ({
      terms: spokenTerms(read(text)),
      label: guide < 0 ? guides.length : guide,
      weight,
    }))
    return trainTermWeights(examples, guides.length + 1, MANY)
  },
  sections() {
    const ear = createContentEar(content)
    const reader = { ear, terms: createTermReader(ear) }
    const examples = sectionSamplesOf(guides).map(({ text, section }) => ({
      terms: sectionTerms(text, reader),
      label: SectionSlug.options.indexOf(section),
      weight: 1,
    }))
    return trainTermWeights(examples, SectionSlug.options.length, MANY)
  },
  kinds() {
    const examples = MESSAGE_KINDS.flatMap((kind, label) =>
      content.kinds[kind].map((message) => ({ terms: kindTerms(message), label, weight: 1 })),
    )
    return trainTermWeights(examples, MESSAGE_KINDS.length)
  },
  boundaries() {
    const asked = guides.flatMap((guide) => allAsks(guide))
    return learnBoundaries(content.boundaries, content.kinds, asked, content.offTopic)
  },
  remarks() {
    const asked = guides.flatMap((guide) => allAsks(guide))
    return trainTermWeights(remarkSamples(content, asked), REMARKS.length)
  },
}

for (const what of PARTS) {
  const file = files[what]
  if (file !== undefined) await write(file, learn[what]())
}
for (const [id, file] of points) {
  const guide = content.guides.get(id)
  if (guide === undefined) continue
  const { examples, classes } = pointExamples(guide, edition().read)
  await write(file, trainTermWeights(examples, classes))
}
// oxlint-disable-next-line require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage('trained')

function lazily<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

async function write(file: string, weights: TermWeights): Promise<void> {
  const draft = `${file}.${randomUUID()}.draft`
  await writeWeights(draft, weights)
  await rename(draft, file)
}
