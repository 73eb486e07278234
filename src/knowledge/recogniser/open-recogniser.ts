import { createHash } from 'node:crypto'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { allAsks, type Guide } from '../../content/guide.ts'
import { pointsOf } from '../../content/points.ts'
import { AppError } from '../../errors.ts'
import type { Edition } from '../edition.ts'
import type { LibraryContent } from '../library-content.ts'
import { runWorker } from '../run-worker.ts'
import { pointReader } from './read-points.ts'
import { createRecogniser, PARTS, type Learnt, type PointReaders, type Recogniser } from './recogniser.ts'
import { sectionSamplesOf } from './samples.ts'
import { NOTHING_LEARNT } from './term-weights.ts'
import { readWeights } from './weights-file.ts'

/** What the trainer is given. */
export type TrainRequest = {
  readonly content: LibraryContent
  /** Where the terms of its texts are kept. */
  readonly terms: string
  /** What is to be learnt, and the file that it is written to. */
  readonly files: Partial<Readonly<Record<keyof Learnt, string>>>
  /** Guides whose points are to be learnt, with the file that each is written to. */
  readonly points: ReadonlyMap<string, string>
  /** Whether nothing serves meanwhile; what is not awaited leaves the processor to citizens. */
  readonly awaited: boolean
}

/** Where the terms of the staff's texts are kept in a folder of data. */
export const termsFileIn = (dataDir: string): string => join(dataDir, 'recogniser', 'terms.kept')

/** Raised with every change of what is learnt or how, so that no file of an earlier way is used. */
const WAY = 29

/**
 * The recogniser of an edition: read from its files, or trained in two threads of their own and written there; files of
 * earlier editions go. What an edit does not touch is not learnt again. @throws when neither can be done.
 */
export async function openRecogniser(
  edition: Edition,
  { dataDir, signal, awaited }: { readonly dataDir: string; readonly signal: AbortSignal; readonly awaited: boolean },
): Promise<Recogniser> {
  const folder = join(dataDir, 'recogniser')
  const files = filesOf(edition, folder)
  const pointFiles = pointFilesOf(edition, folder)
  const found = await readParts(edition, files, PARTS)
  const points = await readPoints(edition, pointFiles)
  // Missing or torn: it is made again from the staff's files.
  const missing = PARTS.filter((part) => found[part] === undefined)
  const unread = new Map([...pointFiles].filter(([guide]) => !points.has(guide)))
  if (missing.length === 0 && unread.size === 0) return createRecogniser(found as Learnt, points)
  await mkdir(folder, { recursive: true })
  const train = async (parts: readonly Part[], guides: TrainRequest['points']): Promise<void> => {
    if (parts.length === 0 && guides.size === 0) return
    const workerData: TrainRequest = {
      content: { ...edition.rest.content, guides: edition.content.guides },
      terms: termsFileIn(dataDir),
      files: Object.fromEntries(parts.map((part) => [part, files[part]])),
      points: guides,
      awaited,
    }
    await runWorker(new URL('./train-worker.ts', import.meta.url), { workerData, signal })
  }
  await Promise.all([
    train(
      missing.filter((part) => !BESIDE_POINTS.has(part)),
      new Map(),
    ),
    train(
      missing.filter((part) => BESIDE_POINTS.has(part)),
      unread,
    ),
  ])
  const current = new Set([...Object.values(files), ...pointFiles.values()])
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    if (name.endsWith('.bin') && !current.has(file)) await rm(file, { force: true })
  }
  const learnt = { ...found, ...(await readParts(edition, files, missing)) }
  const learntPoints = new Map([...points, ...(await readPoints(edition, unread))])
  if (PARTS.some((part) => learnt[part] === undefined) || learntPoints.size < pointFiles.size)
    throw new AppError('internal', 'the recogniser was not learnt')
  return createRecogniser(learnt as Learnt, learntPoints)
}

