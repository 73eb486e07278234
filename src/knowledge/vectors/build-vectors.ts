import { Document } from '@langchain/core/documents'
import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { AppError } from '../../errors.ts'
import { createEar } from '../words/ear.ts'
import { createSubjectReader } from '../words/subject-terms.ts'
import { createTermReader } from '../words/terms.ts'
import type { BuildRequest, BuildText, GivenVectors } from './build-request.ts'
import { HnswStore } from './hnsw-store.ts'
import type { FileWriter } from './index-folder.ts'
import { KEYS_FILE, writeKeys } from './keys-file.ts'
import { LatentEmbeddings } from './latent-embeddings.ts'
import { learnLatentSpace, placeTerms } from './latent-space.ts'
import { similarityFloor } from './similarity-floor.ts'
import { SPACE_FILE, writeSpace } from './space-file.ts'

type Made = { vectors: ArrayLike<number>[]; embeddings: EmbeddingsInterface; further: Record<string, FileWriter> }

/** Builds the vectors of a library and saves them to their folder. Blocks for seconds: call it in a worker. */
export async function buildVectors(request: BuildRequest, passages: readonly BuildText[]): Promise<void> {
  const { directory, contentHash, model } = request
  const { vectors, embeddings, further } =
    request.vectors === undefined ? learn(request, passages) : given(request.vectors)
  const store = new HnswStore(embeddings, { expected: passages.length })
  await store.addVectors(
    vectors,
    passages.map(({ id, text }) => new Document({ id, pageContent: text })),
  )
  await store.save(
    directory,
    { model, contentHash, floor: similarityFloor(vectors) },
    {
      ...further,
      [KEYS_FILE]: (path) =>
        writeKeys(
          path,
          passages.map(({ id }) => id),
        ),
    },
  )
}

function learn({ domainWords }: BuildRequest, passages: readonly BuildText[]): Made {
  const ear = createEar(domainWords)
  const read = createSubjectReader(ear, createTermReader(ear))
  const documents = passages.map(({ text }) => read(text))
  const space = learnLatentSpace(documents)
  return {
    vectors: documents.map((terms) => placeTerms(space, terms)),
    embeddings: new LatentEmbeddings(space, read),
    further: { [SPACE_FILE]: (path) => writeSpace(path, space) },
  }
}

function given({ dimensions, values }: GivenVectors): Made {
  const count = values.length / dimensions
  const vectors = Array.from({ length: count }, (_, at) => values.subarray(at * dimensions, (at + 1) * dimensions))
  const refuse = (): Promise<never> => Promise.reject(new AppError('internal', 'the model is not in the builder'))
  return { vectors, embeddings: { embedDocuments: refuse, embedQuery: refuse }, further: {} }
}
