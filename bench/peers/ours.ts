import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { readStaffContent } from '../../src/content/index.ts'
import { textKey } from '../../src/knowledge/keyed-texts.ts'
import { openPile, type SearchMode } from '../../src/knowledge/pile.ts'
import { embeddedText } from '../../src/knowledge/vectors/build-request.ts'
import { createExactIndex } from '../../src/knowledge/vectors/exact-index.ts'
import { KEYS_FILE, readKeys } from '../../src/knowledge/vectors/keys-file.ts'
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
  for (const { title, text, vector } of documents) {
    const label = labels.get(textKey(embeddedText({ guideTitle: title, heading: '', text })))
    if (label !== undefined) exact.put(label, vector)
  }
  const recalls = questions.map(({ vector }) => {
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
