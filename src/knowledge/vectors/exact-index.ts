import { readFile, writeFile } from 'node:fs/promises'
import { AppError } from '../../errors.ts'
import { bestOf } from '../words/best-of.ts'
import { assertVector, type VectorIndex } from './vector-index.ts'

type Held = { vectors: Float32Array; labels: number[]; rows: Map<number, number> }

/** An index that compares the question with every vector: exact, and the yardstick for the other one. */
export function createExactIndex(dimensions: number): VectorIndex {
  return overRows(dimensions, { vectors: new Float32Array(dimensions * 64), labels: [], rows: new Map() })
}

/** Reads an index that `write` wrote. @throws AppError 'internal' when the file is not of these dimensions. */
export async function readExactIndex(file: string, dimensions: number): Promise<VectorIndex> {
  const bytes = await readFile(file)
  const record = 4 + 4 * dimensions
  if (bytes.length % record !== 0) throw new AppError('internal', 'vector file has the wrong length')
  const count = bytes.length / record
  const all = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
  const labels = Array.from(new Uint32Array(all, 0, count))
  const vectors = new Float32Array(all, 4 * count)
  return overRows(dimensions, { vectors, labels, rows: new Map(labels.map((label, row) => [label, row])) })
}

function overRows(dimensions: number, held: Held): VectorIndex {
  const { labels, rows } = held
  return {
    kind: 'exact',
    dimensions,
    size: () => labels.length,
    put(label, vector) {
      assertVector(vector, dimensions)
      const row = rows.get(label) ?? labels.length
      if (row === labels.length) {
        labels.push(label)
        rows.set(label, row)
        if (labels.length * dimensions > held.vectors.length) held.vectors = grown(held.vectors)
      }
      held.vectors.set(unit(vector), row * dimensions)
    },
    remove(label) {
      const row = rows.get(label)
      const last = labels.length - 1
      const moved = labels[last]
      if (row === undefined || moved === undefined) return
      held.vectors.copyWithin(row * dimensions, last * dimensions, (last + 1) * dimensions)
      labels[row] = moved
      rows.set(moved, row)
      labels.length = last
      rows.delete(label)
    },
    nearest(vector, count, accept) {
      assertVector(vector, dimensions)
      const question = unit(vector)
      const among: number[] = []
      const similarities = new Float64Array(labels.length)
      labels.forEach((label, row) => {
        if (accept !== undefined && !accept(label)) return
        among.push(row)
        similarities[row] = dot(held.vectors, row * dimensions, question)
      })
      const best = bestOf(among, (row) => similarities[row] ?? 0, count)
      return best.map(({ slot: row, score }) => ({ label: labels[row] ?? 0, similarity: score }))
    },
    async write(file) {
      const live = held.vectors.subarray(0, labels.length * dimensions)
      await writeFile(file, Buffer.concat([bytesOf(Uint32Array.from(labels)), bytesOf(live)]), { flush: true })
    },
  }
}

function grown(vectors: Float32Array): Float32Array {
  const larger = new Float32Array(vectors.length * 2)
  larger.set(vectors)
  return larger
}

function unit(vector: ArrayLike<number>): Float32Array {
  const copy = Float32Array.from(vector)
  const length = Math.sqrt(dot(copy, 0, copy))
  return length === 0 ? copy : copy.map((value) => value / length)
}

/** Inner product of a row with the question, in four sums so that they need not wait for one another. */
function dot(vectors: Float32Array, start: number, question: Float32Array): number {
  const length = question.length
  const even = length - (length % 4)
  let a = 0
  let b = 0
  let c = 0
  let d = 0
  for (let i = 0; i < even; i += 4) {
    a += (vectors[start + i] ?? 0) * (question[i] ?? 0)
    b += (vectors[start + i + 1] ?? 0) * (question[i + 1] ?? 0)
    c += (vectors[start + i + 2] ?? 0) * (question[i + 2] ?? 0)
    d += (vectors[start + i + 3] ?? 0) * (question[i + 3] ?? 0)
  }
  for (let i = even; i < length; i++) a += (vectors[start + i] ?? 0) * (question[i] ?? 0)
  return a + b + c + d
}

function bytesOf(array: Uint32Array | Float32Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}
