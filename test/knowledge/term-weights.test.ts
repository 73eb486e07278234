import { truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packTermWeights, rowOf } from '../../src/knowledge/recogniser/term-weights.ts'
import { termScores } from '../../src/knowledge/recogniser/term-scores.ts'
import { readWeights, writeWeights } from '../../src/knowledge/recogniser/weights-file.ts'
import { seededRandom } from '../../src/knowledge/seeded-random.ts'

const CLASSES = 7
const random = seededRandom(4)
const terms = Array.from({ length: 5000 }, (_, at) => `${String.fromCodePoint(0x4e00 + at)}${at % 3 === 0 ? '证' : ''}`)
const vocabulary = new Map(terms.map((term, at) => [term, at]))
const rows = Float32Array.from({ length: terms.length * CLASSES }, () => (random() - 0.5) * 10)
// A term that says nothing.
rows.fill(0, 0, CLASSES)
const packed = packTermWeights(CLASSES, vocabulary, rows)

test('every learnt term is found with its own row, and no other text is', () => {
  expect(rowOf(packed, terms[0] ?? '')).toBe(-1)
  for (const [at, term] of terms.entries()) {
    if (at === 0) continue
    const own = termScores(packed, [[term, 1]])
    for (const [c, score] of own.entries()) expect(score).toBeCloseTo(rows[at * CLASSES + c] ?? NaN, 3)
  }
  expect(terms.filter((term) => rowOf(packed, `${term}没学过`) >= 0)).toEqual([])
})

test('weights are read as they were written, and a torn file is none', async () => {
  const file = join(tmpdir(), `bianban-weights-${process.pid}.bin`)
  await writeWeights(file, packed)
  expect(await readWeights(file)).toEqual(packed)
  await truncate(file, 4000)
  await expect(readWeights(file)).rejects.toThrow('not whole')
})