async function readParts(
  edition: Edition,
  files: Readonly<Record<Part, string>>,
  parts: readonly Part[],
): Promise<Partial<Learnt>> {
  const entries = parts.map(async (part) => [part, await readWeights(files[part]).catch(() => undefined)] as const)
  const found = Object.fromEntries((await Promise.all(entries)).filter(([, weights]) => weights !== undefined))
  const { guides, ...rest } = { ...(found as Partial<Learnt>), ...withoutExamples(edition) }
  return guides?.classes === edition.guides.length + 1 ? { guides, ...rest } : rest
}

async function readPoints({ content }: Edition, files: ReadonlyMap<string, string>): Promise<PointReaders> {
  const readers = [...files].map(async ([id, file]) => {
    const guide = content.guides.get(id)
    const weights = await readWeights(file).catch(() => undefined)
    return guide === undefined || weights === undefined ? [] : [[id, pointReader(weights, guide)] as const]
  })
  return new Map((await Promise.all(readers)).flat())
}

type Part = keyof Learnt

/** Learnt in one thread with the points: that takes as long as all the rest in the other. */
const BESIDE_POINTS: ReadonlySet<Part> = new Set(['sections', 'kinds'])

/** Parts that staff gave no examples of: they need neither a thread nor a file. */
function withoutExamples({ guides, content: { kinds, boundaries, remarks } }: Edition): Partial<Learnt> {
  const isNone = (examples: Readonly<Record<string, readonly string[]>>): boolean =>
    Object.values(examples).every((messages) => messages.length === 0)
  return {
    ...(guides.every(({ sectionAsks }) => sectionAsks.size === 0) ? { sections: NOTHING_LEARNT } : {}),
    ...(isNone(kinds) ? { kinds: NOTHING_LEARNT } : {}),
    ...(isNone(boundaries) ? { boundaries: NOTHING_LEARNT } : {}),
    ...(isNone(remarks) ? { remarks: NOTHING_LEARNT } : {}),
  }
}

/** The file of each part, named by all that it is learnt from. */
function filesOf({ guides, domainWords, content, rest }: Edition, folder: string): Readonly<Record<Part, string>> {
  const { kinds, boundaries, remarks, offTopic } = content
  const asked = guides.map((guide) => allAsks(guide))
  const from: Readonly<Record<Part, unknown>> = {
    guides: [rest.hash, guides.map(taughtBy)],
    sections: [domainWords, sectionSamplesOf(guides)],
    kinds,
    boundaries: [boundaries, kinds, offTopic, asked],
    remarks: [remarks, boundaries, kinds, offTopic, asked],
  }
  const nameOf = (part: Part): string => join(folder, `${WAY}-${digestOf(from[part])}.${part}.bin`)
  // oxlint-disable-next-line no-unsafe-type-assertion -- one entry for every part
  return Object.fromEntries(PARTS.map((part) => [part, nameOf(part)])) as Record<Part, string>
}

/** The file of the points of each guide of whose questions staff said where they are answered. */
function pointFilesOf({ guides, domainWords, rest }: Edition, folder: string): ReadonlyMap<string, string> {
  return new Map(
    guides
      .filter(({ answers }) => answers.size > 0)
      .map((guide) => {
        const from = [rest.hash, domainWords, pointsOf(guide), [...guide.answers], guide.english, [...guide.pointsEn]]
        return [guide.id, join(folder, `${WAY}-${digestOf(from)}.points.bin`)]
      }),
  )
}

const digestOf = (from: unknown): string => createHash('sha256').update(JSON.stringify(from)).digest('hex').slice(0, 24)

/** All of a guide but what only tells where it comes from: a guide that was looked through and found right teaches nothing new. */
function taughtBy({
  hash: _hash,
  source: _source,
  sectionAsks,
  answers: _answers,
  pointsEn,
  ...guide
}: Guide): unknown {
  return [guide, [...sectionAsks], [...pointsEn]]
}
