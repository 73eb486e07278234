import { randomUUID } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Document, type DocumentInterface } from '@langchain/core/documents'
import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { VectorStore } from '@langchain/core/vectorstores'
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import { createExactIndex } from './exact-index.ts'
import { createHnswIndex } from './hnsw-index.ts'
import { writeFolder, type FileWriter } from './index-folder.ts'
import { readVectorManifest, readVectors, VECTOR_FILE } from './vector-files.ts'
import { EXACT_BELOW, type VectorIndex } from './vector-index.ts'

/** What is kept of a store besides its vectors. */
const StoredDocuments = z.array(
  z.strictObject({ label: z.number(), id: z.string(), text: z.string(), metadata: z.record(z.string(), z.unknown()) }),
)

const DOCUMENTS = 'documents.json'

/** What a saved store is called: the model of its vectors and the content they were made of. */
export type StoreName = { readonly model: string; readonly contentHash: string; readonly floor?: number }

/**
 * LangChain's vector store over a local index: an exact scan for few documents, an HNSW graph for many.
 * Documents can be replaced and deleted by id; a saved folder is whole or absent. Scores are cosines, 1 the nearest.
 */
export class HnswStore extends VectorStore {
  declare FilterType: (document: DocumentInterface) => boolean
  index: VectorIndex | undefined
  readonly #expected: number
  readonly #labels = new Map<string, number>()
  readonly #documents = new Map<number, Document>()
  readonly #free: number[] = []

  /** @param options.expected how many documents will come: it decides between scan and graph. */
  constructor(
    embeddings: EmbeddingsInterface,
    options: { readonly expected?: number; readonly index?: VectorIndex } = {},
  ) {
    super(embeddings, {})
    this.#expected = options.expected ?? 0
    this.index = options.index
  }

  override _vectorstoreType(): string {
    return 'hnsw'
  }

  override async addDocuments(documents: DocumentInterface[], options?: { ids?: string[] }): Promise<string[]> {
    const vectors = await this.embeddings.embedDocuments(documents.map(({ pageContent }) => pageContent))
    return this.addVectors(vectors, documents, options)
  }

  /** Adds documents with their vectors; an id already there is replaced. Gives the ids. @throws AppError 'internal' for a vector of the wrong length or not finite. */
  override addVectors(
    vectors: ArrayLike<number>[],
    documents: DocumentInterface[],
    options?: { ids?: string[] },
  ): Promise<string[]> {
    if (vectors.length !== documents.length) throw new AppError('internal', 'every document needs one vector')
    const ids = documents.map((document, at) => {
      const vector = vectors[at] ?? []
      const id = options?.ids?.[at] ?? document.id ?? randomUUID()
      this.index ??= this.#createIndex(vector.length)
      const label = this.#labels.get(id) ?? this.#free.at(-1) ?? this.#labels.size
      this.index.put(label, vector)
      if (!this.#labels.has(id)) this.#free.pop()
      this.#keep(label, new Document({ id, pageContent: document.pageContent, metadata: document.metadata }))
      return id
    })
    return Promise.resolve(ids)
  }

  /** Deletes documents by id; ids that are not there are passed over. */
  override delete(options?: { ids?: string[] }): Promise<void> {
    for (const id of options?.ids ?? []) {
      const label = this.#labels.get(id)
      if (label === undefined) continue
      this.index?.remove(label)
      this.#labels.delete(id)
      this.#documents.delete(label)
      this.#free.push(label)
    }
    return Promise.resolve()
  }

  override similaritySearchVectorWithScore(
    query: ArrayLike<number>,
    k: number,
    filter?: this['FilterType'],
  ): Promise<[Document, number][]> {
    const accept = filter === undefined ? undefined : (label: number) => this.#accepts(label, filter)
    const neighbours = this.index?.nearest(query, k, accept) ?? []
    return Promise.resolve(
      neighbours.flatMap(({ label, similarity }): [Document, number][] => {
        const document = this.#documents.get(label)
        return document === undefined ? [] : [[document, similarity]]
      }),
    )
  }

  /** Writes the store to a folder, whole or not at all. `further` files are written along with it. */
  async save(directory: string, name: StoreName, further: Readonly<Record<string, FileWriter>> = {}): Promise<void> {
    const { index } = this
    if (index === undefined) throw new AppError('internal', 'an empty store cannot be saved')
    const documents = [...this.#documents].map(([label, { id, pageContent, metadata }]) => ({
      label,
      id: id ?? '',
      text: pageContent,
      metadata,
    }))
    const about = { kind: index.kind, dimensions: index.dimensions, count: index.size(), floor: 0, ...name }
    await writeFolder(directory, about, {
      [VECTOR_FILE[index.kind]]: (path) => index.write(path),
      [DOCUMENTS]: (path) => writeFile(path, JSON.stringify(documents)),
      ...further,
    })
  }

  /** Opens a saved store. @throws when the folder is missing, altered, or of another model than `model`. */
  static async load(directory: string, embeddings: EmbeddingsInterface, model: string): Promise<HnswStore> {
    const manifest = await readVectorManifest(directory, [DOCUMENTS])
    if (manifest.model !== model) throw new AppError('internal', 'the saved vectors come from another model')
    const documents = StoredDocuments.parse(JSON.parse(await readFile(join(directory, DOCUMENTS), 'utf8')))
    const labels = documents.map(({ label }) => label)
    const store = new HnswStore(embeddings, { index: await readVectors(directory, manifest, labels) })
    for (const { label, id, text, metadata } of documents)
      store.#keep(label, new Document({ id, pageContent: text, metadata }))
    const taken = new Set(labels)
    for (let label = Math.max(-1, ...labels); label >= 0; label--) if (!taken.has(label)) store.#free.push(label)
    return store
  }

  #createIndex(dimensions: number): VectorIndex {
    return this.#expected < EXACT_BELOW ? createExactIndex(dimensions) : createHnswIndex(dimensions, this.#expected)
  }

  #keep(label: number, document: Document): void {
    this.#labels.set(document.id ?? '', label)
    this.#documents.set(label, document)
  }

  #accepts(label: number, filter: (document: DocumentInterface) => boolean): boolean {
    const document = this.#documents.get(label)
    return document !== undefined && filter(document)
  }
}
