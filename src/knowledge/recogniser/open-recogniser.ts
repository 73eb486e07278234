import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../errors.ts'
import type { Edition, LibraryContent } from '../edition.ts'
import { runWorker } from '../run-worker.ts'
import { readSpace } from '../vectors/space-file.ts'
import { createRecogniser, type Learnt, type Recogniser } from './recogniser.ts'
import type { TermWeights } from './train.ts'

/** What the trainer is given. */
export type TrainRequest = {
  readonly content: LibraryContent
  /** What is to be learnt, and the file that it is written to. */
  readonly files: Partial<Readonly<Record<keyof Learnt, string>>>
  /** Whether nothing serves meanwhile; what is not awaited leaves the processor to citizens. */
  readonly awaited: boolean
}

/** Raised with every change of what is learnt or how, so that no file of an earlier way is used. */
const WAY = 15

/**
 * The recogniser of an edition: read from its files, or trained in two threads of their own and written there; files of
 * earlier editions go. @throws when neither can be done.
 */
export async function openRecogniser(
  edition: Edition,
  { dataDir, signal, awaited }: { readonly dataDir: string; readonly signal: AbortSignal; readonly awaited: boolean },
): Promise<Recogniser> {
  const folder = join(dataDir, 'recogniser')
  const name = `${WAY}-${edition.hash.slice(0, 24)}`
  const files = {
    guides: join(folder, `${name}.bin`),
    sections: join(folder, `${name}.sections.bin`),
    kinds: join(folder, `${name}.kinds.bin`),
    boundaries: join(folder, `${name}.boundaries.bin`),
  }
  const open = async (): Promise<Recogniser> => {
    const [guides, sections, kinds, boundaries] = await Promise.all([
      readWeights(files.guides),
      readWeights(files.sections),
      readWeights(files.kinds),
      readWeights(files.boundaries),
    ])
    if (guides.classes !== edition.guides.length + 1)
      throw new AppError('internal', 'the recogniser knows other guides')
    return createRecogniser({ guides, sections, kinds, boundaries })
  }
  try {
    return await open()
  } catch {
    // Missing or torn: it is made again from the staff's files.
  }
  await mkdir(folder, { recursive: true })
  const { guides, thesaurus, dials, offTopic, kinds, boundaries } = edition.content
  const train = (some: TrainRequest['files']): Promise<void> => {
    const workerData: TrainRequest = {
      content: { guides, thesaurus, dials, offTopic, kinds, boundaries },
      files: some,
      awaited,
    }
    return runWorker(new URL('./train-worker.ts', import.meta.url), { workerData, signal })
  }
  // The guides take as long as all the rest.
  const { guides: guidesFile, ...rest } = files
  await Promise.all([train({ guides: guidesFile }), train(rest)])
  for (const other of await readdir(folder)) {
    if (other.endsWith('.bin') && !other.startsWith(name)) await rm(join(folder, other), { force: true })
  }
  return open()
}

async function readWeights(file: string): Promise<TermWeights> {
  const { dimensions: classes, vocabulary, rows } = await readSpace(file)
  return { classes, vocabulary, rows }
}
