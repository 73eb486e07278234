import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createVectorDatabase } from '../../../src/knowledge/index.ts'
import { createExactIndex, readExactIndex } from '../../../src/knowledge/vectors/exact-index.ts'
import { createHnswIndex, readHnswIndex } from '../../../src/knowledge/vectors/hnsw-index.ts'
import { createLocalVectors } from '../../../src/knowledge/vectors/local-vectors.ts'
import type { TextVectors } from '../../../src/knowledge/vectors/text-vectors.ts'
import type { VectorDatabase } from '../../../src/knowledge/vectors/vector-database.ts'
import type { VectorIndex } from '../../../src/knowledge/vectors/vector-index.ts'
import { startVectorDatabase, type TestDatabase } from '../../support/vector-database.ts'
import { clusteredVectors } from './clustered-vectors.ts'

let folder: string
let server: TestDatabase
let database: VectorDatabase
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bianban-vectors-'))
  server = await startVectorDatabase()
  database = createVectorDatabase(server.config())
})
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const key = (number: number): string => String(number).padStart(32, '0')
const KITE = key(1)
const BOAT = key(2)
const LAMP = key(3)

/** Each test has a model of its own, and so a table of its own. */
let models = 0

describe.each<{ kind: string; create: (dimensions: number) => TextVectors | Promise<TextVectors> }>([
  { kind: 'exact', create: (dimensions) => createLocalVectors(createExactIndex(dimensions)) },
  { kind: 'hnsw', create: (dimensions) => createLocalVectors(createHnswIndex(dimensions)) },
  { kind: 'pgvector', create: (dimensions) => database.open(`model ${String(models++)}`, dimensions) },
])('$kind vectors', ({ kind, create }) => {
  async function three(): Promise<TextVectors> {
    const vectors = await create(3)
    const put = [
      [KITE, [1, 0, 0]],
      [BOAT, [0, 2, 0]],
      [LAMP, [0, 0, 3]],
    ] as const
    await vectors.change({ put, remove: [] })
    return vectors
  }
  const found = async (vectors: TextVectors, question: number[], count = 10): Promise<string[]> =>
    (await vectors.nearest(question, count)).map((neighbour) => neighbour.key)

  test('finds the nearest by angle, whatever the length', async () => {
    const vectors = await three()
    expect(vectors).toMatchObject({ kind, dimensions: 3 })
    const [first, second, ...others] = await vectors.nearest([0, 5, 1], 2)
    expect(first?.key).toBe(BOAT)
    expect(first?.similarity).toBeCloseTo(5 / Math.sqrt(26), 4)
    expect(second?.key).toBe(LAMP)
    expect(others).toEqual([])
  })

  test('puts a new vector in the place of an old one', async () => {
    const vectors = await three()
    await vectors.change({ put: [[KITE, [0, 1, 1]]], remove: [] })
    expect(await found(vectors, [0, 1, 1], 1)).toEqual([KITE])
    const away = await vectors.nearest([1, 0, 0], 3)
    expect(away.map(({ similarity }) => Math.abs(similarity) < 1e-5)).toEqual([true, true, true])
  })

  test('forgets what was removed, and takes it back', async () => {
    const vectors = await three()
    await vectors.change({ put: [], remove: [BOAT, BOAT, key(7)] })
    expect(vectors.has(BOAT)).toBe(false)
    expect(vectors.keys().toSorted()).toEqual([KITE, LAMP])
    expect((await found(vectors, [0, 1, 0])).toSorted()).toEqual([KITE, LAMP])
    await vectors.change({ put: [[BOAT, [0, 1, 0]]], remove: [] })
    expect(await found(vectors, [0, 1, 0], 1)).toEqual([BOAT])
  })

  test('finds nothing in nothing', async () => {
    expect(await found(await create(3), [1, 1, 1])).toEqual([])
  })

  test('calls what has no direction like nothing', async () => {
    const vectors = await three()
    const answers = await vectors.nearest([0, 0, 0], 3)
    for (const { similarity } of answers) expect(similarity).toBeCloseTo(0)
  })

  test('refuses a vector of the wrong length or not finite, and the whole change with it', async () => {
    const vectors = await three()
    for (const wrong of [
      [1, 2],
      [1, 2, 3, 4],
      [Number.NaN, 0, 0],
      [Number.POSITIVE_INFINITY, 0, 0],
    ]) {
      const change = {
        put: [
          [key(8), [1, 1, 1]],
          [key(9), wrong],
        ] as const,
        remove: [KITE],
      }
      await expect(vectors.change(change)).rejects.toThrow('vector')
      await expect(vectors.nearest(wrong, 1)).rejects.toThrow('vector')
    }
    expect(vectors.keys().toSorted()).toEqual([KITE, BOAT, LAMP])
  })

  test('holds what was put last after many changes', async () => {
    const vectors = await create(8)
    const rounds = [1, 2, 3].map((seed) => clusteredVectors(40, 8, seed))
    const expected = new Map<string, number[]>()
    for (const [round, made] of rounds.entries()) {
      const put = made.flatMap((vector, at) => (at % (round + 1) === 0 ? [[key(at), vector] as const] : []))
      const remove = made.flatMap((_, at) => (at % 7 === round ? [key(at)] : []))
      await vectors.change({ put: put.filter(([one]) => !remove.includes(one)), remove })
      for (const [one, vector] of put) expected.set(one, vector)
      for (const one of remove) expected.delete(one)
    }
    expect(vectors.keys().toSorted()).toEqual([...expected.keys()].toSorted())
    for (const [one, vector] of expected) {
      expect((await vectors.nearest(vector, 1))[0]?.similarity).toBeCloseTo(1, 4)
      expect(await found(vectors, vector, 40)).toContain(one)
    }
  })
})

test('a database keeps vectors for the next process, and apart by model and length', async () => {
  const before = await database.open('kept', 3)
  await before.change({ put: [[KITE, [1, 2, 3]]], remove: [] })
  const after = await database.open('kept', 3)
  expect(after.keys()).toEqual([KITE])
  expect((await database.open('kept', 4)).keys()).toEqual([])
  expect((await database.open('other', 3)).keys()).toEqual([])
  // What another process has put meanwhile is no clash.
  await before.change({ put: [[BOAT, [0, 1, 0]]], remove: [] })
  await after.change({ put: [[BOAT, [0, 1, 0]]], remove: [] })
  expect((await after.nearest([0, 1, 0], 1))[0]?.key).toBe(BOAT)
})

const labels = (index: VectorIndex, question: number[], count = 10): number[] =>
  index.nearest(question, count).map(({ label }) => label)

describe.each([
  { kind: 'exact', create: createExactIndex, read: readExactIndex },
  { kind: 'hnsw', create: createHnswIndex, read: readHnswIndex },
])('the $kind index', ({ kind, create, read }) => {
  test('finds only what is accepted', () => {
    const index = create(3)
    for (const label of [0, 1, 2]) index.put(label, [label, 1, 1])
    const accepted = index.nearest([1, 1, 1], 9, (label) => label === 2)
    expect(accepted.map(({ label }) => label)).toEqual([2])
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
