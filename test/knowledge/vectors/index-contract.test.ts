import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createExactIndex, readExactIndex } from '../../../src/knowledge/vectors/exact-index.ts'
import { createHnswIndex, readHnswIndex } from '../../../src/knowledge/vectors/hnsw-index.ts'
import type { VectorIndex } from '../../../src/knowledge/vectors/vector-index.ts'
import { clusteredVectors } from './clustered-vectors.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bianban-vectors-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const labels = (index: VectorIndex, question: number[], count = 10): number[] =>
  index.nearest(question, count).map(({ label }) => label)

describe.each([
  { kind: 'exact', create: createExactIndex, read: readExactIndex },
  { kind: 'hnsw', create: createHnswIndex, read: readHnswIndex },
])('the $kind index', ({ kind, create, read }) => {
  function three(): VectorIndex {
    const index = create(3)
    index.put(0, [1, 0, 0])
    index.put(1, [0, 2, 0])
    index.put(2, [0, 0, 3])
    return index
  }

  test('finds the nearest by angle, whatever the length', () => {
    const index = three()
    const [first, second] = index.nearest([0, 5, 1], 2)
    expect(first).toMatchObject({ label: 1 })
    expect(first?.similarity).toBeCloseTo(5 / Math.sqrt(26), 4)
    expect(second).toMatchObject({ label: 2 })
  })

  test('puts a new vector in the place of an old one', () => {
    const index = three()
    index.put(0, [0, 1, 1])
    expect(index.size()).toBe(3)
    expect(labels(index, [0, 1, 1], 1)).toEqual([0])
    expect(index.nearest([1, 0, 0], 3).every(({ similarity }) => Math.abs(similarity) < 1e-5)).toBe(true)
  })

  test('forgets what was removed, and takes it back', () => {
    const index = three()
    index.remove(1)
    index.remove(1)
    index.remove(7)
    expect(index.size()).toBe(2)
    expect(new Set(labels(index, [0, 1, 0]))).toEqual(new Set([0, 2]))
    index.put(1, [0, 1, 0])
    expect(labels(index, [0, 1, 0], 1)).toEqual([1])
  })

  test('finds only what is accepted, and nothing in nothing', () => {
    expect(
      three()
        .nearest([1, 1, 1], 9, (label) => label === 2)
        .map(({ label }) => label),
    ).toEqual([2])
    expect(create(3).nearest([1, 1, 1], 9)).toEqual([])
  })

  test('refuses a vector of the wrong length or not finite', () => {
    const index = three()
    for (const wrong of [
      [1, 2],
      [1, 2, 3, 4],
      [1, Number.NaN, 0],
      [Infinity, 0, 0],
    ]) {
      expect(() => index.put(5, wrong)).toThrow('vector')
      expect(() => index.nearest(wrong, 1)).toThrow('vector')
    }
    expect(index.size()).toBe(3)
  })

  test('is the same after it was written and read', async () => {
    const index = create(16)
    const vectors = clusteredVectors(300, 16)
    vectors.forEach((vector, label) => index.put(label, vector))
    for (const label of [3, 77, 150]) index.remove(label)
    const file = join(folder, kind)
    await index.write(file)
    const live = vectors.map((_, label) => label).filter((label) => ![3, 77, 150].includes(label))
    const again = await read(file, 16, live)
    expect(again.size()).toBe(297)
    for (const question of vectors.slice(0, 20)) expect(labels(again, question)).toEqual(labels(index, question))
    again.put(77, vectors[77] ?? [])
    expect(labels(again, vectors[77] ?? [], 1)).toEqual([77])
  })
})

test('the graph finds at least 97 of 100 that the exact scan finds', () => {
  const vectors = clusteredVectors(2000, 32)
  const exact = createExactIndex(32)
  const graph = createHnswIndex(32)
  vectors.forEach((vector, label) => {
    exact.put(label, vector)
    graph.put(label, vector)
  })
  const questions = clusteredVectors(100, 32, 7)
  const found = questions.reduce((sum, question) => {
    const expected = new Set(labels(exact, question))
    return sum + labels(graph, question).filter((label) => expected.has(label)).length
  }, 0)
  expect(found / (questions.length * 10)).toBeGreaterThanOrEqual(0.97)
})
