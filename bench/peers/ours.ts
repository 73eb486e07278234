import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readStaffContent } from '../../src/content/index.ts'
import { createEar } from '../../src/knowledge/words/ear.ts'
import { textKey } from '../../src/knowledge/vectors/keyed-texts.ts'
import { openPile, type SearchMode } from '../../src/knowledge/ranking/pile.ts'
import { createSubjectReader } from '../../src/knowledge/words/subject-terms.ts'
import { createTermReader } from '../../src/knowledge/words/terms.ts'
import { embeddedText } from '../../src/knowledge/vectors/build-request.ts'
import { createExactIndex } from '../../src/knowledge/vectors/exact-index.ts'
import { KEYS_FILE, readKeys } from '../../src/knowledge/vectors/keys-file.ts'
import { placeTerms } from '../../src/knowledge/vectors/latent-space.ts'
import { readSpace, SPACE_FILE } from '../../src/knowledge/vectors/space-file.ts'
import { readVectorManifest, readVectors } from '../../src/knowledge/vectors/vector-files.ts'
import { FOUND, type OpenPeer } from './peer.ts'
import type { PreparedDocument, PreparedQuestion } from './prepared.ts'

/** The product's own search. It reads the question itself, so its time holds the segmenting that peers are spared. */
export const openOurs =
  (mode: SearchMode): OpenPeer =>
  async (documents, folder) => {
    const { dials } = readStaffContent(join(import.meta.dirname, '../..')).content
    const pile = await openPile(documents, { dials, dataDir: folder, mode })
    return {
      settings: { mode, ...dials },
      search: async ({ text }) => (await pile.search(text, FOUND)).map(({ slot }) => documents[slot]?.id ?? ''),
    }
  }

/** Mean share of the exact ten nearest that our graph finds; undefined where ours scans. */
export async function graphRecall(
  documents: readonly PreparedDocument[],
  questions: readonly PreparedQuestion[],
  folder: string,
): Promise<number | undefined> {
  const parent = join(folder, 'index')
  const [name] = readdirSync(parent)
  const directory = join(parent, name ?? '')
  const manifest = await readVectorManifest(directory)
  if (manifest.kind !== 'hnsw') return undefined
  const graph = await readVectors(directory, manifest)
  const labels = new Map((await readKeys(join(directory, KEYS_FILE))).map((key, label) => [key, label]))
  const exact = createExactIndex(manifest.dimensions)
  // The pile learnt a space of its own: documents and questions are placed in that one.
  const space = await readSpace(join(directory, SPACE_FILE))
  const ear = createEar([])
  const readSubject = createSubjectReader(ear, createTermReader(ear))
  const place = (text: string): Float32Array => placeTerms(space, readSubject(text))
  for (const { title, text } of documents) {
    const embedded = embeddedText({ guideTitle: title, heading: '', text })
    const label = labels.get(textKey(embedded))
    if (label !== undefined) exact.put(label, place(embedded))
  }
  const recalls = questions.map(({ text }) => {
    const vector = place(text)
    const wanted = exact.nearest(vector, FOUND)
    const least = wanted.at(-1)?.similarity ?? 0
    // Near-duplicates tie: a vector as near as the tenth is as good as it.
    const found = graph.nearest(vector, FOUND).filter(({ similarity }) => similarity >= least - TIE)
    return wanted.length === 0 ? 1 : found.length / wanted.length
  })
  return recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length
}

/** Cosines in single precision differ by less. */
const TIE = 1e-5
