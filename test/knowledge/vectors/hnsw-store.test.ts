import { Document } from '@langchain/core/documents'
import { Embeddings } from '@langchain/core/embeddings'
import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HnswStore } from '../../../src/knowledge/vectors/hnsw-store.ts'
import { EXACT_BELOW } from '../../../src/knowledge/vectors/vector-index.ts'

/** Where each word points. */
const DIRECTIONS: Readonly<Record<string, number[]>> = {
  风筝: [1, 0, 0],
  小船: [0, 1, 0],
  灯会: [0, 0, 1],
  纸鸢: [0.9, 0.1, 0],
}

class WordEmbeddings extends Embeddings {
  constructor() {
    super({})
  }
  override embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)))
  }
  override embedQuery(text: string): Promise<number[]> {
    return Promise.resolve(DIRECTIONS[text] ?? [1, 1, 1])
  }
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bianban-store-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const texts = async (store: HnswStore, question: string, count = 1): Promise<string[]> =>
  (await store.similaritySearch(question, count)).map(({ pageContent }) => pageContent)

describe.each([
  { kind: 'exact', expected: 3 },
  { kind: 'hnsw', expected: EXACT_BELOW },
])('a store over the $kind index', ({ kind, expected }) => {
  async function filled(): Promise<HnswStore> {
    const store = new HnswStore(new WordEmbeddings(), { expected })
    await store.addDocuments(
      ['风筝', '小船', '灯会'].map((text) => new Document({ pageContent: text, metadata: { from: text } })),
      { ids: ['kite', 'boat', 'lamp'] },
    )
    return store
  }

  test('answers as a LangChain store and retriever', async () => {
    const store = await filled()
    expect(store.index?.kind).toBe(kind)
    expect(await texts(store, '纸鸢')).toEqual(['风筝'])
    expect((await store.asRetriever(1).invoke('纸鸢'))[0]?.metadata).toEqual({ from: '风筝' })
    expect(await store.similaritySearch('纸鸢', 3, ({ id }) => id === 'lamp')).toMatchObject([{ id: 'lamp' }])
  })

  test('replaces and deletes by id, and uses the place again', async () => {
    const store = await filled()
    await store.addDocuments([new Document({ pageContent: '纸鸢' })], { ids: ['kite'] })
    expect(await texts(store, '风筝', 5)).not.toContain('风筝')
    await store.delete({ ids: ['boat', 'nobody'] })
    expect(await texts(store, '小船', 5)).not.toContain('小船')
    await store.addDocuments([new Document({ pageContent: '小船' })], { ids: ['boat-2'] })
    expect(await texts(store, '小船')).toEqual(['小船'])
    expect(store.index?.size()).toBe(3)
  })

  test('is the same after it was saved and loaded, also over an older one', async () => {
    const directory = join(folder, kind)
    const store = await filled()
    await store.save(directory, { model: 'words', contentHash: '1' })
    await store.delete({ ids: ['lamp'] })
    await store.save(directory, { model: 'words', contentHash: '2' })
    const again = await HnswStore.load(directory, new WordEmbeddings(), 'words')
    expect((await texts(again, '灯会', 5)).toSorted()).toEqual((await texts(store, '灯会', 5)).toSorted())
    await again.addDocuments([new Document({ pageContent: '灯会' })], { ids: ['lamp'] })
    expect(await texts(again, '灯会')).toEqual(['灯会'])
    expect((await readdir(folder)).filter((name) => name.endsWith('.draft'))).toEqual([])
  })

  test('is not loaded for another model, nor when a file was cut short', async () => {
    const directory = join(folder, `${kind}-torn`)
    await (await filled()).save(directory, { model: 'words', contentHash: '1' })
    await expect(HnswStore.load(directory, new WordEmbeddings(), 'others')).rejects.toThrow('another model')
    const [file = ''] = (await readdir(directory)).filter((name) => name.startsWith('vectors'))
    await truncate(join(directory, file), 8)
    await expect(HnswStore.load(directory, new WordEmbeddings(), 'words')).rejects.toThrow(
      'not the one that was written',
    )
  })

  test('refuses vectors of mixed lengths', async () => {
    const store = await filled()
    expect(() => store.addVectors([[1, 2]], [new Document({ pageContent: '短' })])).toThrow('wrong length')
  })
})
