import { readFile, writeFile } from 'node:fs/promises'
import { AppError } from '../../errors.ts'
import type { TermWeights } from './term-weights.ts'

/** Numbers before the arrays: classes, buckets with the end of the last, and rows. */
const HEADER = 3

/** Writes learnt weights: the header and then the arrays, all little-endian and one behind the other. */
export async function writeWeights(path: string, weights: TermWeights): Promise<void> {
  const { classes, buckets, marks, scales, values } = weights
  const header = Uint32Array.of(classes, buckets.length, marks.length)
  await writeFile(
    path,
    Buffer.concat([header, buckets, marks, scales, values].map(({ buffer }) => Buffer.from(buffer))),
  )
}

/** Reads what `writeWeights` wrote; the arrays lie in the bytes of the file. @throws AppError 'internal' when it is not whole. */
export async function readWeights(path: string): Promise<TermWeights> {
  const { buffer, byteOffset, length } = await readFile(path)
  const [classes = 0, buckets = 0, rows = 0] = new Uint32Array(buffer, byteOffset, HEADER)
  const ends = [4 * buckets, 4 * rows, 4 * rows, 2 * rows * classes].reduce(
    (all, size) => [...all, (all.at(-1) ?? 0) + size],
    [byteOffset + 4 * HEADER],
  )
  const [toBuckets = 0, toMarks = 0, toScales = 0, toValues = 0, end] = ends
  if (end !== byteOffset + length) throw new AppError('internal', 'the saved weights are not whole')
  return {
    classes,
    buckets: new Uint32Array(buffer, toBuckets, buckets),
    marks: new Uint32Array(buffer, toMarks, rows),
    scales: new Float32Array(buffer, toScales, rows),
    values: new Int16Array(buffer, toValues, rows * classes),
  }
}
