import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../errors.ts'
import type { Edition, LibraryContent } from '../edition.ts'
import { runWorker } from '../run-worker.ts'
import { readSpace } from '../vectors/space-file.ts'
import { createRecogniser, type Recogniser } from './recogniser.ts'

/** What the trainer is given. */
export type TrainRequest = { readonly content: LibraryContent; readonly file: string }

/**
 * The recogniser of an edition: read from its file, or trained in a thread of its own and written
 * there; files of earlier editions go. @throws when neither can be done.
 */
export async function openRecogniser(
  edition: Edition,
  { dataDir, signal }: { readonly dataDir: string; readonly signal: AbortSignal },
): Promise<Recogniser> {
  const folder = join(dataDir, 'recogniser')
  const name = `${edition.hash.slice(0, 24)}.bin`
  const file = join(folder, name)
  const open = async (): Promise<Recogniser> => {
    const { dimensions: classes, vocabulary, rows } = await readSpace(file)
    if (classes !== edition.guides.length + 1) throw new AppError('internal', 'the recogniser knows other guides')
    return createRecogniser({ classes, vocabulary, rows })
  }
  try {
    return await open()
  } catch {
    // Missing or torn: it is made again from the staff's files.
  }
  await mkdir(folder, { recursive: true })
  const { guides, thesaurus, dials, offTopic } = edition.content
  const workerData: TrainRequest = { content: { guides, thesaurus, dials, offTopic }, file }
  await runWorker(new URL('./train-worker.ts', import.meta.url), { workerData, signal })
  for (const other of await readdir(folder)) {
    if (other.endsWith('.bin') && other !== name) await rm(join(folder, other), { force: true })
  }
  return open()
}
